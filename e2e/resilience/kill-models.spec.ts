import { type APIRequestContext, expect } from "@playwright/test";
import { z } from "zod";
import { connectShop, readChannel } from "#e2e/fixtures/connect-shop.ts";
import { aiStatus, callsOf, useProvider } from "#e2e/fixtures/models.ts";
import { startOwnApp } from "#e2e/fixtures/own-app.ts";
import { enter } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const capMicroUsd = 60_000;
const vendor = "openai";
const stateSchema = z.object({ calls: z.array(z.object({ path: z.string() })) });
const runSchema = z.object({ run: z.object({ state: z.string(), attempts: z.number() }) });
const proposalRows = z.object({
  data: z.array(z.object({ id: z.string(), call: z.object({ input: z.looseObject({ listingId: z.string(), field: z.string() }) }) })),
});

/** The model as a test moves it: how slow it is, and how often it was asked. */
function modelAt(http: APIRequestContext, simulatorUrl: string) {
  const control = `${simulatorUrl}/__control`;
  const path = "/v1/chat/completions";
  return {
    slowDown: (ms: number) => http.post(`${control}/faults`, { data: { vendor, match: `POST ${path}`, kind: "latency", ms } }),
    recover: () => http.delete(`${control}/faults`, { data: { vendor } }),
    async timesAsked() {
      const { calls } = stateSchema.parse(await (await http.get(`${control}/state?vendor=${vendor}`)).json());
      return calls.filter((call) => call.path === path).length;
    },
  };
}

/** Spent and held together are within the cap, at whatever moment one looks. */
async function expectWithinCap(http: APIRequestContext): Promise<number> {
  const { budget } = await aiStatus(http);
  const day = budget.caps.find(({ window }) => window === "day");
  expect(day?.limitMicroUsd).toBe(capMicroUsd);
  expect((day?.spentMicroUsd ?? 0) + (day?.heldMicroUsd ?? 0), "spent and held").toBeLessThanOrEqual(capMicroUsd);
  return day?.heldMicroUsd ?? 0;
}

test("a look that is killed while a model answers goes on with the answers it has paid for, within the cap, and proposes nothing twice", async ({
  playwright,
}) => {
  const app = await startOwnApp();
  try {
    const { http } = await enter(playwright, "owner@other.test", "entrepot-demo", "owner", app.url);
    const model = modelAt(http, app.simulatorUrl);
    const channelId = await connectShop(http, "shopee", "shop:2000003");
    await expect.poll(async () => (await readChannel(http, channelId)).lastSyncAt, { timeout: 120_000 }).not.toBeNull();
    expect((await http.patch("/api/v1/agents/copy-master", { data: { state: "paused" } })).ok()).toBe(true);
    const cap = { scope: "workspace", window: "day", limitMicroUsd: capMicroUsd };
    expect((await http.put("/api/v1/ai/caps", { data: cap })).ok()).toBe(true);
    await useProvider(http, app.simulatorUrl, vendor);
    await model.slowDown(3_000);
    const asked = await http.post("/api/v1/agents/copy-master/runs", { data: { mode: "live" } });
    const { id: runId } = z.object({ id: z.string() }).parse(await asked.json());
    const look = async () => runSchema.parse(await (await http.get(`/api/v1/agents/runs/${runId}`)).json()).run;

    await expect.poll(() => model.timesAsked(), { message: "two are paid for, the third is asked", timeout: 60_000 }).toBe(3);
    expect((await look()).state).toBe("running");
    expect(await expectWithinCap(http)).toBeGreaterThan(0);
    await app.kill();
    await model.recover();
    await app.start();

    await expect.poll(async () => (await look()).state, { timeout: 120_000 }).toBe("done");
    await expectWithinCap(http);
    expect((await look()).attempts).toBe(2);
    // Five listings: two answers were written down, the third was on its way and is asked once more.
    expect(await model.timesAsked(), "questions to the model").toBe(3 + 3);
    await expect.poll(async () => (await callsOf(http, `&runId=${runId}`)).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(5);
    const sources = (await callsOf(http, `&runId=${runId}`)).map(({ source }) => source);
    expect(sources.filter((source) => source === "cache")).toHaveLength(2);

    const { data } = proposalRows.parse(await (await http.get("/api/v1/proposals?agent=copy-master&state=open&limit=100")).json());
    const about = data.map(({ call: { input } }) => `${input.field} ${input.listingId}`);
    expect(about.length).toBeGreaterThan(0);
    expect(new Set(about).size, "no proposal twice").toBe(about.length);

    // What was put aside for the call nobody told the end of counts as spent once its lease is over.
    await expect.poll(() => expectWithinCap(http), { message: "held for a call that is gone", timeout: 180_000 }).toBe(0);
    expect((await aiStatus(http)).budget.callsUnderWay).toBe(0);
    await http.dispose();
  } finally {
    await app.dispose();
  }
});
