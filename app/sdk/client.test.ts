import { expect, test } from "vitest";
import { createClient } from "./client.ts";
import { createFakeHost, type FakeHost } from "./testing/fake-host.ts";
import type { Consent, WebEvent } from "./wire.ts";

function clientOf(host: FakeHost, more: { consent?: Consent } = {}) {
  const opened: string[] = [];
  const client = createClient(host, {
    site: "pk_test",
    endpoint: "https://app.example",
    sdk: "web",
    path: () => "/here",
    onOpen: () => {
      opened.push("open");
      client.record("page");
    },
    ...more,
  });
  client.start();
  return { ...client, opened };
}

const types = (host: FakeHost) => host.events().map(({ type }) => type);
const granted = { s: JSON.stringify({ consent: "granted", visitor: "visitor-1" }) };

test("before a yes a full site is seen without an id, and nothing is kept", async () => {
  const host = createFakeHost();
  clientOf(host);
  await host.pass(2_000);
  expect(types(host)).toEqual(["page"]);
  expect(host.sent[0]).toMatchObject({ v: 1, site: "pk_test", consent: "unknown", visitor: null, sdk: { name: "web" } });
  expect(host.stored.size).toBe(0);
});

test("a yes gives the visitor an id from then on, which the next page knows again", async () => {
  const host = createFakeHost();
  const { api } = clientOf(host);
  await host.pass(0);
  api.consent("granted");
  await host.pass(2_000);
  expect(host.sent.map(({ visitor }) => visitor === null)).toEqual([true, false]);
  const again = createFakeHost({ stored: Object.fromEntries(host.stored) });
  clientOf(again);
  await again.pass(2_000);
  expect(again.sent[0]?.visitor).toBe(host.sent[1]?.visitor);
});

test("where nothing leaves before a yes, what came before it never leaves, and the page one is on is told then", async () => {
  const host = createFakeHost({ settings: { consentMode: "none" } });
  const { api, opened } = clientOf(host);
  api.track("before");
  await host.pass(10_000);
  expect(host.sent).toEqual([]);
  api.consent("granted");
  await host.pass(2_000);
  expect(opened).toEqual(["open"]);
  expect(types(host).toSorted()).toEqual(["consent", "page"]);
});

test("a no is told once, without anything else, and takes with it all that was kept", async () => {
  const host = createFakeHost({ stored: granted });
  const { api } = clientOf(host);
  await host.pass(0);
  api.track("waiting");
  api.consent("withdrawn");
  api.track("after");
  await host.pass(60_000);
  expect(host.sent.map(({ consent, visitor, events }) => [consent, visitor, events.map(({ type }) => type)])).toEqual([
    ["withdrawn", "visitor-1", ["consent"]],
  ]);
  expect([...host.stored]).toEqual([["s", '{"consent":"withdrawn"}']]);
});

test("after a no the next page asks nothing and sends nothing, until a yes", async () => {
  const host = createFakeHost({ stored: { s: '{"consent":"denied"}' } });
  const { api } = clientOf(host);
  await host.pass(60_000);
  expect(host.sent).toEqual([]);
  api.consent("granted");
  await host.pass(2_000);
  expect(types(host).toSorted()).toEqual(["consent", "page"]);
});

test("a no that could not be told is told later, and still nothing is kept", async () => {
  const host = createFakeHost({ stored: granted, replies: ["down"] });
  const { api } = clientOf(host);
  await host.pass(0);
  api.optOut();
  await host.pass(0);
  expect([...host.stored.keys()]).toEqual(["s"]);
  await host.pass(60_000);
  expect(host.sent.map(({ consent }) => consent)).toEqual(["withdrawn", "withdrawn"]);
});

test("without cookies nobody is named and nothing is kept, whatever is called", async () => {
  const host = createFakeHost({ settings: { consentMode: "cookieless" }, stored: granted });
  const { api } = clientOf(host);
  await host.pass(0);
  api.consent("granted");
  api.identify("customer-7");
  await host.pass(2_000);
  expect(types(host)).toEqual(["page"]);
  expect(host.sent[0]?.visitor).toBeNull();
  expect(host.stored.size).toBe(0);
});

test("who is named without a yes stays unnamed; with one, an address leaves as its hash only", async () => {
  const host = createFakeHost();
  const { api } = clientOf(host);
  await host.pass(0);
  api.identify("customer-6");
  api.consent("granted");
  api.identify("customer-7");
  api.identify(" Ana@Shop.example ");
  await host.pass(2_000);
  const named = host.events().filter(({ type }) => type === "identify");
  expect(named.map(({ userRef }) => userRef)).toEqual(["customer-7", "sha256:hash-of-ana@shop.example"]);
});

