import { changeAgent } from "#app/domain/agents/change-agent.server.ts";
import { readAgent } from "#app/domain/agents/read-agent.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/agent.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readAgent(ctx, { kind: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PATCH") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => {
    await changeAgent(ctx, { ...(await readJson(args.request)), kind: args.params.id });
    return { ok: true as const };
  });
}
