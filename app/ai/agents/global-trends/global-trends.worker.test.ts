import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { expect, test } from "vitest";
import { toolbox } from "#app/ai/tools/toolbox.server.ts";
import { applyProposal, takeBackProposal } from "#app/domain/agents/apply-proposal.server.ts";
import { beginRun, recall } from "#app/domain/agents/begin-run.server.ts";
import { approveProposals } from "#app/domain/agents/decide-proposals.server.ts";
import { listProposals } from "#app/domain/agents/list-proposals.server.ts";
import { recordRun } from "#app/domain/agents/record-run.server.ts";
import { runAgent } from "#app/domain/agents/run-agent.server.ts";
import { agentSettings } from "#app/domain/agents/settings.ts";
import { undoProposal } from "#app/domain/agents/undo-proposal.server.ts";
import type { Models, Question } from "#app/domain/ai/ports.ts";
import { AppError } from "#app/domain/errors.ts";
import { listProductShoppers } from "#app/domain/interactions/list-product-shoppers.server.ts";
import { decideTrend } from "#app/domain/trends/decide-trend.server.ts";
import { listTrends } from "#app/domain/trends/list-trends.server.ts";
import { dayOf } from "#app/domain/trends/judge-trends.ts";
import type { TrendFeeds, TrendReading } from "#app/domain/trends/ports.ts";
import { channels } from "#db/schema/channels.ts";
import { products } from "#db/schema/catalog.ts";
import { trendSightings } from "#db/schema/market.ts";
import { trendObservations, trends } from "#db/schema/trends.ts";
import { stageStartMs } from "#db/testing/basics.ts";
import { scriptedDoor } from "#db/testing/scripted-door.ts";
import { dumpOf } from "#db/testing/database.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { removeWhere, updateWhere } from "#db/writes.ts";
import { expectSound, ofRule, rulesOf } from "../testing/planted.ts";
import { globalTrendsBrain } from "./brain.server.ts";

const dayMs = 24 * 3_600_000;
const days = Array.from({ length: 42 }, (_, index) => dayOf(stageStartMs - (41 - index) * dayMs));

/** Six weeks of searches in the United States: kettles double in the last one, the others do what they always do. */
function searches(since: string): TrendReading[] {
  const terms = ["kettle", "Electric Kettles", "desk lamp", "moka pot", "garden hose"];
  const value = (term: string, day: string) => {
    const index = days.indexOf(day);
    return 40 + ((index * 7 + term.length * 3) % 5) + (term === "Electric Kettles" && index >= 35 ? 45 : 0);
  };
  return terms.flatMap((term) =>
    days
      .filter((day) => day >= since)
      .map((day) => ({ source: "search" as const, region: "US" as const, term, day, value: value(term, day), title: term, url: null })),
  );
}

type Own = { models?: Models; feeds?: Partial<Record<"search" | "news", (since: string) => Promise<TrendReading[]>>> };

async function aListener({ models, feeds = {} }: Own = {}) {
  const home = await aWorkspace();
  const asked: string[] = [];
  const trendFeeds: TrendFeeds = {
    read(source, region, since) {
      asked.push(`${source} ${region} ${since}`);
      if (region !== "US" || source === "marketplace") return Promise.resolve([]);
      const own = feeds[source];
      if (own !== undefined) return own(since);
      return Promise.resolve(source === "search" ? searches(since) : []);
    },
  };
  const channelDoor = scriptedDoor({
    marketTrends: () => Promise.resolve([{ keyword: "air fryer", url: "https://lista.test/air-fryer" }]),
  });
  const stage = createStage({ trendFeeds, channelDoor, ...(models === undefined ? {} : { models }) });
  await writeRows(
    home.id,
    removeWhere(trends, eq(trends.id, home.shop.trendId)),
    updateWhere(products, eq(products.id, home.shop.productId), { title: "Electric kettle 1.8 L" }),
    updateWhere(channels, eq(channels.id, home.shop.channelId), { state: "active", vendor: "mercado-livre", site: "MLB" }),
  );
  const manager = stage.as(home, { role: "manager" });
  const agent = stage.as(home, { scopes: [...globalTrendsBrain.scopes, "agents:read"] });
  const look = async (isDry = false) => {
    const settings = agentSettings["global-trends"].parse({});
    const seen = await globalTrendsBrain.observe({
      ctx: agent,
      settings,
      messages: [],
      recall: (key) => recall(agent, key),
      isDry,
      mayLook: () => true,
      looksAhead: () => undefined,
    });
    const outcome = globalTrendsBrain.decide(seen, settings, stage.clock.now());
    expectSound(outcome);
    return outcome;
  };
  return { home, stage, manager, agent, look, asked };
}

