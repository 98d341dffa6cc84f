import { exportShoppers } from "#app/domain/collect/export-shoppers.server.ts";
import { periodOf } from "#app/components/shoppers/period.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { lineStream } from "#app/platform/line-stream.ts";
import type { Route } from "./+types/export.ts";

/** All of a visitor or a period as a file, a JSON object a line, streamed. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, timeZone } = requireMemberWho(args, "shoppers:write");
  const query = new URL(args.request.url).searchParams;
  const asked = periodOf({ visitorKey: query.get("visitorKey"), from: query.get("from"), to: query.get("to") }, timeZone);
  const lines = await orErrorPage(exportShoppers(ctx, asked));
  return new Response(lineStream(lines), {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": 'attachment; filename="shoppers.ndjson"',
      "cache-control": "no-store",
    },
  });
}
