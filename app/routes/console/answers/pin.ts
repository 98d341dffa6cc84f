import { changePin, removePin } from "#app/domain/artifacts/change-pin.server.ts";
import { readPin } from "#app/domain/artifacts/read-dashboard.server.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import type { Route } from "./+types/pin.ts";

/** One card of a board asks again by itself. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  return Response.json(await orErrorPage(readPin(ctx, { id: args.params.id })), { headers: { "cache-control": "no-store" } });
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const { id } = args.params;
  const { intent, title, size } = await formFields(args.request, "intent", "title", "size");
  return tryVerb(args.context, async () => {
    if (intent === "unpin") await removePin(ctx, { id });
    else await changePin(ctx, { id, ...(title === "" ? {} : { title }), ...(size === "" ? {} : { size }) });
    return { ok: true as const };
  });
}
