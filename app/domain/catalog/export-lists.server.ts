import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { listListings, type ListingRow } from "./list-listings.server.ts";
import { listProducts, type ProductRow } from "./list-products.server.ts";
import { listingFilterSchema, productFilterSchema } from "./schemas.ts";

const pageSize = 200;

/** The list as it is filtered, read page by page so that it never sits in memory. Exporting is itself logged. */
export async function exportListings(ctx: ServiceContext, input: z.input<typeof listingFilterSchema>): Promise<AsyncGenerator<ListingRow>> {
  requirePermission(ctx, "catalog:read");
  const filter = parseInput(listingFilterSchema, input);
  await mutate(ctx, {
    writes: [],
    audit: { action: "listings.exported", subject: { type: "listings", id: ctx.workspaceId, label: "CSV" }, after: { ...filter } },
  });
  return eachRow((place) => listListings(ctx, { ...filter, ...place }));
}

export async function exportProducts(ctx: ServiceContext, input: z.input<typeof productFilterSchema>): Promise<AsyncGenerator<ProductRow>> {
  requirePermission(ctx, "catalog:read");
  const filter = parseInput(productFilterSchema, input);
  await mutate(ctx, {
    writes: [],
    audit: { action: "products.exported", subject: { type: "products", id: ctx.workspaceId, label: "CSV" }, after: { ...filter } },
  });
  return eachRow((place) => listProducts(ctx, { ...filter, ...place }));
}

async function* eachRow<Row>(read: (place: { limit: number; cursor?: string }) => Promise<Page<Row>>): AsyncGenerator<Row> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.data;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