test("what rises is found with its figures, close to own goods, and stays found when it is looked at again", async () => {
  const { home, manager, look, asked, stage } = await aListener();
  const [found] = ofRule(await look(), "trends.own-rising");
  expect(found?.facts).toMatchObject({ term: "Electric Kettles", region: "US", sources: "search", goods: "Electric kettle 1.8 L" });
  expect(asked.filter((one) => one.startsWith("search US"))).toEqual([`search US ${days[0]}`]);
  const { data } = await listTrends(manager, { own: "true" });
  expect(data).toMatchObject([{ term: "Electric Kettles", direction: "rising", match: { kind: "product", id: home.shop.productId } }]);
  expect(data[0]?.series).toHaveLength(42);
  const kept = await manager.db.count(trendObservations);
  stage.clock.advance(3_600_000);
  await look();
  expect(asked.at(-4)).toBe(`search US ${days.at(-4)}`);
  expect(await manager.db.count(trendObservations)).toBe(kept);
  expect(await listTrends(manager, { own: "true" })).toMatchObject({ data: [{ id: data[0]?.id }] });
});

test("a dry look concludes on what was heard before, asks nobody, and leaves all as it is", async () => {
  const { home, look, asked, stage } = await aListener();
  expect(ofRule(await look(true), "trends.own-rising")).toEqual([]);
  expect(asked).toEqual([]);
  await look();
  stage.clock.advance(3_600_000);
  const [before, calls] = [await dumpOf(home), asked.length];
  expect(ofRule(await look(true), "trends.own-rising")).toMatchObject([{ facts: { term: "Electric Kettles" } }]);
  expect(asked).toHaveLength(calls);
  expect(await dumpOf(home)).toEqual(before);
});

test("what no source tells of any more calms down", async () => {
  const { manager, look, stage } = await aListener();
  await look();
  expect((await listTrends(manager)).data).toHaveLength(1);
  stage.clock.advance(50 * dayMs);
  await look();
  expect((await listTrends(manager)).data).toEqual([]);
});

test("when a trend about a product begins and calms down stands in its line of time, each once", async () => {
  const { home, stage, manager, look } = await aListener();
  await writeRows(home.id, removeWhere(trendSightings, sql`true`));
  const told = async () => {
    const { data } = await listProductShoppers(manager, { id: home.shop.productId, limit: 40, kind: "trend" });
    return data.flatMap((one) => (one.kind === "trend" ? [one] : []));
  };
  await look();
  const [trend] = (await listTrends(manager, { own: "true" })).data;
  expect(await told()).toMatchObject([{ what: "rising", term: "Electric Kettles", region: "US", trendId: trend?.id, state: "open" }]);
  stage.clock.advance(3_600_000);
  await look();
  expect(await told()).toHaveLength(1);
  stage.clock.advance(50 * dayMs);
  await look();
  expect((await told()).map(({ what }) => what)).toEqual(["steady", "rising"]);
});

test("the marketplace's own list is kept as such; one that stands on it first is nothing yet", async () => {
  const { manager, look } = await aListener();
  await look();
  expect(await manager.db.first(trendObservations, eq(trendObservations.source, "marketplace"))).toMatchObject({
    region: "BR",
    term: "air fryer",
    value: 50,
  });
  expect((await listTrends(manager, { region: "BR" })).data).toEqual([]);
});

