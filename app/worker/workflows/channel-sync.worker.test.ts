import { introspectWorkflowInstance } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { cancelSync } from "#app/domain/channels/cancel-sync.server.ts";
import { noteRevival } from "#app/domain/channels/silent-runs.server.ts";
import { pauseChannel } from "#app/domain/channels/pause-channel.server.ts";
import { findRun } from "#app/domain/channels/sync-run.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { meet, truncated } from "#db/testing/failing-shop.ts";
import { createRealStage } from "#db/testing/outside-world.ts";
import type { Stage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { reviveSyncs } from "./revive-syncs.server.ts";

beforeEach(freeAccounts);

async function begun() {
  const home = await aWorkspace();
  const stage = createRealStage();
  const ctx = stage.as(home, { role: "owner" });
  const input = await connectShop(stage, ctx, "mercado-livre", "200600");
  const instance = await introspectWorkflowInstance(env.CHANNEL_SYNC_WORKFLOW, input.runId);
  await instance.modify(async (change) => {
    await change.disableSleeps();
    await change.disableRetryDelays();
  });
  return {
    stage,
    ctx,
    input,
    instance,
    start: () => env.CHANNEL_SYNC_WORKFLOW.create({ id: input.runId, params: { ...input, workspaceId: home.id } }),
    run: () => findRun(ctx, input.runId),
    rows: async () => ({
      listings: await ctx.db.count(listings, eq(listings.channelId, input.channelId)),
      orders: await ctx.db.count(orders, eq(orders.channelId, input.channelId)),
    }),
    [Symbol.asyncDispose]: () => instance.dispose(),
  };
}

test("the workflow reads a whole shop, over a step of ours that fails and an answer that breaks off", async () => {
  await using sync = await begun();
  await sync.instance.modify((change) => change.mockStepError({ name: "orders 0" }, new Error("D1 is away"), 2));
  meet(sync.stage, { meets: ["/items/search"], answers: truncated });
  await sync.start();
  await sync.instance.waitForStatus("complete");
  const run = await sync.run();
  expect(run).toMatchObject({ state: "done", problems: [{ fault: "malformed" }] });
  expect(run.reconciliation?.["listings"]).toMatchObject({ here: 24, there: 24 });
  expect(run.reconciliation?.["orders"]?.here).toBe(run.reconciliation?.["orders"]?.there);
  expect((await sync.rows()).orders).toBe(run.reconciliation?.["orders"]?.here);
});

test("a run that people stop ends its workflow after the step that is under way", async () => {
  await using sync = await begun();
  sync.stage.marketplaces.next.push(async (_, answer) => {
    await cancelSync(sync.ctx, { id: sync.input.runId });
    return answer();
  });
  await sync.start();
  await sync.instance.waitForStatus("complete");
  expect((await sync.run()).state).toBe("cancelled");
  expect(await sync.rows()).toEqual({ listings: 0, orders: 0 });
});

test("a fault of our own that does not pass ends the run and says so", async () => {
  await using sync = await begun();
  await sync.instance.modify((change) => change.mockStepError({ name: "listings 0" }, new Error("D1 is away")));
  await sync.start();
  await sync.instance.waitForStatus("complete");
  expect(await sync.run()).toMatchObject({ state: "failed", problems: [{ fault: "unexpected", text: "D1 is away" }] });
});

/** Other tests' runs are silent too: only this one is woken here. */
async function revive({ stage, input }: { stage: Stage; input: { runId: string } }, afterMs: number): Promise<string[]> {
  await env.DB.prepare("update sync_runs set created_at = created_at - ?1, heartbeat_at = heartbeat_at - ?1 where id = ?2")
    .bind(afterMs, input.runId)
    .run();
  const workflow = env.CHANNEL_SYNC_WORKFLOW;
  const onlyOurs = (id: string | undefined) => {
    if (id !== input.runId) throw new Error("another test's run");
  };
  await reviveSyncs(stage.deps, {
    workflows: {
      get: async (id) => (onlyOurs(id), workflow.get(id)),
      create: async (options) => (onlyOurs(options?.id), workflow.create(options)),
    },
  });
  return stage.log.events.flatMap((one) => (one.event === "sync.revived" && one.runId === input.runId ? [one.outcome] : []));
}

const minuteMs = 60_000;

test("a run without its workflow is given one after some minutes of silence, and not before", async () => {
  await using sync = await begun();
  expect(await revive(sync, 12 * minuteMs)).toEqual([]);
  expect(await revive(sync, 12 * minuteMs)).toEqual(["created"]);
  await sync.instance.waitForStatus("complete");
  expect(await sync.run()).toMatchObject({ state: "done", problems: [{ fault: "interrupted" }] });
});

test("a run whose channel was paused in its middle goes on to its end once the channel is resumed", async () => {
  await using sync = await begun();
  const pause = (paused: boolean) => pauseChannel(sync.ctx, { id: sync.input.channelId, paused });
  meet(sync.stage, { meets: ["/orders/search"], answers: async (_, answer) => (await pause(true), answer()) });
  await sync.start();
  await sync.instance.waitForStatus("complete");
  expect((await sync.run()).state).toBe("running");
  expect(await revive(sync, 21 * minuteMs)).toEqual([]);
  await pause(false);
  expect(await revive(sync, minuteMs)).toEqual(["restarted"]);
  await expect.poll(async () => (await sync.run()).state, { timeout: 60_000 }).toBe("done");
});

test("a run that falls silent however often it is woken ends with that reason", async () => {
  await using sync = await begun();
  const wake = async () => noteRevival(sync.ctx, sync.input);
  for (let times = 0; times <= 10; times += 1) await wake();
  expect(await sync.run()).toMatchObject({ state: "failed" });
  expect((await sync.run()).problems.at(-1)).toMatchObject({ fault: "interrupted", text: "woken 10 times" });
});
