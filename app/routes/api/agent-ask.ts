import { runAgent } from "#app/domain/agents/run-agent.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/agent-ask.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(
    args,
    async ({ ctx }) => {
      const { runId: id } = await runAgent(ctx, { mode: "", ...(await readJson(args.request)), kind: args.params.id });
      return { id };
    },
    { status: 202 },
  );
}
