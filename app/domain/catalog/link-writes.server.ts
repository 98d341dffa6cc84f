import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { ensure, merge, type NewRow, type Write } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import { inIds } from "./listing-rows.server.ts";
import type { ListingRecord } from "./read-listing.server.ts";

/** `suggestedBy` of a link that a person made, took away or refused: the system never decides over it again. */
export const decidedByPerson = "person";

export type LinkSet = Pick<NewRow<typeof listings>, "variantId" | "linkState" | "suggestedVariantId" | "suggestedBy">;
export type LinkChange = { row: ListingRecord; set: LinkSet };

const linkColumns = new Set(["variantId", "linkState", "suggestedVariantId", "suggestedBy"]);
const mirrored = Object.keys(getTableColumns(listings)).filter(
  (name): name is keyof NewRow<typeof listings> => !linkColumns.has(name) && name !== "workspaceId" && name !== "version",
);

/** Many links in one statement. Only the link moves: what a sync writes at the same moment stays. */
export function linkWrites(changes: readonly LinkChange[]): Write[] {
  if (changes.length === 0) return [];
  const rows = changes.map(({ row, set }) => ({ ...row, ...set }));
  const states = new Map<string, string[]>();
  for (const { row } of changes) states.set(row.linkState, [...(states.get(row.linkState) ?? []), row.id]);
  return [
    // Whoever decided about one of them meanwhile wins: then nothing of this is written.
    ...[...states].map(([state, ids]) =>
      ensure(sql`(select count(*) from ${listings} where ${and(inIds(listings.id, ids), eq(listings.linkState, state))}) = ${ids.length}`),
    ),
    merge(listings, { key: ["channelId", "listingRef", "modelRef"], newest: "remoteCreatedAt", keep: mirrored }, rows),
  ];
}

/** The listings of these ids that are here, whichever they are. */
export function listingsOf(ctx: ServiceContext, ids: readonly string[]): Promise<ListingRecord[]> {
  return ctx.db.all(listings, { ids, limit: ids.length });
}

/** One line for one thing, "Chaleira +11" for twelve: readable in any language. */
export function bulkLabel(labels: readonly string[]): string {
  const [first = "", ...others] = labels;
  return others.length === 0 ? first : `${first} +${others.length}`;
}

export function bulkSubject(rows: readonly { id: string; title: string }[]): { type: string; id: string; label: string } {
  return { type: "listing", id: rows[0]?.id ?? "", label: bulkLabel(rows.map((row) => row.title)) };
}