test("an opportunity is watched once a person agrees, and let go again; what was put aside does not come back", async () => {
  const { manager, agent, look } = await aListener();
  const { runId } = await runAgent(manager, { kind: "global-trends", mode: "live" });
  const begun = await beginRun(agent, { id: runId });
  if (begun === undefined) throw new Error("there was nothing to begin");
  await recordRun(agent, begun, await look());
  const [open] = (await listProposals(manager, { agent: "global-trends", state: "open" })).data;
  const id = open?.id ?? "";
  await approveProposals(manager, { ids: [id] });
  await applyProposal(agent, id, toolbox);
  expect((await listTrends(manager, { state: "watched" })).data).toMatchObject([{ term: "Electric Kettles" }]);
  await undoProposal(manager, { id });
  await takeBackProposal(agent, id, toolbox);
  const [back] = (await listTrends(manager)).data;
  await decideTrend(manager, { id: back?.id ?? "", state: "dismissed" });
  expect(rulesOf(await look())).toEqual(["trends.quiet"]);
  expect((await listTrends(manager)).data).toEqual([]);
});

test("a source that is down, or tells what steers and does not show, costs nobody the others", async () => {
  const at = { source: "news" as const, region: "US" as const, day: days.at(-1) ?? "", value: 1 };
  const hostile = [
    { ...at, term: "desk\u202E lamp\u0000\n now", title: "a\u0007b", url: "javascript:alert(1)" },
    { ...at, term: "fine\u202E  lamp\n", title: "two\nlines", url: "https://news.test/1" },
    { ...at, term: "x".repeat(5_000), title: "y".repeat(5_000), url: null },
  ];
  const { manager, look } = await aListener({ feeds: { news: () => Promise.resolve(hostile) } });
  await look();
  const kept = await manager.db.all(trendObservations, { where: eq(trendObservations.source, "news") });
  expect(kept.map(({ term, title }) => [term.slice(0, 12), title.slice(0, 9)])).toEqual(
    expect.arrayContaining([
      ["fine lamp", "two lines"],
      ["xxxxxxxxxxxx", "yyyyyyyyy"],
    ]),
  );
  expect(kept).toHaveLength(2);
  const down = await aListener({ feeds: { search: () => Promise.reject(new AppError("unavailable", "trendSourceUnavailable")) } });
  const outcome = await down.look();
  expect(ofRule(outcome, "trends.source-silent")[0]?.facts).toMatchObject({ sources: 1, examples: "search US" });
});

test("a model may say why in words; it sees only what is public, and no figure of ours changes", async () => {
  const questions: Question<unknown>[] = [];
  const models: Models = {
    talk: () => Promise.resolve({ source: "rules", reason: "no-models", callId: null }),
    ask(_asker, question) {
      questions.push(question);
      const value = question.schema.parse({ why: "Winter is coming. Stock up." });
      return Promise.resolve({ source: "model", value, callId: "call_1", provider: "test", model: "test" });
    },
  };
  const spoken = await aListener({ models });
  await spoken.look();
  const silent = await aListener();
  await silent.look();
  const figures = async ({ manager }: typeof spoken) =>
    (await listTrends(manager)).data.map(({ term, score, sureness, changePercent }) => [term, score, sureness, changePercent]);
  expect(await figures(spoken)).toEqual(await figures(silent));
  expect((await listTrends(spoken.manager)).data[0]?.why).toBe("Winter is coming. Stock up.");
  expect((await listTrends(silent.manager)).data[0]?.why).toBeNull();
  expect(questions.map(({ purpose, prompt }) => [purpose, prompt.name, prompt.version])).toEqual([["trends", "explain-trend", 1]]);
  const told = z.record(z.string(), z.unknown()).parse(JSON.parse(questions[0]?.prompt.data ?? ""));
  expect(told).toMatchObject({ term: "Electric Kettles", region: "US", direction: "rising" });
  expect(Object.keys(told)).toEqual(["term", "region", "direction", "changePercent", "headlines"]);
  expect(questions[0]?.prompt.instructions).not.toContain("Kettles");
});
