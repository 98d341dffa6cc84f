import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { brains } from "#app/ai/agents/brains.server.ts";
import { changeAgent } from "#app/domain/agents/change-agent.server.ts";
import { readAgent } from "#app/domain/agents/read-agent.server.ts";
import { readRun } from "#app/domain/agents/read-run.server.ts";
import { runAgent } from "#app/domain/agents/run-agent.server.ts";
import { nothing } from "#db/testing/agent-house.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";

const agent = "sync";

async function anAgent() {
  const home = await aWorkspace();
  const manager = createStage().as(home, { role: "manager" });
  const object = env.AGENT.getByName(`${home.id}/${agent}`);
  const place = { workspaceId: home.id, agent } as const;
  const askedRun = async () => (await runAgent(manager, { kind: agent, mode: "live" })).runId;
  const queued = async () => (await object.health(place)).queue.map(({ id }) => id);
  return {
    home,
    manager,
    object,
    askedRun,
    queued,
    ask: (id: string, priority = 50) => object.ask(place, { kind: "run", id, priority }),
    work: () => runDurableObjectAlarm(object),
    health: () => object.health(place),
    stateOf: async (id: string) => (await readRun(manager, { id })).run.state,
  };
}

test("what is asked of an agent is done, the most urgent first, and is gone from its queue then", async () => {
  const { ask, work, askedRun, stateOf, queued } = await anAgent();
  const [calm, urgent] = [await askedRun(), await askedRun()];
  await ask(calm, 10);
  await ask(urgent, 90);
  await ask(calm, 10);
  expect(await queued()).toEqual([urgent, calm]);
  await work();
  expect([await stateOf(urgent), await stateOf(calm)]).toEqual(["done", "queued"]);
  await work();
  expect(await stateOf(calm)).toBe("done");
  expect(await queued()).toEqual([]);
});

test("its bucket lets through its burst and then waits, also after it slept", async () => {
  const { manager, object, ask, work, askedRun, queued, health } = await anAgent();
  await changeAgent(manager, { kind: agent, burst: 2, ratePerMinute: 1 });
  for (let count = 0; count < 4; count += 1) await ask(await askedRun());
  await work();
  await work();
  expect(await queued()).toHaveLength(2);
  await evictDurableObject(object);
  await work();
  await work();
  expect(await queued()).toHaveLength(2);
  expect((await health()).tokens).toBe(0);
});

test("work that fails is tried again later; after three failures in a row the circuit lets nothing through for a while", async () => {
  const { object, ask, work, queued, health } = await anAgent();
  await ask("run_1");
  await env.DB.prepare("alter table agent_runs rename to agent_runs_away").run();
  try {
    for (let count = 0; count < 3; count += 1) {
      await runInDurableObject(object, (_object, { storage }) => void storage.sql.exec("update jobs set due_at = 0"));
      await work();
    }
  } finally {
    await env.DB.prepare("alter table agent_runs_away rename to agent_runs").run();
  }
  const { circuit, retryAtMs } = await health();
  expect(circuit).toBe("open");
  expect(retryAtMs).toBeGreaterThan(Date.now());
  await runInDurableObject(object, (_object, { storage }) => void storage.sql.exec("update jobs set due_at = 0"));
  await work();
  expect(await queued()).toEqual(["run_1"]);
});

test("a page about an agent shows how it is right now", async () => {
  const { manager, ask, askedRun } = await anAgent();
  const id = await askedRun();
  await ask(id);
  expect(await readAgent(manager, { kind: agent })).toMatchObject({
    id: agent,
    state: "on",
    health: { tokens: 120, circuit: "closed", queue: [{ kind: "run", id }] },
  });
});

test("while a look goes on its agent says how far it is, and so does its log; afterwards nobody does", async () => {
  const { manager, ask, work, askedRun, health } = await anAgent();
  const runId = await askedRun();
  const at = { isLooking: false, mayGoOn: false };
  const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const looking = vi.spyOn(brains[agent], "look").mockImplementation(async ({ looksAhead, mayLook }) => {
    looksAhead(3);
    mayLook();
    at.isLooking = true;
    while (!at.mayGoOn) await turn();
    return nothing;
  });
  try {
    await ask(runId);
    const working = work();
    while (!at.isLooking) await turn();
    expect((await health()).looking).toEqual({ runId, looked: 1, of: 3 });
    expect((await readRun(manager, { id: runId })).looking).toEqual({ runId, looked: 1, of: 3 });
    at.mayGoOn = true;
    await working;
  } finally {
    looking.mockRestore();
  }
  expect([(await health()).looking, (await readRun(manager, { id: runId })).looking]).toEqual([null, null]);
});
