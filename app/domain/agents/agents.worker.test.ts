import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { toolbox } from "#app/ai/tools/toolbox.server.ts";
import { agentMessages, agentRuns, agents, proposals } from "#db/schema/agents.ts";
import { DuplicateRowError } from "#db/write-errors.ts";
import { aDepot } from "#db/testing/depot.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { applyProposal, takeBackProposal } from "./apply-proposal.server.ts";
import { beginRun, recall } from "./begin-run.server.ts";
import { changeAgent } from "./change-agent.server.ts";
import { approveProposals, rejectProposals } from "./decide-proposals.server.ts";
import { listProposals } from "./list-proposals.server.ts";
import { listRuns } from "./list-runs.server.ts";
import type { AgentKind, RunMode } from "./kinds.ts";
import type { Outcome, Proposal } from "./outcome.ts";
import { readRun } from "./read-run.server.ts";
import { recordRun } from "./record-run.server.ts";
import { runAgent } from "./run-agent.server.ts";
import { undoProposal } from "./undo-proposal.server.ts";
import { wakeAgents, workspacesWithAgentWork } from "./wake-agents.server.ts";
import type { ToolCall } from "./tool-inputs.ts";

const day = 24 * 3_600_000;
const nothing: Outcome = { decisions: [], messages: [], memory: {}, replaces: [] };
const subject = { type: "zone", id: "zon_1", label: "Picking 1" } as const;
const count = (binId: string): ToolCall => ({ tool: "plan-count", input: { zoneId: "zon_1", binId, priority: 60 } });

function wish(key: string, call: ToolCall = count(key), own: Partial<Proposal> = {}): Outcome["decisions"][number] {
  const proposal = { key, call, effect: { metresPerDay: 12 }, group: null, validForMs: day, ...own };
  return { rule: "manager.count-suspect", ruleVersion: 1, verdict: "proposed", subject, facts: { bin: key }, proposal };
}

type House = Awaited<ReturnType<typeof aHouse>>;

async function aHouse(depot?: Awaited<ReturnType<typeof aDepot>>) {
  const home = depot?.home ?? (await aWorkspace());
  const stage = depot?.stage ?? createStage();
  const manager = stage.as(home, { role: "manager" });
  const agent = stage.as(home, { scopes: ["agents:read", "warehouse:read", "warehouse:write", "channels:write"] });
  const cron = stage.as(home, { system: "wake-agents" });
  const run = async (kind: AgentKind, outcome: Outcome, mode: RunMode = "live") => {
    const { runId } = await runAgent(manager, { kind, mode });
    const begun = await beginRun(agent, { id: runId });
    if (begun === undefined) throw new Error("there was nothing to begin");
    await recordRun(agent, begun, outcome);
    return runId;
  };
  const open = async () => (await listProposals(manager, { state: "open" })).data;
  return { home, stage, manager, agent, cron, run, open };
}

const dueWork = ({ stage }: House) => stage.committed.flatMap(({ event }) => (event.type === "agent.work-due" ? [event] : []));

