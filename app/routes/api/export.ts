import { cancelExport } from "#app/domain/exports/cancel-export.server.ts";
import { openExport } from "#app/domain/exports/open-export.server.ts";
import { handleApi, methodNotAllowed } from "./handle-api.ts";
import type { Route } from "./+types/export.ts";

/** GET fetches the file, DELETE cancels one that still runs. */
export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => {
    const { body, sizeBytes } = await openExport(ctx, { id: args.params.id });
    return new Response(body, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-length": String(sizeBytes),
        "content-disposition": `attachment; filename="audit-${args.params.id}.csv"`,
      },
    });
  });
}

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "DELETE") return methodNotAllowed(args);
  return handleApi(args, ({ ctx }) => cancelExport(ctx, { id: args.params.id }));
}
