import { listAiCaps } from "#app/domain/ai/list-caps.server.ts";
import { setAiCap } from "#app/domain/ai/set-cap.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/ai-caps.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listAiCaps(ctx));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  const nothing = { scope: "workspace" as const, window: "day" as const, limitMicroUsd: "" };
  return handleApi(args, async ({ ctx }) => setAiCap(ctx, { ...nothing, ...(await readJson(args.request)) }));
}
