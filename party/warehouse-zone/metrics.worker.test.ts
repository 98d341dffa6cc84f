import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { askQuestion } from "#app/domain/metrics/ask-question.server.ts";
import { commandZone } from "#app/domain/warehouse/command-zone.server.ts";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { opening } from "#app/domain/warehouse/ledger/testing/zone-commands.ts";
import { readFloorMetrics } from "#app/domain/warehouse/read-floor-metrics.server.ts";
import { hourMs } from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { roomName } from "./protocol.ts";

type Applied = { result: Record<string, unknown> };

/** A zone with goods, whose books can be made older than they are. */
async function aBusyZone() {
  const home = await aWorkspace();
  // Rooms have clocks of their own: this one is never behind them.
  const stage = createStage({ clock: createFakeClock(Date.now() + 60_000) });
  const { zoneId } = home.shop;
  const handle = env.WAREHOUSE_ZONE.getByName(roomName(home.id, zoneId));
  const ask = async (command: CommandInput, role: "manager" | "picker" = "manager", expected: Record<string, number> = {}) => {
    const { reply } = await commandZone(stage.as(home, { role }), { zoneId, envelope: { id: testIds.next("cmd"), command, expected } });
    expect(reply, command.type).toMatchObject({ kind: "applied" });
    return reply as Applied & typeof reply;
  };
  for (const command of opening) await ask(command);
  const period = () => ({ fromMs: Date.now() - 24 * hourMs, untilMs: Date.now() + 1 });
  const age = (byMs: number) =>
    runInDurableObject(handle, (_room, { storage: { sql } }) => {
      for (const table of ["events", "movements", "replies"]) sql.exec(`update ${table} set at = at - ?`, byMs);
    });
  const pickTask = async (demandLine: string, qty: number, role: "manager" | "picker" = "picker") => {
    await ask({ type: "reserve", demandLine, sku: "plain", qty, rank: 1 });
    await ask({ type: "plan-picks", demandLines: [demandLine], toBin: "stage" });
    const { part } = await handle.snapshot();
    const id = part.tasks.find(({ kind, state }) => kind === "pick" && state === "open")?.id ?? "";
    await ask({ type: "claim", taskId: id }, role);
    return id;
  };
  const versionOf = async (binId: string) => (await handle.snapshot()).part.bins.find(({ id }) => id === binId)?.version ?? 0;
  return { home, stage, handle, ask, period, age, pickTask, versionOf, viewer: stage.as(home, { role: "viewer" }) };
}

test("picks are told by hour and person, in units, lines and tasks, and a short one is short", async () => {
  const { ask, handle, period, age, pickTask, home } = await aBusyZone();
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 20 });
  const first = await pickTask("d1", 4);
  await ask({ type: "pick", taskId: first, qty: 3 }, "picker");
  await ask({ type: "pick", taskId: first, qty: 1 }, "picker");
  await age(3 * hourMs);
  const second = await pickTask("d2", 5);
  await ask({ type: "pick", taskId: second, qty: 2, short: "none-there" }, "picker");
  const { hours, people, queue } = await handle.metrics(period());
  expect(hours.map(({ pickedUnits, pickedLines, picks, shortPicks }) => [pickedUnits, pickedLines, picks, shortPicks])).toEqual([
    [4, 2, 1, 0],
    [2, 1, 1, 1],
  ]);
  const actorId = home.people.picker.id;
  expect(people).toMatchObject([
    { actorId, pickedUnits: 4, pickedLines: 2, doneTasks: 1 },
    { actorId, pickedUnits: 2, pickedLines: 1, doneTasks: 1 },
  ]);
  // What was missing is counted, and the rest of the promise is looked for elsewhere.
  expect(queue.map(({ kind }) => kind)).toContain("count");
  const long = await handle.metrics({ fromMs: Date.now() - 2 * hourMs, untilMs: Date.now() + 1 });
  expect(long.hours).toMatchObject([{ pickedUnits: 2, picks: 1, shortPicks: 1 }]);
});

test("a count is right or wrong by its lines, also when it moves nothing or waits for a manager", async () => {
  const { ask, handle, period, versionOf } = await aBusyZone();
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 9 });
  await ask({ type: "receive", sku: "lotted", lot: "L1", binId: "b1", qty: 30 });
  const count = async (plain: number, lotted: number) =>
    ask(
      {
        type: "count",
        binId: "b1",
        lines: [
          { sku: "plain", qty: plain },
          { sku: "lotted", lot: "L1", qty: lotted },
        ],
      },
      "picker",
      { "bin:b1": await versionOf("b1") },
    );
  await count(9, 30);
  await count(8, 30);
  await count(8, 10);
  const [hour] = (await handle.metrics(period())).hours;
  expect(hour).toMatchObject({ countedLines: 6, wrongLines: 2, corrections: 1 });
});

