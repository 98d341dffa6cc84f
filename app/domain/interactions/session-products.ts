import type { KeptEvent } from "../collect/judge-batch.ts";
import type { InteractionProduct, ProductRole } from "./interaction.ts";

type Seen = NonNullable<KeptEvent["products"]>[number];

const rank: Record<ProductRole, number> = { mentioned: 0, viewed: 1, compared: 2, removed: 3, carted: 4, bought: 5 };
const mostProducts = 60;
/** So many side by side are looked at against each other; more are a shelf. */
const mostCompared = 4;

/** What stays the same for a product within a site. Undefined where a page names nothing to tell it by. */
function productKey({ sku, gtin, url, name }: Seen): string | undefined {
  if (sku !== undefined && sku !== "") return `sku:${sku.toUpperCase()}`;
  if (gtin !== undefined && gtin !== "") return `gtin:${gtin.replaceAll(/\D/g, "")}`;
  if (url !== undefined && url !== "") return `url:${url.split(/[?#]/, 1)[0] ?? url}`;
  return name === undefined || name === "" ? undefined : `url:${name.toLowerCase()}`;
}

/** The products of a session with the strongest part each played, in the order they were met. */
export function productsOf(events: readonly KeptEvent[]): InteractionProduct[] {
  const products = new Map<string, InteractionProduct>();
  const shownAt = new Map<string, string>();
  for (const event of events) {
    if (event.type === "leave") addTime(products.get(shownAt.get(event.path) ?? ""), event.visibleMs ?? 0);
    for (const seen of event.products ?? []) {
      const key = productKey(seen);
      if (key === undefined || (!products.has(key) && products.size >= mostProducts)) continue;
      const product = products.get(key) ?? fresh(key, seen, event.at);
      products.set(key, playPart(product, seen, event));
      if (event.type === "product") shownAt.set(event.path, key);
    }
    if (event.type === "order" && (event.products ?? []).length === 0) buyCart(products);
  }
  const compared = comparedKeys(events);
  return [...products.values()].map((product) =>
    compared.has(product.key) && rank[product.role] < rank.compared ? { ...product, role: "compared" } : product,
  );
}

function fresh(key: string, seen: Seen, at: number): InteractionProduct {
  const name = seen.name ?? seen.sku ?? seen.url ?? key;
  return {
    key,
    productId: null,
    variantId: null,
    name,
    priceCents: seen.priceCents ?? null,
    currency: seen.currency ?? null,
    role: "viewed",
    views: 0,
    visibleMs: 0,
    firstAt: at,
  };
}

function addTime(product: InteractionProduct | undefined, visibleMs: number): void {
  if (product !== undefined) product.visibleMs += visibleMs;
}

function playPart(product: InteractionProduct, seen: Seen, { type }: KeptEvent): InteractionProduct {
  return {
    ...product,
    name: seen.name ?? product.name,
    priceCents: seen.priceCents ?? product.priceCents,
    currency: seen.currency ?? product.currency,
    views: product.views + (type === "product" ? 1 : 0),
    role: roleAfter(product.role, type),
  };
}

/** A thing that was put back is removed until it is taken again; nothing undoes a purchase here. */
function roleAfter(role: ProductRole, type: KeptEvent["type"]): ProductRole {
  if (role === "bought") return role;
  if (type === "cart-remove") return "removed";
  const played = type === "order" ? "bought" : type === "cart-add" ? "carted" : "viewed";
  return rank[played] > rank[role] || (played === "carted" && role === "removed") ? played : role;
}

/** An order that names no goods is of what lay in the cart. */
function buyCart(products: Map<string, InteractionProduct>): void {
  for (const [key, product] of products) if (product.role === "carted") products.set(key, { ...product, role: "bought" });
}

/** Shown together on one page, or gone back and forth between. */
function comparedKeys(events: readonly KeptEvent[]): Set<string> {
  const compared = new Set<string>();
  for (const { type, products = [], path } of events) {
    if (type !== "products" || products.length < 2 || products.length > mostCompared || !/compar/i.test(path)) continue;
    for (const seen of products) compared.add(productKey(seen) ?? "");
  }
  for (const { keys } of switchesOf(events)) for (const key of keys) compared.add(key);
  return compared;
}

/** Each time somebody came back to a product from another one: the two, and where it happened. */
export function switchesOf(events: readonly KeptEvent[]): { keys: [string, string]; eventId: string }[] {
  const views = events.flatMap((event) => {
    const key = event.type === "product" ? productKey(event.products?.[0] ?? {}) : undefined;
    return key === undefined ? [] : [{ key, eventId: event.id }];
  });
  const steps = views.filter(({ key }, index) => key !== views[index - 1]?.key);
  return steps.flatMap(({ key, eventId }, index) => {
    const before = steps[index - 1];
    return before !== undefined && key === steps[index - 2]?.key ? [{ keys: [before.key, key], eventId }] : [];
  });
}