describe("a run", () => {
  test("leaves its conclusions in their order, with what each led to", async () => {
    const { manager, run } = await aHouse();
    const left = { ...wish("x"), verdict: "left" as const, proposal: null };
    const runId = await run("warehouse-manager", { ...nothing, decisions: [wish("a"), left] });
    const { run: row, decisions } = await readRun(manager, { id: runId });
    expect(row).toMatchObject({ state: "done", decisions: 2, proposals: 1, trigger: "person" });
    expect(decisions.map(({ verdict }) => verdict)).toEqual(["proposed", "left"]);
    expect(decisions[0]?.proposal).toMatchObject({ state: "open", effect: { metresPerDay: 12 } });
    expect(decisions[1]?.proposal).toBeNull();
  });

  test("that is tried dry changes nothing but its own log, which tells what it would have asked for", async () => {
    const { manager, run, open } = await aHouse();
    const message = { type: "wave-wanted" as const, to: "optimizer" as const, body: { warehouseId: "w", waiting: 3, oldestWaitsMs: 1 } };
    const outcome = { ...nothing, decisions: [wish("a")], messages: [message], memory: { "floor.pace": { value: {}, basedOn: 0 } } };
    const runId = await run("warehouse-manager", outcome, "dry");
    expect(await open()).toEqual([]);
    expect(await manager.db.count(agentMessages)).toBe(0);
    expect((await recall(manager, "floor.pace")).version).toBe(0);
    const { decisions } = await readRun(manager, { id: runId });
    expect(decisions[0]).toMatchObject({ call: count("a"), proposal: null });
  });

  test("that decided on memory somebody else has rewritten meanwhile leaves nothing, and begins again on the new one", async () => {
    const { manager, agent, run, open } = await aHouse();
    const pace = (lines: number) => ({ z: { linesPerPersonHour: lines, people: 1, lookedAtMs: 1 } });
    await run("warehouse-manager", { ...nothing, memory: { "floor.pace": { value: pace(10), basedOn: 0 } } });
    const { runId } = await runAgent(manager, { kind: "warehouse-manager" });
    const begun = await beginRun(agent, { id: runId });
    if (begun === undefined) throw new Error("there was nothing to begin");
    const stale = { ...nothing, decisions: [wish("a")], memory: { "floor.pace": { value: pace(20), basedOn: 0 } } };
    await expect(recordRun(agent, begun, stale)).rejects.toThrow(DuplicateRowError);
    expect(await open()).toEqual([]);
    const again = await beginRun(agent, { id: runId });
    if (again === undefined) throw new Error("a run that broke off can begin again");
    const { version } = await recall(agent, "floor.pace");
    await recordRun(agent, again, { ...stale, memory: { "floor.pace": { value: pace(20), basedOn: version } } });
    expect(await recall(agent, "floor.pace")).toEqual({ value: pace(20), version: 2 });
    expect(await open()).toHaveLength(1);
  });

  test("tells another agent, which looks soon and hears it once; an answer wakes nobody", async () => {
    const house = await aHouse();
    const { manager, agent, run } = house;
    const asks = { type: "wave-wanted" as const, to: "optimizer" as const, body: { warehouseId: "w", waiting: 3, oldestWaitsMs: 1 } };
    await run("warehouse-manager", { ...nothing, messages: [asks] });
    const woken = (await listRuns(manager, { agent: "optimizer" })).data;
    expect(woken).toMatchObject([{ trigger: "message", state: "queued" }]);
    expect(dueWork(house).at(-1)).toMatchObject({ agent: "optimizer", job: { kind: "run", id: woken[0]?.id } });
    const begun = await beginRun(agent, { id: woken[0]?.id ?? "" });
    expect(begun?.heard).toMatchObject([{ ...asks, from: "warehouse-manager" }]);
    if (begun === undefined) throw new Error("there was nothing to begin");
    const answers = { type: "moves-proposed" as const, to: "warehouse-manager" as const, body: { zoneId: "z", moves: 1, metresPerDay: 2 } };
    await recordRun(agent, begun, { ...nothing, messages: [answers] });
    expect((await listRuns(manager, { agent: "warehouse-manager" })).data).toHaveLength(1);
    const { runId } = await runAgent(manager, { kind: "optimizer" });
    expect((await beginRun(agent, { id: runId }))?.heard).toEqual([]);
  });

  test("of a paused agent does not begin by itself, and does for a person", async () => {
    const { manager, agent, cron } = await aHouse();
    await wakeAgents(cron);
    await wakeAgents(cron);
    const [scheduled] = (await listRuns(manager, { agent: "sync" })).data;
    await changeAgent(manager, { kind: "sync", state: "paused" });
    expect(await beginRun(agent, { id: scheduled?.id ?? "" })).toBeUndefined();
    expect((await listRuns(manager, { agent: "sync" })).data[0]).toMatchObject({ state: "put-off", failure: "paused" });
    const { runId } = await runAgent(manager, { kind: "sync" });
    expect(await beginRun(agent, { id: runId })).toBeDefined();
  });
});

describe("what may happen without asking", () => {
  test("is what the agent was given leave for, up to its day's number", async () => {
    const house = await aHouse();
    await changeAgent(house.manager, { kind: "warehouse-manager", autonomy: { "plan-count": "auto" }, actionsPerDay: 2 });
    await house.run("warehouse-manager", { ...nothing, decisions: [wish("a"), wish("b"), wish("c")] });
    expect((await house.open()).map(({ facts }) => facts["bin"])).toEqual(["c"]);
    const applied = dueWork(house).filter(({ job }) => job.kind === "apply");
    expect(applied).toHaveLength(2);
    const [byItself] = (await listProposals(house.manager, { state: "approved" })).data;
    expect(byItself).toMatchObject({ decidedBy: null, decidedAt: expect.any(Number) });
  });

  test("a group is let through whole or not at all", async () => {
    const { manager, run, open } = await aHouse();
    await changeAgent(manager, { kind: "warehouse-manager", autonomy: { "plan-count": "auto" }, actionsPerDay: 1 });
    await run("warehouse-manager", {
      ...nothing,
      decisions: [wish("a", count("a"), { group: "g" }), wish("b", count("b"), { group: "g" })],
    });
    expect(await open()).toHaveLength(2);
  });

  test("tools of another agent cannot be allowed, nor settings that it does not have", async () => {
    const { manager } = await aHouse();
    await expect(changeAgent(manager, { kind: "sync", autonomy: { "release-orders": "auto" } })).rejects.toThrow("invalid");
    await expect(changeAgent(manager, { kind: "sync", settings: { nobody: "knows" } })).rejects.toThrow("invalid");
  });
});

