import { mutate } from "#db/mutate.server.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { insert, type Write } from "#db/writes.ts";
import type { AuditAction } from "../audit/actions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { type ChangeKind, onSale } from "../channels/remote.ts";
import { isRefusal, type Refusal } from "./change-rules.ts";
import { bulkLabel } from "./link-writes.server.ts";
import { planChanges } from "./plan-changes.server.ts";
import { type ListingChangeInput, listingChangeSchema } from "./schemas.ts";

/**
 * Asks the marketplaces for other prices, stocks or statuses. They are written in the background; the change tells how far it
 * is. What a marketplace is known to refuse is written down as refused, and the marketplace is not asked.
 */
export async function requestListingChange(ctx: ServiceContext, input: ListingChangeInput): Promise<{ id: string; total: number }> {
  requirePermission(ctx, "catalog:write");
  const asked = parseInput(listingChangeSchema, input);
  const planned = await planChanges(ctx, asked);
  const items = planned.flatMap(({ listing, before, after, obstacle }) => {
    const refusal = isRefusal(obstacle) ? obstacle : null;
    if (obstacle !== null && refusal === null) return [];
    return [{ listingId: listing.id, channelId: listing.channelId, label: listing.title, before, after, refusal }];
  });
  if (items.length === 0) throw new AppError("conflict", "nothingToChange");
  return startChange(ctx, { kind: asked.kind, undoOfId: null, items });
}

export type ChangeItemPlan = {
  listingId: string;
  channelId: string;
  label: string;
  before: number;
  after: number;
  refusal: Refusal | null;
};
/** `isCarriedOutHere`: who writes it down also carries it out, and nobody else is told to. */
type Start = {
  id?: string;
  kind: ChangeKind;
  undoOfId: string | null;
  items: ChangeItemPlan[];
  writes?: Write[];
  isCarriedOutHere?: boolean;
};

/** Writes the change down together with the event that sets it going. */
export async function startChange(
  ctx: ServiceContext,
  { id = ctx.ids.next("chg"), kind, undoOfId, items, writes = [], isCarriedOutHere = false }: Start,
): Promise<{ id: string; total: number }> {
  const change = {
    id,
    kind,
    state: "waiting",
    undoOfId,
    total: items.length,
    applied: 0,
    refused: items.filter((item) => item.refusal !== null).length,
    stretch: 0,
    requestedBy: ctx.stamp.label,
    createdAt: ctx.clock.now(),
    finishedAt: null,
  };
  const rows = items.map(({ refusal, ...item }) => ({
    id: `${id}/${item.listingId}`,
    changeId: id,
    ...item,
    state: refusal === null ? "waiting" : "refused",
    reason: refusal,
    vendorText: null,
    finishedAt: refusal === null ? null : ctx.clock.now(),
  }));
  await mutate(ctx, {
    writes: [insert(listingChanges, change), insert(listingChangeItems, ...rows), ...writes],
    audit: auditOf(id, { kind, undoOfId, items }),
    events: [
      ...(isCarriedOutHere ? [] : [{ type: "listing-change.requested" as const, changeId: id, stretch: 0 }]),
      { type: "data.changed", area: "listings" },
    ],
  });
  return { id, total: items.length };
}

function auditOf(id: string, { kind, undoOfId, items }: Start) {
  const [only] = items;
  const label = bulkLabel(items.map((item) => item.label));
  if (undoOfId !== null) {
    return { action: "listing-change.undone" as const, subject: { type: "listing-change", id: undoOfId, label }, after: { by: id } };
  }
  if (items.length === 1 && only !== undefined) {
    const subject = { type: "listing", id: only.listingId, label };
    return { action: singleActions[kind], subject, before: named(kind, only.before), after: { ...named(kind, only.after), changeId: id } };
  }
  const action: AuditAction = "listing-change.requested";
  return { action, subject: { type: "listing-change", id, label }, after: { kind, total: items.length } };
}

const singleActions: Record<ChangeKind, AuditAction> = {
  price: "listing.price-changed",
  stock: "listing.stock-changed",
  status: "listing.status-changed",
};

function named(kind: ChangeKind, value: number): Record<string, string | number> {
  if (kind === "status") return { status: value === onSale ? "active" : "paused" };
  return { [kind === "price" ? "priceCents" : "stock"]: value };
}
