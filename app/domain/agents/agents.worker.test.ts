import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { agentMessages, agentRuns, agents } from "#db/schema/agents.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { writeRows } from "#db/testing/world.ts";
import { DuplicateRowError } from "#db/write-errors.ts";
import { removeWhere } from "#db/writes.ts";
import { aHouse, count, dueWork, nothing, wish } from "#db/testing/agent-house.ts";
import { beginRun, recall } from "./begin-run.server.ts";
import { agentKinds } from "./kinds.ts";
import { changeAgent } from "./change-agent.server.ts";
import { approveProposals, rejectProposals } from "./decide-proposals.server.ts";
import { listProposals } from "./list-proposals.server.ts";
import { listRuns } from "./list-runs.server.ts";
import { readRun } from "./read-run.server.ts";
import { recordRun } from "./record-run.server.ts";
import { runAgent } from "./run-agent.server.ts";
import { wakeAgents, workspacesWithAgentWork } from "./wake-agents.server.ts";

const day = 24 * 3_600_000;

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
    const { runId } = await runAgent(manager, { kind: "warehouse-manager", mode: "live" });
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
    const { runId } = await runAgent(manager, { kind: "optimizer", mode: "live" });
    expect((await beginRun(agent, { id: runId }))?.heard).toEqual([]);
  });

  test("says the same to another agent once an hour", async () => {
    const { stage, manager, run } = await aHouse();
    const asks = { type: "wave-wanted" as const, to: "optimizer" as const, body: { warehouseId: "w", waiting: 3, oldestWaitsMs: 1 } };
    for (let count = 0; count < 3; count += 1) await run("warehouse-manager", { ...nothing, messages: [asks] });
    expect((await listRuns(manager, { agent: "optimizer" })).data).toHaveLength(1);
    stage.clock.advance(61 * 60_000);
    await run("warehouse-manager", { ...nothing, messages: [asks] });
    expect((await listRuns(manager, { agent: "optimizer" })).data).toHaveLength(2);
  });

  test("of a paused agent does not begin by itself, and does for a person", async () => {
    const { manager, agent, cron } = await aHouse();
    await wakeAgents(cron);
    await wakeAgents(cron);
    const [scheduled] = (await listRuns(manager, { agent: "sync" })).data;
    await changeAgent(manager, { kind: "sync", state: "paused" });
    expect(await beginRun(agent, { id: scheduled?.id ?? "" })).toBeUndefined();
    expect((await listRuns(manager, { agent: "sync" })).data[0]).toMatchObject({ state: "put-off", failure: "paused" });
    const { runId } = await runAgent(manager, { kind: "sync", mode: "live" });
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
    expect(byItself).toMatchObject({ decidedBy: null, decidedAt: house.stage.clock.now() });
  });

  test("waits for a person all the same when the agent itself finds it too big", async () => {
    const house = await aHouse();
    await changeAgent(house.manager, { kind: "warehouse-manager", autonomy: { "plan-count": "auto" } });
    await house.run("warehouse-manager", { ...nothing, decisions: [wish("a", count("a"), { needsPerson: true }), wish("b")] });
    expect((await house.open()).map(({ facts }) => facts["bin"])).toEqual(["a"]);
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

describe("the clock", () => {
  test("gives each agent of a workspace with a warehouse its turn, once a turn", async () => {
    const house = await aHouse();
    const { stage, home, manager, cron } = house;
    const withWork = () => workspacesWithAgentWork(stage.deps.orm, stage.clock.now(), 100_000);
    expect(await withWork()).toContain(home.id);
    await wakeAgents(cron);
    expect(await manager.db.count(agents)).toBe(agentKinds.length);
    await Promise.all([wakeAgents(cron), wakeAgents(cron)]);
    expect(await manager.db.count(agentRuns)).toBe(agentKinds.length);
    expect(await withWork()).not.toContain(home.id);
    stage.clock.advance(5 * 60_000);
    await wakeAgents(cron);
    expect((await listRuns(manager, { agent: "warehouse-manager" })).data).toHaveLength(2);
  });

  test("also reaches who sells without a warehouse", async () => {
    const { stage, home } = await aHouse();
    await writeRows(home.id, removeWhere(warehouses, eq(warehouses.workspaceId, home.id)));
    expect(await workspacesWithAgentWork(stage.deps.orm, stage.clock.now(), 100_000)).toContain(home.id);
  });

  test("brings a run that was lost on its way to its agent again", async () => {
    const house = await aHouse();
    const { stage, manager, cron } = house;
    const { runId } = await runAgent(manager, { kind: "sync", mode: "live" });
    stage.clock.advance(11 * 60_000);
    stage.committed.length = 0;
    await wakeAgents(cron);
    expect(dueWork(house).map(({ job }) => job.id)).toContain(runId);
  });
});
