import type { KeptEvent } from "../collect/judge-batch.ts";
import type { InteractionMoment } from "./interaction.ts";

const mostMoments = 80;
/** Movements that say little by themselves; what they add up to is in the features. */
const quiet: ReadonlySet<KeptEvent["type"]> = new Set(["scroll", "leave", "click"]);

/** The events a sentence is made of, each with its place in the archive. */
export function momentsOf(events: readonly KeptEvent[]): InteractionMoment[] {
  const telling = events.filter(({ type }) => !quiet.has(type));
  const shown = telling.length <= mostMoments ? telling : [...telling.slice(0, mostMoments - 20), ...telling.slice(-20)];
  return shown.map((event) => ({ at: event.at, eventId: event.id, kind: event.type, data: dataOf(event) }));
}

function dataOf({ type, path, title, name, query, results, products = [], orderRef, totalCents, currency }: KeptEvent) {
  const [product] = products;
  const told: Record<string, string | number | boolean | null | undefined> = {
    path,
    title: type === "page" ? title : undefined,
    name,
    query,
    results,
    product: product?.name ?? product?.sku,
    products: products.length > 1 ? products.length : undefined,
    priceCents: product?.priceCents,
    currency: currency ?? product?.currency,
    inStock: product?.inStock,
    orderRef,
    totalCents,
  };
  return Object.fromEntries(
    Object.entries(told).filter((entry): entry is [string, string | number | boolean | null] => entry[1] !== undefined),
  );
}
