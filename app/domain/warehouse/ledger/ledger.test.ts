import fc from "fast-check";
import { expect, test } from "vitest";
import { commandNeeds } from "./authority.ts";
import type { CommandInput } from "./commands.ts";
import type { Line } from "./facts.ts";
import { aFloor, driftOf, type Floor, people } from "./testing/drive-zone.ts";
import { anyDraft } from "./testing/zone-commands.ts";

const actors = [people.ana, people.rui, people.boss, people.boss, people.system, people.system];

/** Versions of whatever the command is about, as somebody saw them who just looked. */
function seenNow({ zone }: Floor, command: CommandInput): Record<string, number> {
  return command.type === "count" ? { [`bin:${command.binId}`]: zone.bin(command.binId)?.version ?? 0 } : {};
}

const step = fc.record({
  draft: anyDraft,
  actor: fc.constantFrom(...actors),
  afterMs: fc.constantFrom(0, 500, 500, 20_000, 90_000),
  again: fc.constantFrom(false, false, false, true),
});

/** Between two zones, which another test plays. */
const elsewhere = new Set(["send", "take-in", "settle-transfer"]);

test("whatever is asked of a zone, in whichever order and however often, its books add up", () => {
  const applied = new Map<string, number>();
  let asked = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 160, size: "max" }), (steps) => {
      const floor = aFloor();
      let nowMs = 1_000_000;
      const sent: Parameters<Floor["send"]>[] = [];
      for (const { draft, actor, afterMs, again } of steps) {
        nowMs += afterMs;
        floor.at(nowMs);
        const command = draft(floor.zone);
        const envelope = floor.wrap(command, { expected: seenNow(floor, command) });
        const before = floor.zone.lastSeq();
        const { reply } = floor.send(envelope, actor);
        asked += 1;
        if (reply.kind === "applied") applied.set(command.type, (applied.get(command.type) ?? 0) + 1);
        expect(floor.zone.lastSeq(), command.type).toBe(before + (reply.kind === "applied" ? 1 : 0));
        expect(driftOf(floor.zone), JSON.stringify(command)).toEqual([]);
        sent.push([envelope, actor]);
        const [oldEnvelope, oldActor] = sent[again ? Math.floor(sent.length / 2) : sent.length - 1] ?? [envelope, actor];
        const count = floor.zone.state.movements.length;
        expect(floor.send(oldEnvelope, oldActor).isDuplicate).toBe(true);
        expect(floor.zone.state.movements).toHaveLength(count);
      }
    }),
    { numRuns: 120 },
  );
  expect(asked).toBeGreaterThan(10_000);
  // A run in which nearly everything is refused, or some kind of command always, would prove little.
  expect([...applied.values()].reduce((sum, count) => sum + count, 0) / asked).toBeGreaterThan(0.3);
  expect([...applied.keys()].toSorted()).toEqual(
    Object.keys(commandNeeds)
      .filter((type) => !elsewhere.has(type))
      .toSorted(),
  );
});

test("of many claims on few units exactly as many are kept as there are", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 40 }),
      (units, wants) => {
        const floor = aFloor();
        floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: units });
        let promised = 0;
        wants.forEach((qty, index) => {
          const reply = floor.ask({ type: "reserve", demandLine: `order${index}`, sku: "plain", qty, rank: index });
          expect(reply.kind).toBe(promised + qty <= units ? "applied" : "conflict");
          if (reply.kind === "applied") promised += qty;
        });
        expect(floor.zone.linesOfSku("plain").reduce((sum, line) => sum + line.reserved, 0)).toBe(promised);
      },
    ),
  );
});

test("a demand line that asks again is promised once", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 10 });
  const ask = (qty: number) => floor.ask({ type: "reserve", demandLine: "order", sku: "plain", qty, rank: 1 });
  expect(ask(4)).toMatchObject({ kind: "applied", result: { reserved: 4 } });
  expect(ask(4)).toMatchObject({ kind: "applied", result: { reserved: 4, allocations: [] } });
  expect(ask(6)).toMatchObject({ result: { reserved: 6, allocations: [{ qty: 2 }] } });
  expect(floor.zone.linesOfSku("plain")).toMatchObject([{ qty: 10, reserved: 6 }]);
});

