import { pinAnswer } from "#app/domain/artifacts/pin-answer.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/pins.ts";

export const loader = methodNotAllowed;

/** On the workspace's default board, or on the one that is named. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => pinAnswer(ctx, await readJson(args.request)), { status: 201 });
}
