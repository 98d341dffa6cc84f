import type { KeptEvent } from "../collect/judge-batch.ts";
import type { Visit } from "../collect/ports.ts";
import { behaviourFlags } from "./bot-signs.ts";
import { hesitationsOf } from "./hesitations.ts";
import type { InteractionKind, SessionFeatures } from "./interaction.ts";
import { productsOf } from "./session-products.ts";

type About = { visit: Visit; isReturning: boolean };
const mostSearches = 30;

/** What a session comes down to. Events are in the order of their time; there is at least one. */
export function sessionFeatures(events: readonly KeptEvent[], { visit, isReturning }: About): SessionFeatures {
  const [first] = events;
  const last = events.at(-1);
  const count = (type: KeptEvent["type"]) => events.filter((event) => event.type === type).length;
  const order = events.findLast(({ type }) => type === "order");
  const products = productsOf(events);
  return {
    startedAt: first?.at ?? 0,
    endedAt: last?.at ?? 0,
    visibleMs: events.reduce((sum, { type, visibleMs = 0 }) => (type === "leave" ? sum + visibleMs : sum), 0),
    pages: count("page"),
    clicks: count("click"),
    rageClicks: count("rage-click"),
    deadClicks: count("dead-click"),
    deepestPercent: events.reduce((most, { depthPercent = 0 }) => Math.max(most, depthPercent), 0),
    landingPath: first?.path ?? "",
    exitPath: last?.path ?? "",
    stages: stagesOf(events),
    checkoutSteps: [...new Set(events.flatMap(({ type, name, step }) => (type === "checkout" ? [name ?? `${step ?? 1}`] : [])))],
    searches: searchesOf(events),
    products,
    hesitations: hesitationsOf(events),
    orderRef: order?.orderRef ?? null,
    orderCents: order?.totalCents ?? null,
    currency: order?.currency ?? products.find(({ currency }) => currency !== null)?.currency ?? null,
    isReturning,
    botFlags: [...visit.agentFlags, ...behaviourFlags(events)],
    device: visit.device,
    browser: visit.browser,
    country: visit.country,
    referrerHost: visit.referrerHost,
    campaign: visit.campaign,
  };
}

function stagesOf(events: readonly KeptEvent[]): SessionFeatures["stages"] {
  const has = (...types: KeptEvent["type"][]) => events.some(({ type }) => types.includes(type));
  const reached = {
    landing: true,
    product: has("product"),
    cart: has("cart-add"),
    checkout: has("checkout"),
    order: has("order"),
  };
  return (["landing", "product", "cart", "checkout", "order"] as const).filter((stage) => reached[stage]);
}

/** A search is followed when something that was found is opened before the next one. */
function searchesOf(events: readonly KeptEvent[]): SessionFeatures["searches"] {
  return events
    .flatMap((event, index) => {
      if (event.type !== "search" || event.query === undefined || event.query === "") return [];
      const after = events.slice(index + 1);
      const next = after.findIndex(({ type }) => type === "search");
      const until = next === -1 ? after : after.slice(0, next);
      const isFollowed = until.some(({ type }) => type === "product" || type === "cart-add" || type === "order");
      return [{ query: event.query, results: event.results ?? null, isFollowed }];
    })
    .slice(0, mostSearches);
}

const glanceMs = 10_000;

/** The strongest thing that happened. */
export function kindOf({ stages, products, searches, pages, visibleMs }: SessionFeatures): InteractionKind {
  if (stages.includes("order")) return "bought";
  if (stages.includes("checkout")) return "left-checkout";
  if (products.some(({ role }) => role === "carted")) return "left-cart";
  if (products.some(({ role }) => role === "compared")) return "compared";
  if (stages.includes("product") || stages.includes("cart")) return "viewed";
  if (searches.some(({ results, isFollowed }) => results === 0 || !isFollowed)) return "searched-in-vain";
  return pages <= 1 && visibleMs < glanceMs ? "glanced" : "browsed";
}

/** Words for filters: what somebody hesitated over, and what they looked for. */
export function tagsOf({ hesitations, searches, campaign }: SessionFeatures): string[] {
  const words = [
    ...hesitations.map(({ reason }) => `hesitation:${reason}`),
    ...searches.map(({ query }) => `search:${query.toLowerCase().trim()}`),
    ...(campaign.name === null ? [] : [`campaign:${campaign.name}`]),
  ];
  return [...new Set(words)].slice(0, 40);
}
