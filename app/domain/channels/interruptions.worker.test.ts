import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { mutate } from "#db/mutate.server.ts";
import { orders } from "#db/schema/orders.ts";
import { questions } from "#db/schema/service.ts";
import { freeAccounts, runThrough } from "#db/testing/connect-shop.ts";
import { calls, connected, emptyList, growTo, here, is500, meet, there, truncated } from "#db/testing/failing-shop.ts";
import type { StandIn } from "#db/testing/marketplaces.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { disconnectChannel } from "./disconnect-channel.server.ts";
import { requestSync } from "./request-sync.server.ts";
import { resyncOne } from "./resync-one.server.ts";
import { syncListings } from "./sync-listings.server.ts";
import { findRun, newRun, runUnderWay } from "./sync-run.server.ts";
import { wakeChannels } from "./wake-channels.server.ts";

beforeEach(freeAccounts);

const hourMs = 3_600_000;

test("a scroll that expires in the middle begins again, and nothing of the list is missed or read as gone", async () => {
  const { stage, ctx, input, system } = await connected("mercado-livre");
  growTo(stage, "mercado-livre", 260);
  stage.marketplaces.next.push((request) =>
    request.url.includes("scroll_id=") ? Response.json({ message: "Invalid scroll_id", status: 400 }, { status: 400 }) : undefined,
  );
  expect((await runThrough(stage, system, input)).counts["listings"]).toEqual({ done: 260, total: 260, failed: 0 });
  expect(await here(ctx, input.channelId)).toEqual(there(stage, "mercado-livre"));
});

test("pages that a scroll gave to a stretch which was then interrupted are read in a second pass, and only they", async () => {
  const { stage, ctx, input, system } = await connected("mercado-livre");
  growTo(stage, "mercado-livre", 460);
  const stretch = (place: string | null) => syncListings(system, { ...input, place });
  meet(stage, { meets: ["scroll_id="], answers: async (_, answer) => (stage.clock.advance(9_000), answer()) });
  const first = await stretch(null);
  if (first === "stopped" || first.next === null) throw new Error("one stretch was enough");
  meet(stage, { meets: ["/items/bulk"], answers: is500 });
  await expect(stretch(first.next)).rejects.toMatchObject({ fault: "unavailable" });
  const before = stage.marketplaces.calls.filter((call) => call === "GET /items/bulk").length;
  for (let place: string | null = first.next; place !== null;) {
    const result = await stretch(place);
    if (result === "stopped") throw new Error("stopped");
    place = result.next;
  }
  expect((await here(ctx, input.channelId)).listings).toBe(460);
  expect(stage.marketplaces.calls.filter((call) => call === "GET /items/bulk").length - before).toBeLessThanOrEqual(460 / 20);
});

test("a page that comes twice brings its listings once, and the ones behind it still come", async () => {
  const { stage, ctx, input, system } = await connected("mercado-livre");
  growTo(stage, "mercado-livre", 260);
  let page = "";
  const json = { headers: { "content-type": "application/json" } };
  meet(stage, { meets: ["/items/search"], answers: async (_, answer) => new Response((page = await (await answer()).text()), json) });
  meet(stage, { meets: ["/items/search"], answers: () => new Response(page, json) });
  const run = await runThrough(stage, system, input);
  expect(run.counts["listings"]).toEqual({ done: 260, total: 260, failed: 0 });
  expect(await here(ctx, input.channelId)).toEqual(there(stage, "mercado-livre"));
});

test("what a list skips is asked for by its name before it counts as gone", async () => {
  const { stage, ctx, input, system } = await connected("mercado-livre");
  await runThrough(stage, system, input);
  stage.clock.advance(60_000);
  const { runId } = await requestSync(ctx, { id: input.channelId, extent: "full" });
  const emptied = { meets: ["/items/search", "/items/search", "/items/search"], answers: emptyList("mercado-livre") };
  meet(stage, emptied);
  const run = await runThrough(stage, system, { ...input, runId });
  expect(run).toMatchObject({ state: "done", problems: [{ fault: "incomplete" }] });
  expect(await here(ctx, input.channelId)).toEqual(there(stage, "mercado-livre"));
});

test("an answer in part is an answer", async () => {
  const { stage, ctx, input, system } = await connected("mercado-livre");
  stage.marketplaces.act("mercado-livre", "switch", { partialEvery: 1, partialMissing: "buyer" });
  expect(await runThrough(stage, system, input)).toMatchObject({ state: "done", problems: [] });
  const [order] = await ctx.db.all(orders, { where: eq(orders.channelId, input.channelId), limit: 1 });
  expect(await resyncOne(ctx, { id: input.channelId, about: "order", ref: order?.orderRef ?? "" })).toEqual({ found: true });
});

