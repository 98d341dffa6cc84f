import { and, eq, gt, isNotNull, isNull, ne } from "drizzle-orm";
import { invitations, users } from "#db/schema/accounts.ts";
import { listings, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { conversations } from "#db/schema/conversations.ts";
import { sites } from "#db/schema/sites.ts";
import { zoneStock } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { WhatIsThere } from "./first-steps.ts";

/** How far a workspace has been set up. */
export async function readFirstSteps(ctx: ServiceContext): Promise<WhatIsThere> {
  requirePermission(ctx, "activity:read");
  const { db } = ctx;
  const [connected, linked, suggested, costed, asked, members, waiting, stocked, known] = await Promise.all([
    db.count(channels, ne(channels.state, "disconnected")),
    db.count(listings, eq(listings.linkState, "linked")),
    db.count(listings, eq(listings.linkState, "suggested")),
    db.count(variants, isNotNull(variants.costCents)),
    db.count(conversations),
    db.count(users),
    db.count(invitations, and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))),
    db.count(zoneStock, gt(zoneStock.onHand, 0)),
    db.count(sites),
  ]);
  return {
    channels: connected,
    linkedListings: linked,
    suggestedListings: suggested,
    costedVariants: costed,
    conversations: asked,
    members,
    waitingInvitations: waiting,
    stockedSkus: stocked,
    sites: known,
  };
}
