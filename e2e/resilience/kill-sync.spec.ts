import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";
import { connectShop, readChannel } from "#e2e/fixtures/connect-shop.ts";
import { startOwnApp } from "#e2e/fixtures/own-app.ts";
import { enter } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const seller = 200_400;
const vendor = "mercado-livre";
const stateSchema = z.object({
  calls: z.array(z.object({ path: z.string() })),
  state: z.object({
    sellers: z.array(
      z.object({ seller: z.number(), models: z.number(), orders: z.number(), cancelledOrders: z.number(), questions: z.number() }),
    ),
  }),
});

/** The vendor as a test moves it: what it was asked, what it holds, and how slow it is. */
function vendorAt(http: APIRequestContext, simulatorUrl: string) {
  const control = `${simulatorUrl}/__control`;
  const state = async () => stateSchema.parse(await (await http.get(`${control}/state?vendor=${vendor}`)).json());
  return {
    slowDown: (match: string, ms: number) => http.post(`${control}/faults`, { data: { vendor, match, kind: "latency", ms } }),
    recover: () => http.delete(`${control}/faults`, { data: { vendor } }),
    grow: (listings: number) => http.post(`${control}/scale`, { data: { vendor, seller, listings } }),
    timesAsked: async (path: string) => (await state()).calls.filter((call) => call.path === path).length,
    async shop() {
      const shop = (await state()).state.sellers.find((one) => one.seller === seller);
      if (shop === undefined) throw new Error(`The vendor has no seller ${seller}.`);
      return shop;
    },
  };
}

test("a first sync that is killed among its listings and again among its orders ends complete by itself", async ({ playwright }) => {
  const app = await startOwnApp();
  try {
    const { http } = await enter(playwright, "owner@other.test", "entrepot-demo", "owner", app.url);
    const vendorThere = vendorAt(http, app.simulatorUrl);
    await vendorThere.grow(350);
    const lists = { listings: `/users/${seller}/items/search`, orders: "/orders/search" };
    await vendorThere.slowDown(`GET ${lists.listings}`, 1_200);
    const id = await connectShop(http, vendor, String(seller));
    for (const [list, next] of [[lists.listings, lists.orders] as const, [lists.orders, undefined] as const]) {
      const before = await vendorThere.timesAsked(list);
      await expect.poll(() => vendorThere.timesAsked(list), { message: list, timeout: 60_000 }).toBeGreaterThanOrEqual(before + 3);
      expect((await readChannel(http, id)).latestRun?.state).toBe("running");
      await app.kill();
      await vendorThere.recover();
      if (next !== undefined) await vendorThere.slowDown(`GET ${next}`, 700);
      await app.start();
    }
    await expect.poll(async () => (await readChannel(http, id)).latestRun?.state, { timeout: 120_000 }).toBe("done");

    const { latestRun, listings, orders } = await readChannel(http, id);
    const shop = await vendorThere.shop();
    expect({ listings, orders }, "rows here, each once").toEqual({ listings: shop.models, orders: shop.orders - shop.cancelledOrders });
    expect(latestRun?.reconciliation?.["listings"]).toEqual({ here: 350, there: 350 });
    expect(latestRun?.reconciliation?.["questions"]).toEqual({ here: shop.questions, there: shop.questions });
    expect(latestRun?.counts["listings"]).toEqual({ done: 350, total: 350, failed: 0 });
    expect(latestRun?.problems.map((problem) => problem.fault)).toEqual(["interrupted", "interrupted"]);
    await http.dispose();
  } finally {
    await app.dispose();
  }
});