describe("proposals", () => {
  test("of a later look take the place of those that are seen otherwise, and keep those that are not", async () => {
    const { manager, run, open } = await aHouse();
    await run("warehouse-manager", { ...nothing, decisions: [wish("a"), wish("b")] });
    const [, a] = await open();
    await run("warehouse-manager", { ...nothing, decisions: [wish("a")], replaces: ["b"] });
    expect((await open()).map(({ id }) => id)).toEqual([a?.id]);
    expect((await listProposals(manager, { state: "superseded" })).data).toHaveLength(1);
  });

  test("that nobody takes up expire, and cannot be let through after their time", async () => {
    const { stage, manager, cron, run, open } = await aHouse();
    await run("warehouse-manager", { ...nothing, decisions: [wish("a")] });
    const [a] = await open();
    stage.clock.advance(day);
    await expect(approveProposals(manager, { ids: [a?.id ?? ""] })).rejects.toThrow("proposalExpired");
    await wakeAgents(cron);
    expect(await open()).toEqual([]);
    expect((await listProposals(manager, { state: "expired" })).data).toHaveLength(1);
  });

  test("one of a group brings the others with it, in their order; two people decide once", async () => {
    const house = await aHouse();
    const { manager, run, open } = house;
    await run("warehouse-manager", {
      ...nothing,
      decisions: [wish("a", count("a"), { group: "g" }), wish("b", count("b"), { group: "g" }), wish("c")],
    });
    const byBin = new Map((await open()).map((one) => [one.facts["bin"], one.id]));
    const { decided } = await approveProposals(manager, { ids: [byBin.get("b") ?? ""] });
    expect(decided).toEqual([byBin.get("a"), byBin.get("b")]);
    expect(dueWork(house).flatMap(({ job }) => (job.kind === "apply" ? [job.id] : []))).toEqual(decided);
    await expect(rejectProposals(manager, { ids: [byBin.get("a") ?? ""] })).rejects.toThrow("proposalDecided");
  });
});

