import { changeSite } from "#app/domain/sites/change-site.server.ts";
import { readSite } from "#app/domain/sites/read-site.server.ts";
import { removeSite } from "#app/domain/sites/remove-site.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/site.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => readSite(ctx, { id: args.params.id }));
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  switch (args.request.method) {
    case "PUT":
      return handleApi(args, async ({ ctx }) => changeSite(ctx, { ...(await readJson(args.request)), id }));
    case "DELETE":
      return handleApi(args, async ({ ctx }) => {
        await removeSite(ctx, { ...(await readJson(args.request)), id });
        return { ok: true as const };
      });
    default:
      return methodNotAllowed(args);
  }
}
