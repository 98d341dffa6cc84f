import { createSite } from "#app/domain/sites/create-site.server.ts";
import { listSites } from "#app/domain/sites/list-sites.server.ts";
import { handleApi, methodNotAllowed, queryOf, readJson } from "./handle-api.ts";
import type { Route } from "./+types/sites.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listSites(ctx, queryOf(args.request)));
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => createSite(ctx, await readJson(args.request)), { status: 201 });
}
