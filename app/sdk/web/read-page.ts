import type { Told } from "../client.ts";
import { cleanText, cutText } from "../safe.ts";
import type { EventType } from "../wire.ts";
import { readLinkedData, readMicrodata } from "./linked-data.ts";
import { centsOf, currencyOf, productsOf, type TextProduct, wholeOf } from "./product.ts";

function attribute(element: Element, name: string): string | undefined {
  return element.getAttribute(`data-entrepot-${name}`) ?? undefined;
}

const marked = "[data-entrepot-product]";
const elsewhere = "[data-entrepot-cart],[data-entrepot-order],[data-entrepot-view=product]";

/** A product that a page marks by `data-entrepot-…`; its SKU stands in the mark itself. */
function markedProduct(element: Element): TextProduct {
  const names = ["gtin", "name", "url", "category", "price", "currency", "quantity"];
  const stock = attribute(element, "in-stock");
  return {
    ...Object.fromEntries(names.map((name) => [name, attribute(element, name)])),
    sku: attribute(element, "product"),
    inStock: stock === undefined ? undefined : stock !== "false",
  };
}

function goodsIn(root: Document | Element, isTaken: (element: Element) => boolean = () => true) {
  return productsOf([...root.querySelectorAll(marked)].filter(isTaken).map(markedProduct));
}

/** What a page shows to be about: what it marks first, what it tells search engines where it marks nothing. */
export function readPage(page: Document): [EventType, Told][] {
  const found = (name: string) => page.querySelector(`[data-entrepot-${name}]`);
  const [search, step, order] = [found("search"), found("step"), found("order")];
  const events: [EventType, Told][] = goodsOf(page);
  if (search) events.push(["search", { query: cleanText(attribute(search, "search")), results: wholeOf(attribute(search, "results")) }]);
  if (step) {
    const shippingCents = centsOf(attribute(step, "shipping"), currencyOf(attribute(step, "currency")));
    const told = {
      step: wholeOf(attribute(step, "step")),
      name: cutText(attribute(step, "step-name")),
      props: shippingCents === undefined ? undefined : { shippingCents },
    };
    events.push(["checkout", { ...told, ...sumOf(step, found("cart") ?? step) }]);
  }
  if (order) events.push(["order", { orderRef: cutText(attribute(order, "order")), ...sumOf(order, order) }]);
  return events;
}

function sumOf(element: Element, basket: Element): Told {
  const currency = currencyOf(attribute(element, "currency"));
  return { products: goodsIn(basket), totalCents: centsOf(attribute(element, "total"), currency), currency };
}

function goodsOf(page: Document): [EventType, Told][] {
  const main = page.querySelector(`${marked}[data-entrepot-view=product]`);
  const compared = page.querySelector("[data-entrepot-view=compare]");
  const told = page.querySelector(marked) ? [] : productsOf([...readLinkedData(page), ...readMicrodata(page)]);
  const about = main ? productsOf([markedProduct(main)]) : told.slice(told.length === 1 ? 0 : told.length);
  const listed = compared ? goodsIn(compared) : goodsIn(page, (one) => !one.closest(elsewhere));
  const list = told.length > 1 ? told : listed;
  const events: [EventType, Told][] = [];
  if (about.length > 0) events.push(["product", { products: about }]);
  if (list.length > 0) events.push(["products", { products: list, name: compared ? "compare" : undefined }]);
  return events;
}

/** The product a button is for: named by the button, told in full by the mark around it or elsewhere on the page. */
export function pressedGoods(target: EventTarget | null): [EventType, Told] | undefined {
  const button = target instanceof Element && target.closest("[data-entrepot-add],[data-entrepot-remove]");
  if (!button) return undefined;
  const sku = attribute(button, "add") || attribute(button, "remove");
  const marks = [button.closest(marked), ...document.querySelectorAll(marked)];
  const mark = marks.find((one) => one && (!sku || attribute(one, "product") === sku));
  const products = productsOf([{ ...(mark && markedProduct(mark)), ...(sku && { sku }) }]);
  return [attribute(button, "add") === undefined ? "cart-remove" : "cart-add", { products }];
}
