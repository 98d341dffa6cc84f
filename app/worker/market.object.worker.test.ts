import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readMarket } from "#app/domain/market/read-market.server.ts";
import { agentMessages, agentRuns } from "#db/schema/agents.ts";
import { reviews } from "#db/schema/service.ts";
import { aReview } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";

const dayMs = 24 * 3_600_000;

async function aMarket(complaints = 4) {
  const home = await aWorkspace();
  const manager = createStage().as(home, { role: "manager" });
  const { channelId } = home.shop;
  const said = Array.from({ length: complaints }, () =>
    aReview({ channelId, rating: 1, title: "", text: "Veio quebrado", writtenAt: Date.now() - dayMs }),
  );
  if (said.length > 0) await writeRows(home.id, insert(reviews, ...said));
  const object = env.MARKET.getByName(home.id);
  await object.wake(home.id);
  const told = () => manager.db.all(agentMessages, { where: eq(agentMessages.toAgent, "review-gaps") });
  const runs = () => manager.db.count(agentRuns, eq(agentRuns.agent, "review-gaps"));
  const doneOf = async () => Object.fromEntries((await readMarket(manager)).stages.map(({ stage, done }) => [stage, done]));
  return { home, manager, object, told, runs, doneOf, work: () => runDurableObjectAlarm(object) };
}

test("complaints that rise wake the agent that reads them, with where they are", async () => {
  const { home, manager, work, told, runs } = await aMarket();
  await work();
  expect(await told()).toMatchObject([
    { fromAgent: "market", type: "complaints-rising", body: { listings: [`${home.shop.channelId}/MLB1`], complaints: 4 } },
  ]);
  expect(await runs()).toBe(1);
  expect((await readMarket(manager)).detections).toMatchObject([{ kind: "complaints-rising", outcome: "woken", recent: 4 }]);
});

test("looking again, also after it slept, takes nothing twice", async () => {
  const { object, home, work, told, runs, doneOf } = await aMarket();
  await work();
  const before = await doneOf();
  await evictDurableObject(object);
  await object.wake(home.id);
  await work();
  expect(await doneOf()).toEqual(before);
  expect([(await told()).length, await runs()]).toEqual([1, 1]);
});

test.each(["normalise", "detect", "decide", "propose"])(
  "ended before %s was written down, it goes on from there and tells once",
  async (stage) => {
    const { object, home, work, told, runs } = await aMarket();
    await work();
    // As if the object had ended after what this stage told others, and before it noted that it was done.
    await runInDurableObject(
      object,
      (_object, { storage }) => void storage.sql.exec("update stages set done_seq = 0 where stage = ?", stage),
    );
    await evictDurableObject(object);
    await object.wake(home.id);
    await work();
    expect([(await told()).length, await runs()]).toEqual([1, 1]);
  },
);

test("while a source does not answer it says so, and goes on when it does", async () => {
  const { manager, object, work, told } = await aMarket();
  await env.DB.prepare("alter table reviews rename to reviews_away").run();
  try {
    await work();
  } finally {
    await env.DB.prepare("alter table reviews_away rename to reviews").run();
  }
  const [sources] = (await readMarket(manager)).stages;
  expect(sources?.errors).toBeGreaterThan(0);
  expect(sources?.lastError).not.toBeNull();
  expect(await told()).toEqual([]);
  expect(await runInDurableObject(object, (_object, { storage }) => storage.getAlarm())).toBeGreaterThan(Date.now());
  await work();
  expect(await told()).toHaveLength(1);
});

test("another workspace's market is its own", async () => {
  const [one, other] = [await aMarket(4), await aMarket(0)];
  await one.work();
  await other.work();
  expect(await other.told()).toEqual([]);
  expect((await readMarket(other.manager)).detections).toEqual([]);
});
