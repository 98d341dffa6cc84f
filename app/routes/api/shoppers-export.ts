import { exportShoppers } from "#app/domain/collect/export-shoppers.server.ts";
import { lineStream } from "#app/platform/line-stream.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/shoppers-export.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, async ({ ctx }) => {
    const lines = await exportShoppers(ctx, queryOf(args.request));
    return new Response(lineStream(lines), { headers: { "content-type": "application/x-ndjson; charset=utf-8" } });
  });
}

export const action = methodNotAllowed;
