import { describe, expect, test } from "vitest";
import type { KeptEvent } from "../collect/judge-batch.ts";
import type { Visit } from "../collect/ports.ts";
import { keepsFacts } from "./describe-question.ts";
import { describeSession } from "./describe-session.ts";
import { kindOf, sessionFeatures, tagsOf } from "./session-features.ts";
import { momentsOf } from "./session-moments.ts";

const start = 1_800_000_000_000;
const minuteMs = 60_000;
const visit: Visit = {
  device: "phone",
  browser: "Chrome",
  country: "BR",
  language: "pt-BR",
  timeZone: "",
  referrerHost: null,
  campaign: { source: null, medium: null, name: null },
  agentFlags: [],
  isKnownAgain: true,
};
const big = { sku: "ket-18", name: "Kettle 1.8 l", priceCents: 18_990, currency: "BRL" };
const small = { sku: "KET-12", name: "Kettle 1.2 l", priceCents: 12_990, currency: "BRL" };

let count = 0;
function at(minutes: number, event: Partial<KeptEvent>): KeptEvent {
  count += 1;
  const ms = start + minutes * minuteMs;
  return { id: `e${count}`, type: "page", path: "/", at: ms, clientAt: ms, receivedAt: ms, ...event };
}
const featuresOf = (...events: KeptEvent[]) => sessionFeatures(events, { visit, isReturning: false });
const seen = (minutes: number, product: typeof big, path = `/p/${product.sku}`) => [
  at(minutes, { type: "product", path, products: [product] }),
  at(minutes + 1, { type: "leave", path, visibleMs: minuteMs }),
];

const compared = [
  at(0, {}),
  ...seen(1, big),
  ...seen(3, small),
  ...seen(5, big),
  at(7, { type: "cart-add", products: [small] }),
  at(8, { type: "checkout", name: "shipping", step: 2 }),
];

describe("a visit that compared and left when it saw what delivery costs", () => {
  const features = featuresOf(...compared);

  test("says so, in both languages, with times and the cheaper one", () => {
    expect(describeSession(features, "en")).toBe(
      "Compared Kettle 1.8 l and Kettle 1.2 l for 3 minutes, put the cheaper one in the cart (Kettle 1.2 l), left when the shipping cost was shown.",
    );
    expect(describeSession(features, "pt-BR")).toBe(
      "Comparou Kettle 1.8 l e Kettle 1.2 l por 3 minutos, colocou no carrinho o mais barato (Kettle 1.2 l), saiu ao ver o valor do frete.",
    );
  });

  test("names the events it goes by, and is found by its reasons", () => {
    const [first, second] = features.hesitations;
    expect(first).toMatchObject({ reason: "shipping-cost", eventIds: [compared.at(-1)?.id], strength: 90 });
    expect(second).toMatchObject({ reason: "comparing" });
    expect(tagsOf(features)).toEqual(["hesitation:shipping-cost", "hesitation:comparing"]);
    expect(kindOf(features)).toBe("left-checkout");
  });

  test("knows each product by its SKU however it is written, with its part and the time it was looked at", () => {
    expect(features.products).toMatchObject([
      { key: "sku:KET-18", role: "compared", views: 2, visibleMs: 2 * minuteMs },
      { key: "sku:KET-12", role: "carted", views: 1, visibleMs: minuteMs },
    ]);
  });
});

test("who bought did not hesitate, and an order that names no goods is of what lay in the cart", () => {
  const features = featuresOf(...compared, at(9, { type: "order", orderRef: "W-1", totalCents: 15_480, currency: "BRL" }));
  expect(features.hesitations).toEqual([]);
  expect(kindOf(features)).toBe("bought");
  expect(features.products.find(({ key }) => key === "sku:KET-12")).toMatchObject({ role: "bought" });
  expect(describeSession(features, "pt-BR")).toContain("comprou Kettle 1.2 l por R$");
});

test("what was put back is removed until it is taken again", () => {
  const taken = [at(0, { type: "cart-add", products: [big] }), at(1, { type: "cart-remove", products: [big] })];
  expect(featuresOf(...taken).products).toMatchObject([{ role: "removed" }]);
  expect(featuresOf(...taken, at(2, { type: "cart-add", products: [big] })).products).toMatchObject([{ role: "carted" }]);
});

test("a search that nothing was opened after was in vain", () => {
  const vain = featuresOf(at(0, { type: "search", query: "moka pot", results: 0 }));
  expect(kindOf(vain)).toBe("searched-in-vain");
  expect(describeSession(vain, "en")).toBe("Searched for “moka pot” without finding anything.");
  expect(tagsOf(vain)).toEqual(["search:moka pot"]);
  const unopened = featuresOf(at(0, { type: "search", query: "kettle", results: 2 }));
  expect(describeSession(unopened, "pt-BR")).toBe("Buscou “kettle” e não abriu nada.");
  expect(featuresOf(at(0, { type: "search", query: "kettle", results: 2 }), ...seen(1, big)).searches).toMatchObject([
    { isFollowed: true },
  ]);
});

test.each([
  ["stock", [at(0, { type: "product", products: [{ ...big, inStock: false }] })]],
  ["price", [at(0, { path: "/kettles?sort=price-asc" })]],
  ["form", [at(0, { type: "form", name: "begin", path: "/c" }), at(1, { type: "form", name: "leave", path: "/c" })]],
  ["payment", [at(0, { type: "checkout", name: "pagamento" })]],
])("hesitating over %s is seen by its rule", (reason, events) => {
  expect(featuresOf(...events).hesitations).toMatchObject([{ reason, eventIds: [expect.any(String) as string] }]);
});

test("pages faster than anybody reads, or many without one look, are a program's", () => {
  const quick = Array.from({ length: 25 }, (_, index) => ({ ...at(0, {}), at: start + index * 100 }));
  expect(featuresOf(...quick).botFlags).toEqual(["too-fast", "no-look"]);
  expect(featuresOf(at(0, {}), at(0, { type: "leave", visibleMs: 3_000 })).botFlags).toEqual([]);
});

test("a glance is told as one, and moments leave out what says little", () => {
  const events = [at(0, {}), at(0, { type: "scroll", depthPercent: 10 }), at(0.1, { type: "leave", visibleMs: 6_000 })];
  expect(kindOf(featuresOf(...events))).toBe("glanced");
  expect(describeSession(featuresOf(...events), "en")).toBe("Had a look for 6 seconds.");
  expect(momentsOf(events)).toMatchObject([{ kind: "page" }]);
});

describe("a model's words", () => {
  const features = featuresOf(...compared);
  const text = describeSession(features, "en");
  test.each([
    ["the same facts", "Compared Kettle 1.8 l with Kettle 1.2 l for 3 minutes and left at the shipping cost.", true],
    ["another number", "Compared two kettles for 47 minutes.", false],
    ["a purchase that was none", "Compared Kettle 1.8 l and bought it.", false],
    ["an address", "See https://evil.test for 3 kettles.", false],
  ])("with %s are taken or left", (_name, answer, isTaken) => {
    expect(keepsFacts(answer, { text, features })).toBe(isTaken);
  });
});