const day = 86_400_000;
test("what expires first is promised first, and what has expired never", () => {
  const floor = aFloor();
  floor.at(100 * day);
  const lots = [
    ["late", 130],
    ["soon", 101],
    ["over", 99],
  ] as const;
  for (const [lot, expiry] of lots) floor.ask({ type: "receive", sku: "lotted", lot, binId: "b1", qty: 3, expiresAt: expiry * day });
  const reply = floor.ask({ type: "reserve", demandLine: "order", sku: "lotted", qty: 9, rank: 1, takeLess: true });
  expect(reply).toMatchObject({
    result: {
      reserved: 6,
      short: 3,
      allocations: [
        { lot: "soon", qty: 3 },
        { lot: "late", qty: 3 },
      ],
    },
  });
});

test("stock that is not for sale is promised to nobody: on hold, damaged, at the dock, in a blocked bin", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "dock", qty: 5 });
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 5, status: "hold" });
  floor.ask({ type: "receive", sku: "plain", binId: "b2", qty: 5, from: "return" });
  floor.ask({ type: "receive", sku: "plain", binId: "b3", qty: 5 });
  const { version: _version, ...bin } = floor.zone.bin("b3") ?? {
    version: 0,
    id: "",
    code: "B3",
    kind: "pick" as const,
    aisle: "",
    xMm: 0,
    yMm: 0,
    capacityUnits: null,
    rank: 0,
    isBlocked: false,
  };
  floor.ask({ type: "put-bins", bins: [{ ...bin, isBlocked: true }] });
  expect(floor.ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 1, rank: 1 })).toMatchObject({
    kind: "conflict",
    reason: "notEnough",
  });
});

test("of two people on one task the second hears who has it, since when and how much is left", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  floor.ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 5, rank: 1 });
  const planned = floor.ask({ type: "plan-picks", demandLines: ["order"], toBin: "stage" });
  const taskId = planned.kind === "applied" ? String((planned.result["tasks"] as string[])[0]) : "";
  expect(floor.ask({ type: "claim", taskId }, people.ana).kind).toBe("applied");
  expect(floor.ask({ type: "pick", taskId, qty: 2 }, people.ana)).toMatchObject({ kind: "applied", result: { left: 3 } });
  floor.at(1_004_000);
  for (const type of ["claim", "pick"] as const) {
    const command: CommandInput = type === "claim" ? { type, taskId } : { type, taskId, qty: 1 };
    expect(floor.ask(command, people.rui)).toMatchObject({
      kind: "conflict",
      reason: "taken",
      facts: { by: "Ana", agoMs: 4_000, left: 3 },
    });
  }
  floor.at(2_000_000);
  expect(floor.ask({ type: "sweep" }).kind).toBe("applied");
  expect(floor.ask({ type: "claim", taskId }, people.rui).kind).toBe("applied");
});

test("a stale version never applies, and one of another bin does not stand in the way", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  const expected = { "bin:b1": floor.zone.bin("b1")?.version ?? 0 };
  floor.ask({ type: "receive", sku: "plain", binId: "b2", qty: 1 });
  const move: CommandInput = { type: "move", sku: "plain", fromBin: "b1", toBin: "b3", qty: 1 };
  expect(floor.ask(move, people.ana, { expected }).kind).toBe("applied");
  expect(floor.ask(move, people.ana, { expected })).toMatchObject({ kind: "conflict", reason: "stale", facts: { name: "bin:b1" } });
});

test("a count that saw an older bin is counted again; one that did not look is no count", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  const expected = { "bin:b1": floor.zone.bin("b1")?.version ?? 0 };
  const count: CommandInput = { type: "count", binId: "b1", lines: [{ sku: "plain", qty: 4 }] };
  expect(floor.ask(count, people.ana)).toMatchObject({ kind: "rejected", reason: "versionNeeded" });
  floor.ask({ type: "move", sku: "plain", fromBin: "b1", toBin: "b2", qty: 1 });
  expect(floor.ask(count, people.ana, { expected })).toMatchObject({ kind: "conflict", reason: "stale" });
});

