import { exportProducts } from "#app/domain/catalog/export-lists.server.ts";
import type { ProductRow } from "#app/domain/catalog/list-products.server.ts";
import { minorDigits } from "#app/i18n/parse-money.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { csvStream } from "#app/platform/csv.ts";
import { zonedDay } from "#app/platform/zoned-days.ts";
import type { Route } from "./+types/products-export.ts";
import { readProductQuery } from "./list-query.ts";

const header = [
  "product_id",
  "title",
  "brand",
  "archived",
  "sku",
  "gtin",
  "option",
  "cost",
  "currency",
  "stock",
  "weight_grams",
  "length_mm",
  "width_mm",
  "height_mm",
  "listings",
];

/** The catalogue as it is filtered, one SKU a line, streamed. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, timeZone } = requireMemberWho(args, "catalog:read");
  const rows = await orErrorPage(exportProducts(ctx, readProductQuery(new URL(args.request.url).searchParams)));
  return new Response(csvStream(header, linesOf(rows)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="catalogue-${zonedDay(ctx.clock.now(), timeZone)}.csv"`,
      "cache-control": "no-store",
    },
  });
}

async function* linesOf(rows: AsyncIterable<ProductRow>) {
  for await (const row of rows) {
    const listings = row.listings.reduce((sum, { count }) => sum + count, 0);
    for (const variant of row.variants) {
      yield [
        row.id,
        row.title,
        row.brand,
        row.archivedAt !== null,
        variant.sku,
        variant.gtin,
        variant.name,
        variant.costCents === null ? null : variant.costCents / 10 ** minorDigits(variant.currency),
        variant.currency,
        variant.stock,
        variant.weightGrams,
        variant.lengthMm,
        variant.widthMm,
        variant.heightMm,
        listings,
      ];
    }
  }
}
