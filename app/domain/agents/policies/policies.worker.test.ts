import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { proposals } from "#db/schema/agents.ts";
import { aHouse, dueWork, nothing, wish } from "#db/testing/agent-house.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { writeRows } from "#db/testing/world.ts";
import { listings, variants } from "#db/schema/catalog.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { anOrder, anOrderItem } from "#db/testing/shop-rows.ts";
import { channelStock } from "#db/schema/channel-stock.ts";
import { applyProposal } from "../apply-proposal.server.ts";
import { approveProposals, rejectProposals } from "../decide-proposals.server.ts";
import { editProposal } from "../edit-proposal.server.ts";
import { measureProposals } from "../effects/measure-proposals.server.ts";
import { listProposals } from "../list-proposals.server.ts";
import { readAgent } from "../read-agent.server.ts";
import { createPolicy } from "./create-policy.server.ts";
import { switchPolicy } from "./switch-policy.server.ts";
import { testPolicy } from "./test-policy.server.ts";

const day = 24 * 3_600_000;
const urgent = (key: string, priority: number) => wish(key, { tool: "plan-count", input: { zoneId: "zon_1", binId: key, priority } });
const upTo60 = { match: "all" as const, conditions: [{ field: "input.priority", is: "at-most" as const, value: 60 }] };

async function aPolicy(house: Awaited<ReturnType<typeof aHouse>>, mostPerDay = 20) {
  const { id } = await createPolicy(house.manager, { tool: "plan-count", name: "Small counts", conditions: upTo60, mostPerDay });
  return id;
}

test("a policy is tried on what was proposed, and lets nothing through before it was switched on", async () => {
  const house = await aHouse();
  const { manager, run, open } = house;
  await run("warehouse-manager", { ...nothing, decisions: [urgent("a", 50), urgent("b", 60), urgent("c", 90)] });
  const rejected = (await open()).find(({ call }) => call.tool === "plan-count" && call.input.binId === "b");
  await rejectProposals(manager, { ids: [rejected?.id ?? ""] });
  const id = await aPolicy(house);
  await expect(switchPolicy(manager, { id, isOn: true })).rejects.toMatchObject({ reason: "policyUntested" });
  expect(await testPolicy(manager, { id })).toMatchObject({ looked: 3, passes: 2, rejected: 1 });
  expect(dueWork(house).filter(({ job }) => job.kind === "apply")).toEqual([]);
  await run("warehouse-manager", { ...nothing, decisions: [urgent("d", 10)] });
  expect((await open()).some(({ call }) => call.tool === "plan-count" && call.input.binId === "d")).toBe(true);
});

test("what it lets through says by which policy; what it does not, waits; and its day has a number", async () => {
  const house = await aHouse();
  const { manager, run, open } = house;
  const id = await aPolicy(house, 2);
  await testPolicy(manager, { id });
  await switchPolicy(manager, { id, isOn: true });
  await run("warehouse-manager", { ...nothing, decisions: [urgent("a", 50), urgent("b", 90), urgent("c", 60), urgent("d", 60)] });
  const bins = (rows: Awaited<ReturnType<typeof open>>) =>
    rows.flatMap(({ call }) => (call.tool === "plan-count" ? [call.input.binId] : []));
  expect(bins(await open()).toSorted()).toEqual(["b", "d"]);
  const approved = (await listProposals(manager, { state: "approved" })).data;
  expect(approved.map(({ policy, decidedBy }) => [policy?.name, decidedBy])).toEqual([
    ["Small counts", null],
    ["Small counts", null],
  ]);
  house.stage.clock.advance(day + 1);
  await run("warehouse-manager", { ...nothing, decisions: [urgent("e", 10)] });
  expect(bins((await listProposals(manager, { state: "approved" })).data)).toContain("e");
});

test("the steps of a group have leave together or not at all", async () => {
  const house = await aHouse();
  const id = await aPolicy(house);
  await testPolicy(house.manager, { id });
  await switchPolicy(house.manager, { id, isOn: true });
  const together = [
    wish("a", { tool: "plan-count", input: { zoneId: "zon_1", binId: "a", priority: 50 } }, { group: "g" }),
    wish("b", { tool: "plan-count", input: { zoneId: "zon_1", binId: "b", priority: 90 } }, { group: "g" }),
  ];
  await house.run("warehouse-manager", { ...nothing, decisions: together });
  expect(await house.open()).toHaveLength(2);
});