test("a difference above the limit waits for a manager, and changes nothing until then", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 20 });
  const expected = { "bin:b1": floor.zone.bin("b1")?.version ?? 0 };
  const reply = floor.ask({ type: "count", binId: "b1", lines: [{ sku: "plain", qty: 8 }] }, people.ana, { expected });
  expect(reply).toMatchObject({ kind: "applied", result: { difference: 12, waits: true } });
  expect(floor.zone.linesInBin("b1")).toMatchObject([{ qty: 20 }]);
  const task = [...floor.zone.state.tasks.values()].find(({ kind }) => kind === "approve");
  const approve: CommandInput = { type: "approve", taskId: task?.id ?? "" };
  expect(floor.ask(approve, people.ana)).toMatchObject({ kind: "rejected", reason: "forbidden" });
  expect(floor.ask(approve, people.boss).kind).toBe("applied");
  expect(floor.zone.linesInBin("b1")).toMatchObject([{ qty: 8 }]);
  expect(floor.ask(approve, people.boss)).toMatchObject({ kind: "conflict", reason: "taskOver" });
});

test("when the books lose what was promised, the youngest promise gives way", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 10 });
  floor.ask({ type: "reserve", demandLine: "first", sku: "plain", qty: 6, rank: 1 });
  floor.ask({ type: "reserve", demandLine: "second", sku: "plain", qty: 4, rank: 2 });
  floor.ask({ type: "adjust", sku: "plain", binId: "b1", delta: -3, reason: "lost" }, people.boss);
  expect(floor.zone.linesInBin("b1")).toMatchObject([{ qty: 7, reserved: 7 }]);
  expect(floor.zone.reservationsOf("second")).toMatchObject([{ qty: 1, state: "held" }]);
});

test("what a picker does not find is not promised again before it is counted", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  floor.ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 5, rank: 1 });
  floor.ask({ type: "plan-picks", demandLines: ["order"], toBin: "stage" });
  const [task] = floor.zone.tasksAt("b1");
  expect(floor.ask({ type: "pick", taskId: task?.id ?? "", qty: 3, short: "none-there" }, people.ana)).toMatchObject({
    result: { short: 2 },
  });
  expect(floor.zone.tasksAt("b1").map(({ kind }) => kind)).toEqual(["count"]);
  expect(floor.ask({ type: "reserve", demandLine: "other", sku: "plain", qty: 1, rank: 2 })).toMatchObject({
    kind: "conflict",
    reason: "notEnough",
  });
  expect(floor.ask({ type: "ship", demandLine: "order" }, people.ana)).toMatchObject({ kind: "applied" });
  expect(floor.zone.line({ account: "customer", sku: "plain", lot: "", plate: "", status: "available" })).toMatchObject({ qty: 3 });
});

test("what a picker does not find is picked from elsewhere, as far as there is more", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  floor.ask({ type: "receive", sku: "plain", binId: "b2", qty: 2 });
  floor.ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 5, rank: 1 });
  floor.ask({ type: "plan-picks", demandLines: ["order"], toBin: "stage" });
  const [task] = floor.zone.tasksAt("b1");
  floor.ask({ type: "pick", taskId: task?.id ?? "", qty: 1, short: "none-there" }, people.ana);
  expect(floor.zone.tasksAt("b2")).toMatchObject([{ kind: "pick", qty: 2, toBin: "stage", state: "open" }]);
  const active = floor.zone.reservationsOf("order").filter(({ state }) => state === "held" || state === "picked");
  expect(active.reduce((sum, { qty }) => sum + qty, 0)).toBe(3);
  expect(driftOf(floor.zone)).toEqual([]);
});

