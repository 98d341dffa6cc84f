import type { KeptEvent } from "#app/domain/collect/judge-batch.ts";
import type { InteractionMoment } from "#app/domain/interactions/interaction.ts";
import type { ShownEvent } from "./event-list.tsx";

type Money = (cents: number, currency: string) => string;

/** The few words by which an event is told from others of its kind. */
export function wordsOf(event: KeptEvent, money: Money): string {
  const { path, title, query, name, target, products = [], totalCents, currency, orderRef } = event;
  const [product] = products;
  const price =
    product?.priceCents === undefined || product.currency === undefined ? undefined : money(product.priceCents, product.currency);
  const sum = totalCents === undefined || currency === undefined ? undefined : money(totalCents, currency);
  const parts = [
    query,
    name,
    target?.text,
    product?.name ?? product?.sku,
    price,
    orderRef,
    sum,
    event.type === "page" ? title : undefined,
    path,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

export function momentWords({ at, eventId, kind, data }: InteractionMoment, money: Money): ShownEvent {
  const { path, title, query, name, product, priceCents, currency, orderRef, totalCents } = data;
  const price = typeof priceCents === "number" && typeof currency === "string" ? money(priceCents, currency) : undefined;
  const sum = typeof totalCents === "number" && typeof currency === "string" ? money(totalCents, currency) : undefined;
  const parts = [query, name, product, price, orderRef, sum, title, path].filter(
    (part) => part !== undefined && part !== null && part !== "",
  );
  return { id: eventId, at, type: kind, words: parts.join(" · ") };
}
