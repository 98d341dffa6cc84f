import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { orders } from "#db/schema/orders.ts";
import { triggerFirings } from "#db/schema/triggers.ts";
import { aHouse, dueWork } from "#db/testing/agent-house.ts";
import { testIds } from "#db/testing/basics.ts";
import { aDepot } from "#db/testing/depot.ts";
import { anOrder } from "#db/testing/shop-rows.ts";
import { writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { changeAgent } from "../agents/change-agent.server.ts";
import { rejectProposals } from "../agents/decide-proposals.server.ts";
import { listProposals } from "../agents/list-proposals.server.ts";
import { releaseOrders } from "../warehouse/fulfil/release-orders.server.ts";
import { createTrigger } from "./create-trigger.server.ts";
import { actionResultSchema } from "./firing-row.ts";
import { fireTriggers } from "./fire-triggers.server.ts";
import { performFiring } from "./perform-firing.server.ts";
import { switchTrigger } from "./switch-trigger.server.ts";
import { testTrigger } from "./test-trigger.server.ts";

type House = Awaited<ReturnType<typeof aHouse>>;

/** A trigger that has something proposed, and what comes of its firings, each performed twice as messages come twice. */
async function aProposing(house: House, event: "order-placed" | "pick-short", tool: "tell-stock" | "plan-count") {
  const { manager, home, stage, cron } = house;
  const { id } = await createTrigger(manager, { name: "Propose it", event, actions: [{ do: "propose", tool }] });
  await testTrigger(manager, { id });
  await switchTrigger(manager, { id, isOn: true });
  const fire = async () => {
    await fireTriggers(cron);
    const waiting = await cron.db.all(triggerFirings, { where: eq(triggerFirings.state, "waiting") });
    for (const { id: firingId } of [...waiting, ...waiting]) await performFiring(stage.as(home, { system: "events" }), { firingId });
    const done = await cron.db.all(triggerFirings, { where: eq(triggerFirings.triggerId, id) });
    return done.map((row) => ({ id: row.id, results: z.array(actionResultSchema).parse(row.results) }));
  };
  return { fire };
}

async function placeOrder({ home, stage }: House) {
  stage.clock.advance(1_000);
  const { channelId } = home.shop;
  const id = testIds.next("ord");
  await writeRows(home.id, insert(orders, anOrder({ id, channelId, state: "ready", placedAt: stage.clock.now() })));
}

const all = async ({ manager }: House) => (await listProposals(manager, {})).data;

test("what follows from an event is proposed once, in the name of the agent whose tool it is, and waits where people are asked", async () => {
  const house = await aHouse();
  await changeAgent(house.manager, { kind: "sync", autonomy: { "tell-stock": "ask" } });
  const { fire } = await aProposing(house, "order-placed", "tell-stock");
  await placeOrder(house);
  const [firing] = await fire();
  const proposed = await all(house);
  expect(proposed).toMatchObject([
    {
      agent: "sync",
      runId: firing?.id,
      rule: "trigger.asks",
      state: "open",
      call: { tool: "tell-stock", input: { channelId: house.home.shop.channelId } },
      facts: { trigger: "Propose it" },
    },
  ]);
  expect(firing?.results).toMatchObject([{ action: "propose", outcome: "done", detail: "tell-stock", id: proposed[0]?.id }]);
  expect(dueWork(house).filter(({ job }) => job.kind === "apply")).toEqual([]);
});

test("where the agent needs nobody's leave it is let through at once", async () => {
  const house = await aHouse();
  const { fire } = await aProposing(house, "order-placed", "tell-stock");
  await placeOrder(house);
  await fire();
  const [proposal] = await all(house);
  expect(proposal).toMatchObject({ state: "approved", decidedBy: null });
  expect(dueWork(house).filter(({ job }) => job.kind === "apply")).toMatchObject([{ agent: "sync", job: { id: proposal?.id } }]);
});

test("a bin whose pick was short is to be counted: another short pick there asks no second time until that is decided", async () => {
  const depot = await aDepot();
  const house = await aHouse(depot);
  const { stage, manager } = house;
  // Zones go by the machine's clock.
  stage.clock.advance(Date.now() - 1 - stage.clock.now());
  const { fire } = await aProposing(house, "pick-short", "plan-count");
  const pickShort = async () => {
    const { variantId, listingRef } = await depot.aProduct();
    await depot.receive(depot.zoneA, variantId, 1);
    const orderId = await depot.anOrder([{ listingRef, quantity: 1 }]);
    await releaseOrders(manager, { warehouseId: depot.warehouseId, orderIds: [orderId] });
    await depot.settle();
    await depot.pickAll(depot.zoneA, "none-there");
    const fired = await fire();
    return fired.flatMap(({ results }) => results);
  };
  expect(await pickShort()).toMatchObject([{ outcome: "done", detail: "plan-count" }]);
  const [first] = await all(house);
  expect(first).toMatchObject({
    agent: "warehouse-manager",
    state: "open",
    call: { tool: "plan-count", input: { zoneId: depot.zoneA, binId: "shelf-1", priority: 60 } },
    subject: { type: "bin", id: "shelf-1", label: "SHELF-1" },
  });
  const second = await pickShort();
  expect(second.map(({ detail }) => detail).toSorted()).toEqual(["alreadyProposed", "plan-count"]);
  expect(new Set(second.map(({ id }) => id))).toEqual(new Set([first?.id]));
  expect(await all(house)).toHaveLength(1);
  await rejectProposals(manager, { ids: [first?.id ?? ""] });
  expect((await pickShort()).map(({ detail }) => detail).toSorted()).toEqual(["alreadyProposed", "plan-count", "plan-count"]);
  expect((await all(house)).map(({ state }) => state).toSorted()).toEqual(["open", "rejected"]);
});