test("a picker who finds goods where the books have none picks them; both bins are counted", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 2 });
  floor.ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 2, rank: 1 });
  floor.ask({ type: "plan-picks", demandLines: ["order"], toBin: "stage" });
  const [task] = floor.zone.tasksAt("b1");
  expect(floor.ask({ type: "pick-found", taskId: task?.id ?? "", binId: "b3", qty: 2 }, people.ana).kind).toBe("applied");
  expect(floor.zone.linesInBin("b1")).toMatchObject([{ qty: 2, reserved: 0 }]);
  expect(floor.zone.linesInBin("stage")).toMatchObject([{ qty: 2, reserved: 2 }]);
  expect(["b1", "b3"].map((id) => floor.zone.tasksAt(id).map(({ kind }) => kind))).toEqual([["count"], ["count"]]);
  expect(floor.ask({ type: "ship", demandLine: "order" }, people.ana).kind).toBe("applied");
  expect(driftOf(floor.zone)).toEqual([]);
});

test("a plate moves with what is in it and what is promised of it, and never into itself", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "plain", plate: "P1", binId: "b1", qty: 5 });
  floor.ask({ type: "receive", sku: "lotted", lot: "L2", plate: "P2", binId: "b1", qty: 3 });
  floor.ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 2, rank: 1 });
  expect(floor.ask({ type: "move-plate", plate: "P2", intoPlate: "P1" }).kind).toBe("applied");
  expect(floor.ask({ type: "move-plate", plate: "P1", intoPlate: "P2" })).toMatchObject({ kind: "rejected", reason: "plateInItself" });
  expect(floor.ask({ type: "move-plate", plate: "P1", toBin: "b2" }).kind).toBe("applied");
  const places = (lines: readonly Line[]) =>
    lines.map(({ sku, qty, reserved }) => `${sku} ${qty} ${reserved}`).toSorted((a, b) => a.localeCompare(b));
  expect(places(floor.zone.linesInBin("b2"))).toEqual(["lotted 3 0", "plain 5 2"]);
  expect(floor.zone.linesInBin("b1")).toEqual([]);
  expect(driftOf(floor.zone)).toEqual([]);
});

test("a serial number is in one place", () => {
  const floor = aFloor();
  const receive = (serials: string[], binId: string) => floor.ask({ type: "receive", sku: "tracked", binId, qty: serials.length, serials });
  expect(receive(["A", "B"], "b1").kind).toBe("applied");
  expect(receive(["B"], "b2")).toMatchObject({ kind: "conflict", reason: "serialElsewhere" });
  expect(receive(["C", "C"], "b2")).toMatchObject({ kind: "rejected", reason: "serialsNeeded" });
  const move = (serials: string[]) => floor.ask({ type: "move", sku: "tracked", fromBin: "b1", toBin: "b2", qty: 1, serials });
  expect(move(["X"])).toMatchObject({ kind: "conflict", reason: "serialElsewhere" });
  expect(move([])).toMatchObject({ kind: "rejected", reason: "serialsNeeded" });
  expect(move(["A"]).kind).toBe("applied");
  expect(floor.zone.serialAt("tracked", "A")).toMatchObject({ account: "bin:b2" });
});

test("the same command id with another wish is refused, and a delivery line is booked once", () => {
  const floor = aFloor();
  const first = floor.wrap({ type: "receive", sku: "plain", binId: "b1", qty: 5, documentLine: "nf-1/1" });
  const before = floor.send(first, people.ana).reply;
  expect(floor.send(first, people.ana)).toMatchObject({ isDuplicate: true, reply: before });
  const other = { ...first, command: { ...first.command, qty: 6 } as CommandInput };
  expect(floor.send(other, people.ana).reply).toMatchObject({ kind: "rejected", reason: "commandIdReused" });
  expect(floor.send(first, people.rui).reply).toMatchObject({ reason: "commandIdReused" });
  const again = floor.ask({ type: "receive", sku: "plain", binId: "b1", qty: 5, documentLine: "nf-1/1" }, people.rui);
  expect(again).toMatchObject({ kind: "rejected", reason: "documentBooked" });
  expect(floor.zone.linesInBin("b1")).toMatchObject([{ qty: 5 }]);
});
