import { orders } from "#db/schema/orders.ts";
import { listings } from "#db/schema/catalog.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { zoneStock } from "#db/schema/warehouse.ts";
import { questions } from "#db/schema/service.ts";
import type { WorkspaceTable } from "#db/client.server.ts";
import type { Action } from "../accounts/permissions.ts";
import { actorAllows } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { SuggestionKey } from "./suggestions.ts";

type Source = { table: WorkspaceTable; needs: Action; keys: readonly SuggestionKey[] };

/** What can be asked once there is something of the kind. */
const sources: readonly Source[] = [
  { table: orders, needs: "orders:read", keys: ["gmvByChannel", "whyOrders"] },
  { table: shopperSessions, needs: "shoppers:read", keys: ["viewedNotBought"] },
  { table: zoneStock, needs: "warehouse:read", keys: ["runOut", "picksByPerson"] },
  { table: listings, needs: "catalog:read", keys: ["activeListings"] },
  { table: questions, needs: "service:read", keys: ["unanswered"] },
];

/** Questions that this workspace's own data can answer, for whoever does not know where to begin. */
export async function suggestQuestions(ctx: ServiceContext): Promise<SuggestionKey[]> {
  requirePermission(ctx, "chat:read");
  const known = await Promise.all(
    sources.map(async ({ table, needs, keys }) => {
      if (!actorAllows(ctx.actor, needs)) return [];
      return (await ctx.db.first(table, undefined)) === undefined ? [] : keys;
    }),
  );
  return known.flat();
}