describe("what was let through", () => {
  async function aFloor() {
    const depot = await aDepot();
    const house = await aHouse(depot);
    const { variantId } = await depot.aProduct();
    await depot.receive(depot.zoneA, variantId, 10);
    const move = (own: Partial<Extract<ToolCall, { tool: "plan-move" }>["input"]> = {}): ToolCall => ({
      tool: "plan-move",
      input: {
        zoneId: depot.zoneA,
        kind: "move",
        sku: variantId,
        lot: "",
        plate: "",
        qty: 4,
        fromBin: "shelf-1",
        toBin: "shelf-2",
        priority: 50,
        ...own,
      },
    });
    const propose = async (...wishes: Outcome["decisions"]) => {
      await house.run("optimizer", { ...nothing, decisions: wishes });
      const ids = (await house.open()).map(({ id }) => id).toReversed();
      await approveProposals(house.manager, { ids });
      return ids;
    };
    const tasks = async () =>
      (await house.manager.ports.zoneRooms.snapshot({ workspaceId: depot.home.id, zoneId: depot.zoneA })).part.tasks;
    const stateOf = async (id: string) => house.manager.db.first(proposals, eq(proposals.id, id));
    return { ...depot, ...house, move, propose, tasks, stateOf };
  }

  test("is done once, however often it is begun", async () => {
    const { agent, propose, move, tasks, stateOf } = await aFloor();
    const [id = ""] = await propose(wish("a", move()));
    const dying = {
      ...toolbox,
      run: async (...asked: Parameters<typeof toolbox.run>) => (await toolbox.run(...asked), Promise.reject(new Error("killed"))),
    };
    await expect(applyProposal(agent, id, dying)).rejects.toThrow("killed");
    expect(await stateOf(id)).toMatchObject({ state: "applying" });
    await applyProposal(agent, id, toolbox);
    await applyProposal(agent, id, toolbox);
    expect(await stateOf(id)).toMatchObject({ state: "applied", failure: null });
    expect(await tasks()).toMatchObject([{ kind: "move", qty: 4, state: "open" }]);
  });

  test("ends with the floor's own reason where it is refused, and so does what was to follow in its group", async () => {
    const { agent, propose, move, tasks, stateOf } = await aFloor();
    const [first = "", second = ""] = await propose(
      wish("a", move({ toBin: "nowhere" }), { group: "g" }),
      wish("b", move(), { group: "g" }),
    );
    await applyProposal(agent, first, toolbox);
    await applyProposal(agent, second, toolbox);
    expect(await stateOf(first)).toMatchObject({ state: "failed", failure: "floor.binUnknown" });
    expect(await stateOf(second)).toMatchObject({ state: "failed", failure: "proposalGroupBroken" });
    expect(await tasks()).toEqual([]);
  });

  test("is taken back as long as nobody has done the work, and says why afterwards", async () => {
    const { agent, manager, ask, zoneA, propose, move, tasks, stateOf } = await aFloor();
    const [one = "", other = ""] = await propose(wish("a", move()), wish("b", move({ qty: 2 })));
    for (const id of [one, other]) await applyProposal(agent, id, toolbox);
    await undoProposal(manager, { id: one });
    await takeBackProposal(agent, one, toolbox);
    await takeBackProposal(agent, one, toolbox);
    expect(await stateOf(one)).toMatchObject({ state: "undone" });
    const left = (await tasks()).filter(({ state }) => state === "open");
    expect(left).toMatchObject([{ qty: 2 }]);
    await ask(zoneA, { type: "finish-move", taskId: left[0]?.id ?? "", qty: 2 });
    await undoProposal(manager, { id: other });
    await takeBackProposal(agent, other, toolbox);
    expect(await stateOf(other)).toMatchObject({ state: "applied", failure: "floor.taskOver" });
  });

  test("an agent without the right is refused like anybody else", async () => {
    const { home, stage, propose, move, tasks, stateOf } = await aFloor();
    const [id = ""] = await propose(wish("a", move()));
    await applyProposal(stage.as(home, { scopes: ["agents:read"] }), id, toolbox);
    expect(await stateOf(id)).toMatchObject({ state: "failed", failure: "forbidden" });
    expect(await tasks()).toEqual([]);
  });

  test("a wave is released once and given back whole", async () => {
    const { agent, manager, aProduct, anOrder, receive, zoneA, warehouseId, settle, propose, statesOf, stateOf } = await aFloor();
    const { variantId, listingRef } = await aProduct();
    await receive(zoneA, variantId, 5);
    const orderId = await anOrder([{ listingRef, quantity: 2 }]);
    const call: ToolCall = { tool: "release-orders", input: { warehouseId, orderIds: [orderId] } };
    const [id = ""] = await propose(wish("wave", call));
    const dying = {
      ...toolbox,
      run: async (...asked: Parameters<typeof toolbox.run>) => (await toolbox.run(...asked), Promise.reject(new Error("killed"))),
    };
    await expect(applyProposal(agent, id, dying)).rejects.toThrow("killed");
    await applyProposal(agent, id, toolbox);
    expect((await stateOf(id))?.result).toMatchObject({ released: 1, waveId: expect.stringMatching(/^wav_/) });
    await settle();
    await undoProposal(manager, { id });
    await takeBackProposal(agent, id, toolbox);
    expect(await stateOf(id)).toMatchObject({ state: "undone" });
    expect(await statesOf(orderId)).toEqual(["waiting"]);
  });
});

describe("the clock", () => {
  test("gives each agent of a workspace with a warehouse its turn, once a turn", async () => {
    const house = await aHouse();
    const { stage, home, manager, cron } = house;
    expect(await workspacesWithAgentWork(stage.deps.orm, stage.clock.now())).toContain(home.id);
    await wakeAgents(cron);
    expect(await manager.db.count(agents)).toBe(3);
    await Promise.all([wakeAgents(cron), wakeAgents(cron)]);
    expect(await manager.db.count(agentRuns)).toBe(3);
    expect(await workspacesWithAgentWork(stage.deps.orm, stage.clock.now())).not.toContain(home.id);
    stage.clock.advance(5 * 60_000);
    await wakeAgents(cron);
    expect((await listRuns(manager, { agent: "warehouse-manager" })).data).toHaveLength(2);
  });

  test("brings a run that was lost on its way to its agent again", async () => {
    const house = await aHouse();
    const { stage, manager, cron } = house;
    const { runId } = await runAgent(manager, { kind: "sync" });
    stage.clock.advance(11 * 60_000);
    stage.committed.length = 0;
    await wakeAgents(cron);
    expect(dueWork(house).map(({ job }) => job.id)).toContain(runId);
  });
});
