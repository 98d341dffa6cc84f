import { and, eq } from "drizzle-orm";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { listingsOf } from "./link-writes.server.ts";
import { findListingChange } from "./read-listing-change.server.ts";
import { startChange } from "./request-listing-change.server.ts";

/** Gives every listing its old value back, where the new one still stands: what somebody changed since stays theirs. */
export async function undoListingChange(ctx: ServiceContext, input: { id: string }): Promise<{ id: string; total: number }> {
  requirePermission(ctx, "catalog:write");
  const { id } = parseInput(byIdSchema, input);
  const change = await findListingChange(ctx, id);
  const kind = change.kind === "stock" ? "stock" : "price";
  const applied = await ctx.db.all(listingChangeItems, {
    where: and(eq(listingChangeItems.changeId, id), eq(listingChangeItems.state, "applied")),
  });
  const rows = await listingsOf(
    ctx,
    applied.map((item) => item.listingId),
  );
  const now = new Map(rows.map((row) => [row.id, kind === "stock" ? row.stock : row.priceCents]));
  const items = applied
    .filter((item) => now.get(item.listingId) === item.after && item.before !== item.after)
    .map((item) => ({
      listingId: item.listingId,
      channelId: item.channelId,
      label: item.label,
      before: item.after,
      after: item.before,
    }));
  if (change.state !== "done" || items.length === 0) throw new AppError("conflict", "listingChangeNotUndoable");
  return startChange(ctx, { kind, undoOfId: id, items, writes: [update(listingChanges, change, { state: "undone" })] });
}
