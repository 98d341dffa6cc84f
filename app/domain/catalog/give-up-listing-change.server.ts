import { and, eq, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { update, updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { findListingChange } from "./read-listing-change.server.ts";

/** A marketplace was away for longer than the queue goes on asking: what still waits was not carried out, and says so. */
export async function giveUpListingChange(ctx: ServiceContext, input: { changeId: string; stretch?: number | undefined }): Promise<void> {
  requirePermission(ctx, "catalog:write");
  const change = await findListingChange(ctx, input.changeId);
  const isUnderWay = change.state === "waiting" || change.state === "running";
  if (!isUnderWay || change.stretch !== (input.stretch ?? 0)) return;
  const waiting = and(eq(listingChangeItems.changeId, change.id), eq(listingChangeItems.state, "waiting")) ?? sql`false`;
  const left = await ctx.db.count(listingChangeItems, waiting);
  const finishedAt = ctx.clock.now();
  await mutate(ctx, {
    writes: [
      update(listingChanges, change, { state: "done", refused: change.refused + left, finishedAt }),
      updateWhere(listingChangeItems, waiting, { state: "refused", reason: "unreachable", finishedAt }),
    ],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "listings" }],
  });
}
