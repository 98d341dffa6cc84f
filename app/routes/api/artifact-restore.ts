import { restoreArtifact } from "#app/domain/artifacts/remove-artifact.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/artifact-restore.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => {
    await restoreArtifact(ctx, { id: args.params.id });
    return { ok: true as const };
  });
}
