import { expect, test } from "vitest";
import type { Told } from "../client.ts";
import type { EventType } from "../wire.ts";
import { centsOf } from "./product.ts";
import { watchShop } from "./shop.ts";

type Seen = [EventType, Told | undefined][];

function watch(html: string): { seen: Seen; shop: ReturnType<typeof watchShop> } {
  document.body.innerHTML = html;
  const seen: Seen = [];
  const shop = watchShop((type, told) => seen.push([type, told]));
  shop.read();
  return { seen, shop };
}

const product = (sku: string, more = "") =>
  `<article data-entrepot-product="${sku}" data-entrepot-price="1.899,90" data-entrepot-currency="brl" ${more}></article>`;

test("a page about one product tells it, and what stands beside it as a list", () => {
  const { seen } = watch(
    `${product("A", 'data-entrepot-view="product" data-entrepot-name="Kettle" data-entrepot-in-stock="false"')}${product("B")}`,
  );
  expect(seen).toMatchObject([
    ["product", { products: [{ sku: "A", name: "Kettle", priceCents: 189_990, currency: "BRL", inStock: false }] }],
    ["products", { products: [{ sku: "B" }] }],
  ]);
});

test("products that are compared are told as compared", () => {
  const { seen } = watch(`<main data-entrepot-view="compare">${product("A")}${product("B")}</main>${product("C")}`);
  expect(seen).toMatchObject([["products", { name: "compare", products: [{ sku: "A" }, { sku: "B" }] }]]);
});

test("each thing a page shows is told once, what is shown later then, and all of it anew on another page", () => {
  const { seen, shop } = watch(`<div data-entrepot-search="kettle" data-entrepot-results="0"></div>`);
  shop.read();
  expect(seen).toMatchObject([["search", { query: "kettle", results: 0 }]]);
  document.body.innerHTML += product("A");
  shop.read();
  expect(seen.map(([type]) => type)).toEqual(["search", "products"]);
  shop.begin();
  shop.read();
  expect(seen).toHaveLength(4);
});

test("a button puts in what stands around it, or what it names", () => {
  const { seen } = watch(
    `<div data-entrepot-product="A" data-entrepot-price="10"><button data-entrepot-add id="a"><b>Add</b></button></div><div data-entrepot-product="B" data-entrepot-name="Lid"></div><button data-entrepot-remove="B" id="b">x</button>`,
  );
  seen.length = 0;
  for (const selector of ["#a b", "#b"]) document.querySelector(selector)?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  expect(seen).toMatchObject([
    ["cart-add", { products: [{ sku: "A", priceCents: 1_000 }] }],
    ["cart-remove", { products: [{ sku: "B", name: "Lid" }] }],
  ]);
});

test("a step of the checkout is told with the basket, and again when its shipping cost comes late", () => {
  const { seen, shop } = watch(
    `<div data-entrepot-cart>${product("A", 'data-entrepot-quantity="2"')}</div><form data-entrepot-step="2" data-entrepot-step-name="shipping" data-entrepot-total="120" data-entrepot-currency="BRL"></form>`,
  );
  expect(seen).toMatchObject([["checkout", { step: 2, name: "shipping", totalCents: 12_000, products: [{ sku: "A", quantity: 2 }] }]]);
  document.querySelector("form")?.setAttribute("data-entrepot-shipping", "39,90");
  shop.read();
  expect(seen[1]).toMatchObject(["checkout", { props: { shippingCents: 3_990 } }]);
});

test("an order is told with its name, its sum and what was bought", () => {
  const { seen } = watch(
    `<main data-entrepot-order="2201" data-entrepot-total="1899.90" data-entrepot-currency="BRL">${product("A")}</main>`,
  );
  expect(seen).toMatchObject([["order", { orderRef: "2201", totalCents: 189_990, currency: "BRL", products: [{ sku: "A" }] }]]);
});

test("a shop that marks nothing is read by what it tells search engines", () => {
  const offer = { "@type": "Offer", price: "189.90", priceCurrency: "BRL", availability: "https://schema.org/OutOfStock" };
  const told = {
    "@context": "https://schema.org",
    "@graph": [{ "@type": "Product", sku: "A", gtin13: "7891000315507", name: "Kettle", offers: [offer] }],
  };
  expect(watch(`<script type="application/ld+json">${JSON.stringify(told)}</script>`).seen).toMatchObject([
    ["product", { products: [{ sku: "A", gtin: "7891000315507", name: "Kettle", priceCents: 18_990, currency: "BRL", inStock: false }] }],
  ]);
  const list = {
    "@type": "ItemList",
    itemListElement: ["A", "B"].map((sku) => ({ "@type": "ListItem", item: { "@type": ["Product"], sku } })),
  };
  expect(watch(`<script type="application/ld+json">${JSON.stringify(list)}</script>`).seen).toMatchObject([
    ["products", { products: [{ sku: "A" }, { sku: "B" }] }],
  ]);
  const micro = `<div itemscope itemtype="https://schema.org/Product"><span itemprop="name">Kettle</span><meta itemprop="sku" content="A"><span itemprop="price">R$ 189,90</span></div>`;
  expect(watch(micro).seen).toMatchObject([["product", { products: [{ sku: "A", name: "Kettle", priceCents: 18_990 }] }]]);
});

test("what a page tells to do harm does none", () => {
  const deep = JSON.stringify(
    Array.from({ length: 2_000 }).reduce((inner: unknown) => ({ "@graph": inner }), { "@type": "Product", sku: "A" }),
  );
  const polluting = `{"@type":"Product","sku":"A","__proto__":{"polluted":1},"offers":{"__proto__":{"price":1}}}`;
  for (const text of [deep, polluting, "not json", "null", "[]", `"x".repeat(9e9)`, `{"@type":"Product","name":{"a":1},"sku":[]}`]) {
    expect(() => watch(`<script type="application/ld+json">${text}</script>`)).not.toThrow();
  }
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("prices are read as people write them", () => {
  const read: [unknown, string | undefined, number | undefined][] = [
    ["1.899,90", "BRL", 189_990],
    ["1,899.90", "USD", 189_990],
    ["R$ 1.899", "BRL", 189_900],
    [189.9, "BRL", 18_990],
    ["189", undefined, 18_900],
    ["¥ 1,200", "JPY", 1_200],
    ["0", "BRL", 0],
    ["", "BRL", undefined],
    ["free", "BRL", undefined],
    [undefined, "BRL", undefined],
  ];
  for (const [text, currency, cents] of read) expect(centsOf(text, currency), String(text)).toBe(cents);
});
