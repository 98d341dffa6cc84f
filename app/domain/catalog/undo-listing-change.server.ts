import { and, eq } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { type ChangeKind, changeKinds } from "../channels/remote.ts";
import { currentValue } from "./change-rules.ts";
import { findListingChange } from "./read-listing-change.server.ts";
import { startChange } from "./request-listing-change.server.ts";

/** Gives every listing its old value back, where the new one still stands: what somebody changed since stays theirs. */
export async function undoListingChange(ctx: ServiceContext, input: { id: string }): Promise<{ id: string; total: number }> {
  requirePermission(ctx, "catalog:write");
  const { id } = parseInput(byIdSchema, input);
  const change = await findListingChange(ctx, id);
  const kind = changeKinds.find((one) => one === change.kind) ?? "price";
  const applied = await ctx.db.all(listingChangeItems, {
    where: and(eq(listingChangeItems.changeId, id), eq(listingChangeItems.state, "applied")),
  });
  const now = await valuesNow(
    ctx,
    kind,
    applied.map((item) => item.listingId),
  );
  const items = applied
    .filter((item) => now.get(item.listingId) === item.after && item.before !== item.after)
    .map((item) => ({
      listingId: item.listingId,
      channelId: item.channelId,
      label: item.label,
      before: item.after,
      after: item.before,
      refusal: null,
    }));
  const isOver = change.state === "done" || change.state === "cancelled";
  if (!isOver || items.length === 0) throw new AppError("conflict", "listingChangeNotUndoable");
  return startChange(ctx, { kind, undoOfId: id, items, writes: [update(listingChanges, change, { state: "undone" })] });
}

async function valuesNow(ctx: ServiceContext, kind: ChangeKind, ids: readonly string[]): Promise<Map<string, number>> {
  const { id, priceCents, stock, status } = listings;
  const rows = await ctx.db.read((orm, scope) => orm.select({ id, priceCents, stock, status }).from(listings).where(scope(listings, ids)));
  return new Map(rows.map((row) => [row.id, currentValue(row, kind)]));
}
