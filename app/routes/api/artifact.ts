import { changeArtifact } from "#app/domain/artifacts/change-artifact.server.ts";
import { readArtifact } from "#app/domain/artifacts/read-artifact.server.ts";
import { removeArtifact } from "#app/domain/artifacts/remove-artifact.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/artifact.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readArtifact(ctx, { id: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PATCH":
      return handleApi(args, async ({ ctx }) => changeArtifact(ctx, { ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, async ({ ctx }) => {
        await removeArtifact(ctx, { id });
        return { ok: true as const };
      });
    default:
      return methodNotAllowed(args);
  }
}
