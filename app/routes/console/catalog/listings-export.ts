import { exportListings } from "#app/domain/catalog/export-lists.server.ts";
import type { ListingRow } from "#app/domain/catalog/list-listings.server.ts";
import { minorDigits } from "#app/i18n/parse-money.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { csvStream } from "#app/platform/csv.ts";
import { zonedDay } from "#app/platform/zoned-days.ts";
import type { Route } from "./+types/listings-export.ts";
import { readListingQuery } from "./list-query.ts";

const header =
  "listing_id,channel,reference,model,title,option,listing_sku,product_sku,link,status,price,currency,stock,sold,quality,price_automated,changed_utc,address".split(
    ",",
  );

/** The listings as they are filtered, streamed. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, timeZone } = requireMemberWho(args, "catalog:read");
  const rows = await orErrorPage(exportListings(ctx, readListingQuery(new URL(args.request.url).searchParams)));
  return new Response(csvStream(header, linesOf(rows)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="listings-${zonedDay(ctx.clock.now(), timeZone)}.csv"`,
      "cache-control": "no-store",
    },
  });
}

async function* linesOf(rows: AsyncIterable<ListingRow>) {
  for await (const row of rows) {
    yield [
      row.id,
      row.channel?.name,
      row.listingRef,
      row.modelRef,
      row.title,
      row.modelName,
      row.sku,
      row.variant?.sku,
      row.linkState,
      row.status,
      row.priceCents / 10 ** minorDigits(row.currency),
      row.currency,
      row.stock,
      row.sold,
      row.qualityScore,
      row.isPriceAutomated,
      new Date(row.remoteUpdatedAt).toISOString(),
      row.permalink,
    ];
  }
}
