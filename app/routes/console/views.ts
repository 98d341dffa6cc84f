import { listViews } from "#app/domain/views/list-views.server.ts";
import { deleteView, renameView, saveView } from "#app/domain/views/save-view.server.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import type { Route } from "./+types/views.ts";

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "workspace:read");
  const page = new URL(args.request.url).searchParams.get("page") ?? "listings";
  return Response.json({ data: await orErrorPage(listViews(ctx, { page })) }, { headers: { "cache-control": "no-store" } });
}

/** Every list posts its views here: the tabs are the same everywhere. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "workspace:read");
  const { intent, id, page, name, query } = await formFields(args.request, "intent", "id", "page", "name", "query");
  return tryVerb(args.context, async () => {
    if (intent === "delete") await deleteView(ctx, { id });
    else if (intent === "rename") await renameView(ctx, { id, name });
    else await saveView(ctx, { page, name, query });
    return { ok: true as const, intent: intent || "save", name };
  });
}
