import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { VendorId } from "#app/domain/channels/ports.ts";
import type { RemoteListing, RemoteOrder } from "#app/domain/channels/remote.ts";
import { toOrderRows } from "#app/domain/orders/order-rows.ts";
import { listings } from "#db/schema/catalog.ts";
import { orderItems, orders } from "#db/schema/orders.ts";

/** Rows as the database keeps them, by column name. */
export type RawRow = Record<string, unknown>;
export type VendorState = { listings: readonly RemoteListing[]; orders: readonly RemoteOrder[] };
export type Mirror = { listings: RawRow[]; orders: RawRow[]; orderItems: RawRow[]; orderEvents: RawRow[] };
type Market = { channelId: string; vendor: VendorId; site: string };

/** What is ours, or says when we looked: no vendor knows it. */
const ownFields = new Set(["readAt", "predictedFeeCents"]);

/** Everything in which the mirror of a channel is not what the vendor says, and every effect that happened twice; empty is right. */
export function mirrorDifferences(there: VendorState, here: Mirror, market: Market): string[] {
  return [...listingDifferences(there.listings, here.listings), ...orderDifferences(there.orders, here, market), ...doubled(here)];
}

function listingDifferences(there: readonly RemoteListing[], here: readonly RawRow[]): string[] {
  const expected = there.map(({ createdAtMs, updatedAtMs, rating: _rating, reviews: _reviews, ...same }) =>
    // Details are read apart and may be older: what was not asked for now says nothing.
    told({ ...same, remoteCreatedAt: createdAtMs, remoteUpdatedAt: updatedAtMs }),
  );
  const keyOf = (row: RawRow) => `${String(row["listing_ref"] ?? row["listingRef"])}/${String(row["model_ref"] ?? row["modelRef"])}`;
  return compare(listings, { expected, here, keyOf });
}

function told(row: Record<string, unknown>): Record<string, unknown> {
  const details = new Set(["description", "quality", "competition", "priceReference", "visits30d"]);
  return Object.fromEntries(Object.entries(row).filter(([name]) => !details.has(name)));
}

function orderDifferences(there: readonly RemoteOrder[], here: Mirror, market: Market): string[] {
  const ids = new Map(here.orders.map((row) => [String(row["order_ref"]), String(row["id"])]));
  const rows = there.map((order) => toOrderRows(order, market, 0, { orderId: ids.get(order.orderRef) ?? "missing" }));
  const keyOf = (row: RawRow) => String(row["id"]);
  return [
    ...compare(orders, { expected: rows.map(({ order }) => order), here: here.orders, keyOf }),
    ...compare(orderItems, { expected: rows.flatMap(({ items }) => items), here: here.orderItems, keyOf }),
    ...missingEvents(
      rows.map(({ event }) => event.id),
      here.orderEvents,
    ),
  ];
}

function missingEvents(expected: readonly string[], here: readonly RawRow[]): string[] {
  const known = new Set(here.map((row) => row["id"]));
  return expected.filter((id) => !known.has(id)).map((id) => `order_events ${id}: the present state is not in the history`);
}

type Compared = { expected: readonly Record<string, unknown>[]; here: readonly RawRow[]; keyOf: (row: RawRow) => string };

function compare(table: SQLiteTable, { expected, here, keyOf }: Compared): string[] {
  const columns = getTableColumns(table);
  const found = new Map(here.map((row) => [keyOf(row), row]));
  const wanted = new Set(expected.map((row) => keyOf(row)));
  const surplus = [...found.keys()].filter((key) => !wanted.has(key)).map((key) => `${key}: the vendor has no such row`);
  const apart = expected.flatMap((row) => {
    const own = found.get(keyOf(row));
    if (own === undefined) return [`${keyOf(row)}: is not here`];
    return Object.entries(row).flatMap(([name, value]) => {
      const column = columns[name];
      if (column === undefined || ownFields.has(name)) return [];
      const there = value === null || value === undefined ? null : column.mapToDriverValue(value);
      const isSame = comparable(own[column.name]) === comparable(there);
      return isSame ? [] : [`${keyOf(row)}.${name}: ${String(own[column.name])} here, ${String(there)} there`];
    });
  });
  return [...surplus, ...apart];
}

/** SQLite has no booleans. */
function comparable(value: unknown): string {
  return JSON.stringify(typeof value === "boolean" ? Number(value) : (value ?? null));
}

/** Two rows of one history that tell the same of the same moment are one effect that happened twice. */
function doubled(here: Mirror): string[] {
  const seen = new Set<string>();
  return here.orderEvents.flatMap((row) => {
    const effect = ["order_id", "at", "state", "vendor_status", "shipment_status"].map((name) => String(row[name])).join(" ");
    if (seen.has(effect)) return [`order_events: ${effect} twice`];
    seen.add(effect);
    return [];
  });
}
