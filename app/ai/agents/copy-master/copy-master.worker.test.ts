import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { applyProposal, takeBackProposal } from "#app/domain/agents/apply-proposal.server.ts";
import { recall } from "#app/domain/agents/begin-run.server.ts";
import { approveProposals } from "#app/domain/agents/decide-proposals.server.ts";
import { listProposals } from "#app/domain/agents/list-proposals.server.ts";
import { listRuns } from "#app/domain/agents/list-runs.server.ts";
import { runAgent } from "#app/domain/agents/run-agent.server.ts";
import { agentSettings } from "#app/domain/agents/settings.ts";
import { undoProposal } from "#app/domain/agents/undo-proposal.server.ts";
import type { TextChange } from "#app/domain/channels/ports.ts";
import type { TextOutcome } from "#app/domain/channels/remote.ts";
import { channels } from "#db/schema/channels.ts";
import { listings } from "#db/schema/catalog.ts";
import { proposals } from "#db/schema/agents.ts";
import { scriptedChannels } from "#db/testing/scripted-channel.ts";
import { scriptedModels } from "#db/testing/scripted-models.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { toolbox } from "../../tools/toolbox.server.ts";
import { performRun } from "../perform-run.server.ts";
import { copyMasterBrain } from "./brain.server.ts";

const poor = {
  title: "CHALEIRA ELÉTRICA ACME INOX 1,8 L!!!",
  status: "active",
  sold: 0,
  description: null,
  qualityScore: 40,
  visits30d: 500,
  attributes: [
    { key: "BRAND", name: "Marca", value: "Acme" },
    { key: "VOLTAGE", name: "Voltagem", value: "127 V" },
    { key: "COLOR", name: "Cor", value: "Inox" },
  ],
};

type Options = { models?: ReturnType<typeof scriptedModels>; setText?: (change: TextChange) => TextOutcome };

async function aHome({ models, setText }: Options = {}) {
  const home = await aWorkspace();
  const door = scriptedChannels(undefined, setText === undefined ? {} : { setText });
  const stage = createStage({ channelDoor: door, ...(models === undefined ? {} : { models }) });
  const { listingId, channelId } = home.shop;
  await writeRows(
    home.id,
    updateWhere(listings, eq(listings.id, listingId), poor),
    updateWhere(channels, eq(channels.id, channelId), { state: "active" }),
  );
  const person = stage.as(home, { role: "manager" });
  const agent = stage.as(home, { scopes: [...copyMasterBrain.scopes, "agents:read"] });
  const look = async () => {
    const { runId } = await runAgent(person, { kind: "copy-master", mode: "live" });
    await performRun(agent, runId, { mayLook: () => true, looksAhead: () => undefined });
    return (await listProposals(person, { agent: "copy-master", state: "open" })).data;
  };
  const listing = async () => person.db.first(listings, eq(listings.id, listingId));
  return { home, door, person, agent, look, listing, listingId };
}

test("a poor listing that is looked at gets other words proposed, which are told once approved and taken back again", async () => {
  const { person, agent, look, listing, door } = await aHome();
  const open = await look();
  const title = open.find(({ call }) => call.tool === "rewrite-listing" && call.input.field === "title");
  expect(title?.facts).toMatchObject({ source: "rules", whyRules: "no-models" });
  expect(door.texts).toEqual([]);
  const id = title?.id ?? "";
  await approveProposals(person, { ids: [id] });
  await applyProposal(agent, id, toolbox);
  const after = (await listing())?.title;
  expect(after).toMatch(/^Chaleira Elétrica Acme Inox 1,8 L/);
  await writeRows(person.workspaceId, updateWhere(proposals, eq(proposals.id, id), { state: "applying" }));
  await applyProposal(agent, id, toolbox);
  expect(door.texts).toHaveLength(1);
  await undoProposal(person, { id });
  await takeBackProposal(agent, id, toolbox);
  expect((await listing())?.title).toBe(poor.title);
  expect(door.texts.map(({ text }) => text)).toEqual([after, poor.title]);
});

test("what was looked at is left alone for a while, and what is open stays open", async () => {
  const { look } = await aHome();
  const first = await look();
  expect(first.length).toBeGreaterThan(0);
  expect((await look()).map(({ id }) => id)).toEqual(first.map(({ id }) => id));
});

test("a model's words are proposed with its call, and those that invent are left out for words of rules", async () => {
  const value = { title: "Chaleira Elétrica Acme Inox 127 V 1,8 L", description: "Chaleira de 99 litros. ".repeat(8) };
  const models = scriptedModels(() => ({ value }));
  const { look, person } = await aHome({ models });
  const open = await look();
  const title = open.find(({ call }) => call.tool === "rewrite-listing" && call.input.field === "title");
  expect(title).toMatchObject({ call: { input: { after: value.title } }, facts: { source: "model", callId: "call_1", promptVersion: 1 } });
  expect(open.find(({ call }) => call.tool === "rewrite-listing" && call.input.field === "description")?.facts["source"]).not.toBe("model");
  expect(models.asked.length).toBeGreaterThan(0);
  expect(models.asked.every(({ purpose }) => purpose === "copy")).toBe(true);
  const [run] = (await listRuns(person, { agent: "copy-master" })).data;
  expect(new Set(models.runs)).toEqual(new Set([run?.id]));
  expect(models.asked[0]?.once).toBe(`${run?.id}:${open[0]?.subject.id}`);
  expect((await recall(person, "copy.rewrites")).version).toBe(1);
});

test("a title that somebody changed meanwhile is not written over, and a marketplace's no ends the proposal with its reason", async () => {
  const changed = await aHome();
  const [first] = await changed.look();
  await writeRows(changed.home.id, updateWhere(listings, eq(listings.id, changed.listingId), { title: "Outra", description: "Outra" }));
  await approveProposals(changed.person, { ids: [first?.id ?? ""] });
  await applyProposal(changed.agent, first?.id ?? "", toolbox);
  expect((await listProposals(changed.person, { state: "failed" })).data).toMatchObject([{ id: first?.id, failure: "listingTextChanged" }]);
  expect(changed.door.texts).toEqual([]);

  const refused = await aHome({ setText: () => ({ kind: "refused", reason: "title-locked", vendorText: "has sales" }) });
  const [second] = await refused.look();
  await approveProposals(refused.person, { ids: [second?.id ?? ""] });
  await applyProposal(refused.agent, second?.id ?? "", toolbox);
  expect((await listProposals(refused.person, { state: "failed" })).data).toMatchObject([
    { id: second?.id, failure: "listingTextRefused" },
  ]);
  expect((await refused.listing())?.title).toBe(poor.title);
});

test("its settings have a value until somebody sets them", () => {
  expect(agentSettings["copy-master"].parse({})).toMatchObject({ qualityBelow: 80, unsoldDays: 30, mostListings: 5 });
});
