import { createArtifact } from "#app/domain/artifacts/create-artifact.server.ts";
import { listArtifacts } from "#app/domain/artifacts/list-artifacts.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/artifacts.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listArtifacts(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createArtifact(ctx, await readJson(args.request)), { status: 201 });
}
