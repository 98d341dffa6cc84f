import { chance, choose } from "./chance.ts";
import { parseMoment } from "../wire-values.ts";
import { addTo, type SimClaim, type SimOrder, type SimSeller, type World } from "./model.ts";
import { localIso, paging, refuse, reply } from "./replies.ts";
import { type Route, route, type RouteContext } from "./router.ts";

const dayMs = 86_400_000;
const reasonIds = ["PDD9939", "PDD9944", "PNR9101", "PDD9941"] as const;
const realFilters = [
  "id",
  "type",
  "stage",
  "status",
  "resource",
  "resource_id",
  "reason_id",
  "site_id",
  "players.role",
  "players.user_id",
  "order_id",
  "pack_id",
  "parent_id",
  "range",
];
const furthest = 10_000;

export const claimRoutes: Route[] = [
  route("GET /post-purchase/v1/claims/search", searchClaims),
  route("GET /post-purchase/v1/claims/:id", (context) => withClaim(context, (claim) => reply(claimBody(claim)))),
  route("GET /post-purchase/v1/claims/:id/detail", (context) =>
    withClaim(context, (claim) =>
      reply({
        due_date: localIso(claim.createdMs + 3 * dayMs),
        action_responsible: "seller",
        problem: claim.reasonId.startsWith("PNR") ? "O produto não chegou" : "O produto chegou com defeito",
        title: "Reclamação do comprador",
        description: "Responda ao comprador para não afetar a sua reputação.",
      }),
    ),
  ),
];

/** One sale in seventy ends with a complaint. */
export function makeClaims(world: World, seller: SimSeller): void {
  for (const id of world.orderIdsOf.get(seller.id) ?? []) {
    const order = world.orders.get(id);
    const shipment = order?.shipmentId == null ? undefined : world.shipments.get(order.shipmentId);
    if (order === undefined || shipment?.deliveredMs == null || chance(world.seed, id, 401) > 0.0125) continue;
    const createdMs = Math.min(world.startMs - 60_000, shipment.deliveredMs + Math.floor(chance(world.seed, id, 402) * 4 * dayMs));
    const claim = addClaim(world, order, choose(reasonIds, chance(world.seed, id, 403)), createdMs);
    if (createdMs < world.startMs - 8 * dayMs) Object.assign(claim, { status: "closed", updatedMs: createdMs + 5 * dayMs });
  }
}

export function addClaim(world: World, order: SimOrder, reasonId: string, atMs: number): SimClaim {
  world.counters.claim += 1;
  const claim: SimClaim = {
    id: 5_200_000_000 + world.counters.claim,
    orderId: order.id,
    sellerId: order.sellerId,
    buyerId: order.buyerId,
    status: "opened",
    reasonId,
    type: "mediations",
    createdMs: atMs,
    updatedMs: atMs,
  };
  world.claims.set(claim.id, claim);
  addTo(world.claimIdsOf, order.id, claim.id);
  return claim;
}

function withClaim({ world, params, caller }: RouteContext, work: (claim: SimClaim) => Response): Response {
  const claim = world.claims.get(Number(params["id"]));
  if (claim === undefined || claim.sellerId !== caller.id) return refuse(404, "not_found", "Claim not found");
  return work(claim);
}

function searchClaims({ world, url, caller }: RouteContext): Response {
  const query = url.searchParams;
  if (!realFilters.some((name) => query.has(name))) return refuse(400, "invalid_query", "At least one filter is required");
  const halfPair = query.has("players.role") !== query.has("players.user_id") || (query.has("resource_id") && !query.has("resource"));
  if (halfPair || (query.has("order_id") && query.has("pack_id"))) return refuse(400, "invalid_params", "Filters do not fit together");
  const range = rangeOf(query.get("range"));
  if (range === undefined) return refuse(400, "invalid_params", "range needs dates with milliseconds");
  const found = [...world.claims.values()]
    .filter((claim) => claim.sellerId === caller.id)
    .filter((claim) => query.get("status") === null || claim.status === query.get("status"))
    .filter((claim) => query.get("order_id") === null || String(claim.orderId) === query.get("order_id"))
    .filter((claim) => claim.createdMs >= range.afterMs && claim.createdMs <= range.beforeMs)
    .sort((a, b) => b.createdMs - a.createdMs);
  const page = paging(url, found.length, { usual: 30, max: 100 });
  if (page.offset + page.limit >= furthest) return refuse(400, "invalid_query", `offset + limit must be less than ${furthest}`);
  return reply({ paging: page, data: found.slice(page.offset, page.offset + page.limit).map(claimBody) });
}

/** `date_created:after:…,before:…`; dates without milliseconds are refused. */
function rangeOf(text: string | null): { afterMs: number; beforeMs: number } | undefined {
  if (text === null) return { afterMs: 0, beforeMs: Number.MAX_SAFE_INTEGER };
  const [, after, before] = /^date_created:after:(\S+?),before:(\S+)$/.exec(text) ?? [];
  if (after === undefined || before === undefined || ![after, before].every((date) => /\.\d{3}/.test(date))) return undefined;
  const [afterMs, beforeMs] = [parseMoment(after), parseMoment(before)];
  return afterMs === undefined || beforeMs === undefined ? undefined : { afterMs, beforeMs };
}

function claimBody(claim: SimClaim): unknown {
  const isOpen = claim.status === "opened";
  return {
    id: claim.id,
    resource: "order",
    resource_id: claim.orderId,
    status: claim.status,
    type: claim.type,
    stage: isOpen ? "claim" : "none",
    reason_id: claim.reasonId,
    fulfilled: !claim.reasonId.startsWith("PNR"),
    quantity_type: "total",
    players: [
      { role: "complainant", type: "buyer", user_id: claim.buyerId, available_actions: [] },
      {
        role: "respondent",
        type: "seller",
        user_id: claim.sellerId,
        available_actions: isOpen ? [{ action: "refund", mandatory: false, due_date: localIso(claim.createdMs + 3 * dayMs) }] : [],
      },
    ],
    resolution: isOpen ? null : { reason: "payment_refunded", benefited: ["complainant"], closed_by: "seller", applied_coverage: false },
    related_entities: [],
    site_id: "MLB",
    date_created: localIso(claim.createdMs),
    last_updated: localIso(claim.updatedMs),
  };
}