test("goods at the dock grow old by when they came, first in first out, and a task by when it was made", async () => {
  const { ask, handle, period, age } = await aBusyZone();
  await ask({ type: "receive", sku: "plain", binId: "dock", qty: 10 });
  await age(5 * hourMs);
  await ask({ type: "receive", sku: "plain", binId: "dock", qty: 4 });
  await ask({ type: "move", sku: "plain", fromBin: "dock", toBin: "b1", qty: 8 });
  const { dwell, queue } = await handle.metrics(period());
  expect(dwell).toMatchObject([{ kind: "receiving", units: 6, lines: 1 }]);
  const [dock] = dwell;
  expect(Math.round((dock?.oldestAgeMs ?? 0) / hourMs)).toBe(5);
  expect(Math.round((dock?.medianAgeMs ?? 0) / hourMs)).toBe(0);
  expect(queue).toEqual([]);
});

test("what others have not heard is told, and that looking changes nothing", async () => {
  const { ask, handle, period } = await aBusyZone();
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 1 });
  const before = await handle.metrics(period());
  expect(before).toMatchObject({ untold: 3, waiting: 0, oldestWaitingMs: null, connections: 0, lastSeq: 3 });
  expect(before.storageBytes).toBeGreaterThan(0);
  await runDurableObjectAlarm(handle);
  expect(await handle.metrics(period())).toMatchObject({ untold: 0, lastSeq: 3 });
});

test("a floor is all of its zones, by people's names, and one that does not answer is shown as such", async () => {
  const { ask, pickTask, viewer, home } = await aBusyZone();
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 20 });
  await ask({ type: "pick", taskId: await pickTask("d1", 4), qty: 4 }, "picker");
  const floor = await readFloorMetrics(viewer, { hours: 3 });
  expect(floor.hours).toHaveLength(3);
  expect(floor.total).toMatchObject({ pickedUnits: 4, picks: 1, accuracy: null });
  expect(floor.people).toMatchObject([{ name: home.people.picker.name, pickedUnits: 4, hours: 1 }]);
  const { zoneRooms } = viewer.ports;
  const deaf = { ...zoneRooms, metrics: () => Promise.reject(new Error("the room is gone")) };
  const silent = await readFloorMetrics({ ...viewer, ports: { ...viewer.ports, zoneRooms: deaf } }, { hours: 3 });
  expect(silent.zones).toMatchObject([{ id: home.shop.zoneId, metrics: null }]);
  expect(silent.total.pickedUnits).toBe(0);
});

test.each(["how many picks per hour did each picker do yesterday?", "quantas separações por hora cada separador fez ontem?"])(
  "picks that people made are what is told of each of them: %s",
  async (question) => {
    const { home, stage, ask, age, pickTask, viewer } = await aBusyZone();
    await writeRows(home.id, updateWhere(workspaces, eq(workspaces.id, home.id), { timeZone: "UTC" }));
    await ask({ type: "receive", sku: "plain", binId: "b1", qty: 40 });
    const made: { name: string; hour: number; lines: number }[] = [];
    const pick = async (role: "picker" | "manager", hour: number, demandLine: string, quantities: number[]) => {
      const taskId = await pickTask(
        demandLine,
        quantities.reduce((sum, qty) => sum + qty, 0),
        role,
      );
      for (const qty of quantities) await ask({ type: "pick", taskId, qty }, role);
      made.push({ name: home.people[role].name, hour, lines: quantities.length });
    };
    await pick("picker", 1, "d1", [3, 1, 2]);
    await pick("picker", 1, "d2", [2]);
    await pick("manager", 1, "d3", [5, 1]);
    await age(2 * hourMs);
    await pick("picker", 2, "d4", [1, 1, 1, 2, 1]);
    // The last of it to half past twelve yesterday, so that no hour and no day is cut in two.
    const today = Math.floor(stage.clock.now() / (24 * hourMs)) * 24 * hourMs;
    await age(Date.now() - (today - 11.5 * hourMs));
    const answer = await askQuestion(viewer, { question });
    expect(answer).toMatchObject({ kind: "answered", query: { type: "metric", metric: "picks-per-hour", by: ["person"] } });
    const rates = [...Map.groupBy(made, ({ name }) => name)].map(([person, own]) => ({
      person,
      value: own.reduce((sum, { lines }) => sum + lines, 0) / new Set(own.map(({ hour }) => hour)).size,
    }));
    expect(rates.map(({ value }) => value)).toEqual([4.5, 2]);
    expect(answer.kind === "answered" ? answer.rows : []).toMatchObject(rates);
    expect(answer.answer).toContain(question.startsWith("how") ? "4.5" : "4,5");
  },
);
