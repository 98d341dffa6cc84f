import type { KeptEvent } from "../collect/judge-batch.ts";
import type { Hesitation } from "./interaction.ts";
import { switchesOf } from "./session-products.ts";

export const hesitationReasons = ["shipping-cost", "payment", "price", "stock", "form", "comparing"] as const;
export type HesitationReason = (typeof hesitationReasons)[number];

type Found = Hesitation & { reason: HesitationReason };

const shipping = /ship|deliver|freight|frete|entrega|envio/i;
const payment = /pay|pagamento|pix|boleto|card|cart[aã]o/i;
const byPrice = /(sort|order|ordem|ordenar)[\w-]*=[\w-]*(price|preco|valor)|menor pre[cç]o|lowest price|price: low|low to high/i;
const evidenceShown = 5;

/** Why somebody seemed to hesitate, by rules that name the events they go by. Who bought did not hesitate over it. */
export function hesitationsOf(events: readonly KeptEvent[]): Hesitation[] {
  const hasBought = events.some(({ type }) => type === "order");
  const rules = hasBought ? [outOfStock] : [atCheckout, sortedByPrice, outOfStock, formLeft, comparing];
  return rules.flatMap((rule) => rule(events)).toSorted((one, other) => other.strength - one.strength);
}

function found(reason: HesitationReason, eventIds: readonly string[], strength: number): Found[] {
  return eventIds.length === 0 ? [] : [{ reason, eventIds: eventIds.slice(0, evidenceShown), strength: Math.min(100, strength) }];
}

/** Left at the step that first told what delivery costs, or at the one where money changes hands. */
function atCheckout(events: readonly KeptEvent[]): Found[] {
  const steps = events.filter(({ type }) => type === "checkout");
  const last = steps.at(-1);
  if (last === undefined) return [];
  const told = events.filter((event) => event.at >= last.at);
  const stayedMs = (told.at(-1)?.at ?? last.at) - last.at;
  const quick = stayedMs <= 60_000 ? 20 : 0;
  const name = last.name ?? "";
  if (shipping.test(name) || last.props?.["shippingCents"] !== undefined) return found("shipping-cost", [last.id], 70 + quick);
  return payment.test(name) ? found("payment", [last.id], 60 + quick) : [];
}

function sortedByPrice(events: readonly KeptEvent[]): Found[] {
  const sorted = events.filter(
    ({ type, path, target }) => (type === "page" && byPrice.test(path)) || (type === "click" && byPrice.test(target?.text ?? "")),
  );
  return found(
    "price",
    sorted.map(({ id }) => id),
    30 + sorted.length * 10,
  );
}

function outOfStock(events: readonly KeptEvent[]): Found[] {
  const missing = events.filter(({ type, products }) => type === "product" && products?.[0]?.inStock === false);
  return found(
    "stock",
    missing.map(({ id }) => id),
    60 + missing.length * 10,
  );
}

/** Begun and never sent. What was typed nobody knows here. */
function formLeft(events: readonly KeptEvent[]): Found[] {
  const forms = events.filter(({ type }) => type === "form");
  const sent = new Set(forms.filter(({ name }) => name === "send").map(({ path }) => path));
  const left = forms.filter(({ name, path }) => name === "leave" && !sent.has(path));
  return found(
    "form",
    left.map(({ id }) => id),
    40 + left.length * 10,
  );
}

function comparing(events: readonly KeptEvent[]): Found[] {
  const switches = switchesOf(events);
  return found(
    "comparing",
    switches.map(({ eventId }) => eventId),
    20 + switches.length * 15,
  );
}
