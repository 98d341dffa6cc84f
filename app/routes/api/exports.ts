import { listExports } from "#app/domain/exports/list-exports.server.ts";
import { startExport } from "#app/domain/exports/start-export.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/exports.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => ({ data: await listExports(ctx), nextCursor: null }));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => startExport(ctx, await readJson(args.request)), { status: 202 });
}
