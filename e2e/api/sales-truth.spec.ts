import { expect } from "@playwright/test";
import { z } from "zod";
import type { VendorId } from "#app/domain/channels/ports.ts";
import { connectShop, readChannel } from "#e2e/fixtures/connect-shop.ts";
import type { Person } from "#e2e/fixtures/people.ts";
import { act } from "#e2e/fixtures/shop.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const hoursSchema = z.record(z.string(), z.record(z.string(), z.object({ orders: z.number(), itemsCents: z.number() })));
const countedSchema = z.object({ ordersByHour: hoursSchema });
const metricsSchema = z.object({ data: z.array(z.object({ key: z.string(), gmvCents: z.number(), orders: z.number() })) });

/** The vendors' own words for what is no sale: called off, or never paid. */
const noSale: Record<VendorId, string[]> = {
  "mercado-livre": ["cancelled", "payment_required", "payment_in_process"],
  shopee: ["CANCELLED", "UNPAID"],
};

type Sums = { gmvCents: number; orders: number };
type Sale = Sums & { atMs: number };

async function salesThere(owner: Person, vendor: VendorId, account: object): Promise<Sale[]> {
  const data = { vendor, action: "count-orders", ...account };
  const answer = await owner.http.post(`${readSettings().simulatorUrl}/__control/act`, { data });
  const { ordersByHour: hours } = countedSchema.parse(await answer.json());
  return Object.entries(hours).map(([hour, words]) => {
    const sold = Object.entries(words).filter(([word]) => !noSale[vendor].includes(word));
    const sum = (field: "orders" | "itemsCents") => sold.reduce((all, [, one]) => all + one[field], 0);
    return { atMs: Date.parse(hour), gmvCents: sum("itemsCents"), orders: sum("orders") };
  });
}

function add(sales: readonly Sums[]): Sums {
  return sales.reduce((all, one) => ({ gmvCents: all.gmvCents + one.gmvCents, orders: all.orders + one.orders }), {
    gmvCents: 0,
    orders: 0,
  });
}

/** Another way to a day than the product's own. */
function dayIn(timeZone: string, atMs: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(atMs);
}

async function salesHere(owner: Person, question: Record<string, string | number>): Promise<Map<string, Sums>> {
  const answer = await owner.http.get("/api/v1/metrics/sales", { params: question });
  expect(answer.status()).toBe(200);
  return new Map(metricsSchema.parse(await answer.json()).data.map(({ key, gmvCents, orders }) => [key, { gmvCents, orders }]));
}

async function liveIn(owner: Person, timeZone: string): Promise<void> {
  const workspace = z.record(z.string(), z.unknown()).parse(await (await owner.http.get("/api/v1/workspace")).json());
  const { name, locale, currency, version } = workspace;
  const answer = await owner.http.put("/api/v1/workspace", { data: { name, locale, currency, version, timeZone } });
  expect(answer.status(), await answer.text()).toBe(200);
}

test("sales of two marketplaces are, to the cent, what the marketplaces themselves hold, in every period and time zone", async ({
  newWorkspace,
}) => {
  const { owner } = await newWorkspace();
  const shops = [
    { vendor: "mercado-livre", account: "200300", input: { seller: 200_300 } },
    { vendor: "shopee", account: "shop:2000002", input: { shopId: 2_000_002 } },
  ] as const;
  // Today each shop also has an order nobody has paid yet, and one that was called off.
  await act(owner, "mercado-livre", "sell", { seller: 200_300, paid: false });
  await act(owner, "shopee", "sell", { shopId: 2_000_002 });
  await act(owner, "shopee", "cancel", { shopId: 2_000_002 });
  await act(owner, "shopee", "sell", { shopId: 2_000_002, unpaid: true });
  const ids = [];
  for (const { vendor, account } of shops) ids.push(await connectShop(owner.http, vendor, account));
  for (const id of ids) {
    await expect.poll(async () => (await readChannel(owner.http, id)).latestRun?.state, { timeout: 120_000 }).toBe("done");
  }
  const there = await Promise.all(shops.map(({ vendor, input }) => salesThere(owner, vendor, input)));
  expect(add(there.flat()).orders, "something to compare").toBeGreaterThan(1_000);

  const endMs = Math.ceil(Date.now() / hourMs) * hourMs;
  for (const days of [1, 7, 30, 89]) {
    const [from, to] = [endMs - days * dayMs, endMs];
    const here = await salesHere(owner, { from, to, by: "channel" });
    for (const [index, id] of ids.entries()) {
      const inPeriod = there[index]?.filter(({ atMs }) => atMs >= from && atMs < to) ?? [];
      expect(here.get(id), `${shops[index]?.vendor} in ${days} days`).toEqual(add(inPeriod));
    }
  }
  for (const timeZone of ["America/Sao_Paulo", "America/New_York", "Pacific/Auckland", "UTC"]) {
    await liveIn(owner, timeZone);
    const [from, to] = [endMs - 60 * dayMs, endMs];
    const inPeriod = there.flat().filter(({ atMs }) => atMs >= from && atMs < to);
    const byDay = Map.groupBy(inPeriod, ({ atMs }) => dayIn(timeZone, atMs));
    const here = await salesHere(owner, { from, to, by: "day" });
    expect([...here.keys()].length).toBeGreaterThanOrEqual(60);
    for (const [day, sums] of here) expect(sums, `${day} in ${timeZone}`).toEqual(add(byDay.get(day) ?? []));
  }
});
