import { expect, test } from "vitest";
import { mercadoLivreWorld } from "./testing/world.ts";
import { shop } from "./testing/shop.ts";

test("the market's fifty keywords are read with the seller's own token", async () => {
  const client = mercadoLivreWorld().open();
  const trends = (await client.marketTrends?.()) ?? [];
  expect(trends).toHaveLength(50);
  expect(new Set(trends.map(({ keyword }) => keyword)).size).toBe(50);
  for (const { url } of trends) expect(url).toMatch(/^https:\/\/lista\.mercadolivre\.com\.br\//);
});

test("the list stays for its week, and another country has none here", async () => {
  const { call } = shop();
  const first = await call("GET /trends/MLB");
  expect(await call("GET /trends/MLB")).toEqual(first);
  expect((await call("GET /trends/MLA")).status).toBe(404);
  expect((await call("GET /trends/MLB", { token: "wrong" })).status).toBe(401);
});