test("a vendor whose clock is ahead tells of its newest orders too", async () => {
  const { stage, ctx, input, system } = await connected("mercado-livre");
  stage.marketplaces.skewMs = 50 * 60_000;
  stage.marketplaces.act("mercado-livre", "sell", { seller: 200_600 });
  expect(await runThrough(stage, system, input)).toMatchObject({ state: "done", problems: [] });
  expect(await here(ctx, input.channelId)).toEqual(there(stage, "mercado-livre"));
});

test("a vendor that refuses our clock ends the run with its words, and the next hour tries again", async () => {
  const { stage, ctx, input, system } = await connected("shopee");
  stage.marketplaces.skewMs = 10 * 60_000;
  const run = await runThrough(stage, system, input);
  expect(run).toMatchObject({ state: "failed", problems: [{ fault: "rejected" }] });
  expect(run.problems[0]?.text).toContain("timestamp");
  stage.marketplaces.skewMs = 0;
  stage.clock.advance(hourMs);
  await wakeChannels(system);
  const again = await runUnderWay(ctx, input.channelId, ["full"]);
  expect(await runThrough(stage, system, { ...input, runId: again?.id ?? "" })).toMatchObject({ state: "done" });
  expect(await here(ctx, input.channelId)).toEqual(there(stage, "shopee"));
});

test("a vendor that is away for hours is waited for, with the time of the next try on the run", async () => {
  const { stage, ctx, input, system } = await connected("mercado-livre");
  const backAtMs = stage.clock.now() + 5 * hourMs;
  const away: StandIn = (_, answer) => {
    if (stage.clock.now() >= backAtMs) return answer();
    stage.marketplaces.next.push(away);
    return is500();
  };
  stage.marketplaces.next.push(away);
  const run = await runThrough(stage, system, input);
  expect(run.state).toBe("done");
  expect(run.problems.every((problem) => problem.fault === "unavailable" && problem.retryAt !== null)).toBe(true);
  expect(await here(ctx, input.channelId)).toEqual(there(stage, "mercado-livre"));
});

test("an answer that stays unreadable ends the run with that reason instead of waiting for ever", async () => {
  const { stage, input, system } = await connected("mercado-livre");
  const odd: StandIn = (request, answer) => (stage.marketplaces.next.push(inOrders), truncated(request, answer));
  const inOrders: StandIn = (request, answer) => (request.url.includes("/orders/search") ? odd(request, answer) : undefined);
  stage.marketplaces.next.push(inOrders);
  const run = await runThrough(stage, system, input);
  expect(run.state).toBe("failed");
  expect(run.problems.at(-1)).toMatchObject({ fault: "malformed", retryAt: null });
});

test("two runs at once bring every row once", async () => {
  const { stage, ctx, input, system } = await connected("mercado-livre");
  const recent = newRun(system, { channelId: input.channelId, kind: "recent" });
  await mutate(system, { writes: recent.writes, audit: "mirrored" });
  const runs = await Promise.all([runThrough(stage, system, input), runThrough(stage, system, { ...input, runId: recent.runId })]);
  expect(runs.map((run) => run.state)).toEqual(["done", "done"]);
  expect(await here(ctx, input.channelId)).toEqual(there(stage, "mercado-livre"));
});

test("a seller with nothing at all is complete at once", async () => {
  const { stage, ctx, input, system } = await connected("mercado-livre", { account: "200500" });
  expect(await runThrough(stage, system, input)).toMatchObject({ state: "done", problems: [] });
  expect(await here(ctx, input.channelId)).toEqual({ listings: 0, orders: 0 });
});

test.each(["mercado-livre", "shopee"] as const)("a shop of 5,000 listings comes whole from %s", async (vendor) => {
  const { stage, ctx, input, system } = await connected(vendor);
  growTo(stage, vendor, 5_000);
  expect(await runThrough(stage, system, input)).toMatchObject({ state: "done", problems: [] });
  expect(await here(ctx, input.channelId)).toEqual(there(stage, vendor));
});

test.each(["mercado-livre", "shopee"] as const)("what is under way when %s is disconnected and erased leaves nothing", async (vendor) => {
  for (const path of Object.values(calls[vendor])) {
    const { stage, ctx, input, system } = await connected(vendor);
    meet(stage, {
      meets: [path],
      answers: async (_, answer) => {
        const late = await answer();
        await disconnectChannel(ctx, { id: input.channelId, data: "erase" });
        return late;
      },
    });
    const [end] = await Promise.allSettled([runThrough(stage, system, input)]);
    // A write that came too late is refused whole; in front of a write the run just stops.
    expect(end.status === "fulfilled" || end.reason instanceof StaleWriteError).toBe(true);
    expect(stage.marketplaces.next, path).toEqual([]);
    expect((await findRun(ctx, input.runId)).state).toBe("cancelled");
    expect(await here(ctx, input.channelId), path).toEqual({ listings: 0, orders: 0 });
    expect(await ctx.db.count(questions, eq(questions.channelId, input.channelId)), path).toBe(0);
  }
});