test("a person changes what would be done within what the tool takes, and the agent leaves it so while it wants the same", async () => {
  const { manager, run, open } = await aHouse();
  await run("warehouse-manager", { ...nothing, decisions: [urgent("a", 50)] });
  const [proposal] = await open();
  const id = proposal?.id ?? "";
  await expect(editProposal(manager, { id, input: { priority: 5_000 } })).rejects.toMatchObject({
    fields: { "input.priority": "fieldInvalid" },
  });
  await expect(editProposal(manager, { id, input: { binId: "z" } })).rejects.toMatchObject({ fields: { "input.binId": "fieldInvalid" } });
  await editProposal(manager, { id, input: { priority: 70 } });
  await editProposal(manager, { id, input: { priority: 80 } });
  await run("warehouse-manager", { ...nothing, decisions: [urgent("a", 50)] });
  expect(await open()).toMatchObject([
    { id, call: { input: { priority: 80, binId: "a" } }, edit: { changes: [{ field: "priority", before: "50", after: "80" }] } },
  ]);
  await run("warehouse-manager", { ...nothing, decisions: [urgent("a", 20)] });
  const [fresh] = await open();
  expect(fresh).toMatchObject({ edit: null, call: { input: { priority: 20 } } });
  await approveProposals(manager, { ids: [fresh?.id ?? ""] });
  await expect(editProposal(manager, { id: fresh?.id ?? "", input: { priority: 30 } })).rejects.toMatchObject({
    reason: "proposalDecided",
  });
});

test("what was expected is measured after a week and after two, and counts for the agent", async () => {
  const { home, stage, manager, agent, cron, run } = await aHouse();
  const channelId = home.shop.channelId;
  const untold = { id: "lst_untold", channelId, wanted: 3, state: "refused", decidedAt: stage.clock.now() };
  await writeRows(home.id, insert(channelStock, untold));
  await run("sync", { ...nothing, decisions: [wish("tell", { tool: "tell-stock", input: { channelId } }, { effect: { listings: 1 } })] });
  const row = await agent.db.first(proposals, eq(proposals.key, "tell"));
  const id = row?.id ?? "";
  const tools = { run: () => Promise.resolve({}), undo: () => Promise.resolve(), letGo: () => Promise.resolve() };
  await applyProposal(agent, id, tools);
  expect(await measureProposals(cron)).toEqual({ measured: 0 });
  stage.clock.advance(7 * day);
  expect(await measureProposals(cron)).toEqual({ measured: 1 });
  expect(await measureProposals(cron)).toEqual({ measured: 0 });
  const after = async () => (await listProposals(manager, { state: "applied" })).data[0]?.realised;
  expect(await after()).toMatchObject({
    days: 7,
    figures: [{ figure: "listingsUntold", before: 1, after: 1, predicted: 0, isMet: false }],
  });
  stage.clock.advance(7 * day);
  await measureProposals(cron);
  stage.clock.advance(30 * day);
  expect(await measureProposals(cron)).toEqual({ measured: 0 });
  expect(await after()).toMatchObject({ days: 14 });
  expect((await readAgent(manager, { kind: "sync" })).success).toMatchObject({ done: 1, measured: 1, met: 0 });
});

test("a week after a price was moved stands what it leaves, with fees and cost as they are known by then", async () => {
  const { home, manager, stage, agent, cron, run } = await aHouse();
  const { channelId, listingId, variantId } = home.shop;
  const now = stage.clock.now();
  const sale = { channelId, totalCents: 20_000, feeCents: 2_000, shippingCostCents: 1_000, placedAt: now + 6 * day };
  const line = { listingRef: "MLB_moved", quantity: 2, unitPriceCents: 10_000 };
  await writeRows(
    home.id,
    updateWhere(variants, eq(variants.id, variantId), { costCents: 8_000, currency: "BRL" }),
    updateWhere(listings, eq(listings.id, listingId), { variantId, listingRef: "MLB_moved" }),
    insert(orders, anOrder({ id: "ord_week", ...sale })),
    insert(orderItems, anOrderItem({ ...line, orderId: "ord_week", channelId, placedAt: now + 6 * day })),
  );
  const input = { listingId, fromCents: 18_990, toCents: 10_000, currency: "BRL" };
  const wanted = wish("move", { tool: "change-price", input }, { effect: { currency: "BRL" } });
  const subject = { type: "listing", id: listingId, label: "Kettle" } as const;
  await run("price-watch", { ...nothing, decisions: [{ ...wanted, subject }] });
  const row = await agent.db.first(proposals, eq(proposals.key, "move"));
  const tools = { run: () => Promise.resolve({}), undo: () => Promise.resolve(), letGo: () => Promise.resolve() };
  await approveProposals(manager, { ids: [row?.id ?? ""] });
  await applyProposal(agent, row?.id ?? "", tools);
  stage.clock.advance(7 * day);
  await measureProposals(cron);
  const [applied] = (await listProposals(manager, { state: "applied" })).data;
  expect(applied?.realised?.figures.map(({ figure, after }) => [figure, after])).toEqual([
    ["grossMarginCentsPerDay", Math.round((20_000 - 3_000 - 16_000) / 7)],
    ["salesCentsPerDay", Math.round(20_000 / 7)],
    ["unitsPerDay", 2 / 7],
  ]);
});
