import { and, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { listingChangeItems, listingChanges } from "#db/schema/selling.ts";
import { update, updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findListingChange } from "./read-listing-change.server.ts";
import { listingChangeStateSchema } from "./schemas.ts";

/** Stops a change: what waits is left as it is, what was carried out stays and can be taken back. */
export async function cancelListingChange(ctx: ServiceContext, input: { id: string; state?: string }): Promise<{ id: string }> {
  requirePermission(ctx, "catalog:write");
  const { id } = parseInput(listingChangeStateSchema, input);
  const change = await findListingChange(ctx, id);
  if (change.state !== "waiting" && change.state !== "running") throw new AppError("conflict", "listingChangeOver");
  const [first] = await ctx.db.all(listingChangeItems, { where: eq(listingChangeItems.changeId, id), limit: 1 });
  const label = [first?.label ?? "", change.total > 1 ? `+${change.total - 1}` : ""].join(" ").trim();
  const finishedAt = ctx.clock.now();
  const waiting = and(eq(listingChangeItems.changeId, id), eq(listingChangeItems.state, "waiting"));
  await mutate(ctx, {
    writes: [
      update(listingChanges, change, { state: "cancelled", finishedAt }),
      ...(waiting === undefined ? [] : [updateWhere(listingChangeItems, waiting, { state: "cancelled", finishedAt })]),
    ],
    audit: {
      action: "listing-change.cancelled",
      subject: { type: "listing-change", id, label },
      after: { applied: change.applied, refused: change.refused, total: change.total },
    },
    events: [{ type: "data.changed", area: "listings" }],
  });
  return { id };
}