test("an address that cannot be hashed does not leave", async () => {
  const host = { ...createFakeHost({ stored: granted }), sha256: () => Promise.reject(new Error("no https")) };
  const { api } = clientOf(host);
  await host.pass(0);
  api.identify("ana@shop.example");
  await host.pass(2_000);
  expect(types(host)).toEqual(["page"]);
});

test("a browser that asks not to be followed is not, unless its person says yes here or the site does not ask", async () => {
  const asks = createFakeHost({ asksPrivacy: true });
  const { api } = clientOf(asks);
  await asks.pass(60_000);
  expect(asks.sent).toEqual([]);
  api.consent("granted");
  await asks.pass(2_000);
  expect(asks.sent[0]).toMatchObject({ asksPrivacy: true, consent: "granted" });
  const ignored = createFakeHost({ asksPrivacy: true, settings: { honoursPrivacySignals: false } });
  clientOf(ignored);
  await ignored.pass(2_000);
  expect(ignored.sent).toHaveLength(1);
});

test("a sample takes so many of a hundred, each of them always", async () => {
  const collected = async (likeness: string) => {
    const host = createFakeHost({ settings: { samplePercent: 20 }, likeness });
    clientOf(host);
    await host.pass(2_000);
    return host.sent.length > 0;
  };
  const first = await Promise.all(Array.from({ length: 500 }, (_, index) => collected(`browser ${index}`)));
  const again = await Promise.all(Array.from({ length: 500 }, (_, index) => collected(`browser ${index}`)));
  expect(again).toEqual(first);
  const share = first.filter(Boolean).length / 5;
  expect(share).toBeGreaterThan(13);
  expect(share).toBeLessThan(27);
});

test("a yes leaves a visitor on their side of the sample", async () => {
  for (let index = 0; index < 30; index += 1) {
    const host = createFakeHost({ settings: { samplePercent: 30 }, likeness: `browser ${index}` });
    const { api } = clientOf(host);
    await host.pass(2_000);
    const wasCollected = host.sent.length > 0;
    api.consent("granted");
    await host.pass(2_000);
    const again = createFakeHost({ settings: { samplePercent: 30 }, stored: Object.fromEntries(host.stored) });
    clientOf(again);
    await again.pass(2_000);
    expect(again.sent.length > 0).toBe(wasCollected);
  }
});

test("what is called before the site's settings are known is told when it happened", async () => {
  let status = 503;
  const host = createFakeHost({ settingsStatus: () => status });
  const { api } = clientOf(host);
  const at = host.now();
  api.track("early", { colour: "red" });
  await host.pass(5_000);
  status = 200;
  await host.pass(60_000);
  const early = host.events().find(({ type }) => type === "custom");
  expect(early).toMatchObject({ at, name: "early", props: { colour: "red" } });
});

test("a site that is not known, or is paused, is not asked again", async () => {
  let asked = 0;
  const host = createFakeHost({
    settingsStatus: () => {
      asked += 1;
      return 410;
    },
  });
  clientOf(host);
  await host.pass(600_000);
  expect(asked).toBe(1);
  expect(host.sent).toEqual([]);
});

test("a page that calls it in a wrong way goes on, and nothing of it reaches what all objects share", async () => {
  const host = createFakeHost();
  const { api } = clientOf(host);
  await host.pass(0);
  const wrong: unknown[] = [null, undefined, 1, "x", [], {}, Symbol.iterator, JSON.parse('{"__proto__":{"polluted":1}}')];
  for (const name of Object.keys(api) as (keyof typeof api)[]) {
    for (const value of wrong) expect(() => (api[name] as (...args: unknown[]) => void)(value, value, value)).not.toThrow();
  }
  await host.pass(2_000);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("libraries that teach arrays and dates their own JSON change nothing of what is sent", async () => {
  const host = createFakeHost();
  const { api } = clientOf(host);
  await host.pass(0);
  Reflect.set(Array.prototype, "toJSON", () => "patched");
  try {
    api.event("cart-add", { products: [{ sku: "A", priceCents: 100 }] });
    await host.pass(2_000);
  } finally {
    Reflect.deleteProperty(Array.prototype, "toJSON");
  }
  expect(host.events().find(({ type }) => type === "cart-add")).toMatchObject({
    products: [{ sku: "A", priceCents: 100 }],
  } satisfies Partial<WebEvent>);
});
