import fc from "fast-check";
import { expect, test } from "vitest";
import { agentSettings } from "#app/domain/agents/settings.ts";
import type { ZoneBin } from "#app/domain/warehouse/ports.ts";
import { aLine, aSeenZone, aShelf, aTask, expectSound, hourMs, nowMs, ofRule, rulesOf } from "../testing/planted.ts";
import { decideReplenish } from "./decide-replenish.ts";
import type { ZoneDemand } from "./zone-demand.ts";

const settings = agentSettings.optimizer.parse({});
const nobody = { skus: new Set<string>(), from: "" };
const bulk = (id: string, lines: ReturnType<typeof aLine>[], change: Partial<ZoneBin> = {}) =>
  aShelf(id, 50, lines, { kind: "bulk", ...change });

type Wanted = { sold?: number; open?: number; tasks?: ReturnType<typeof aTask>[] };
function demandOf(bins: ZoneBin[], { sold = 0, open = 0, tasks = [] }: Wanted = {}): ZoneDemand {
  return {
    zone: aSeenZone(bins, { tasks }),
    orders: [],
    unitsOf: new Map([["kettle", sold]]),
    openOf: new Map([["kettle", open]]),
    days: 1,
  };
}
function decide(demand: ZoneDemand, heard = nobody) {
  const outcome = decideReplenish(demand, settings, heard, nowMs);
  expectSound(outcome);
  return outcome;
}

test("a shelf below a day's picks is filled to three days' from reserve", () => {
  const outcome = decide(demandOf([aShelf("face", 1, [aLine("kettle", 4)]), bulk("top", [aLine("kettle", 100)])], { sold: 10 }));
  expect(outcome.decisions).toHaveLength(1);
  expect(outcome.decisions[0]).toMatchObject({
    rule: "optimizer.replenish-below-min",
    facts: { units: 26, unitsThere: 4, fromBin: "TOP", toBin: "FACE" },
  });
  expect(outcome.decisions[0]?.proposal?.call).toMatchObject({ input: { kind: "replenish", qty: 26, fromBin: "top", toBin: "face" } });
});
test("waiting orders come before what is merely low", () => {
  const face = aShelf("face", 1, [aLine("kettle", 2, { reserved: 2 })]);
  const taken = aTask({ kind: "move", sku: "kettle", toBin: "face", qty: 1 });
  const low = decide(demandOf([face, bulk("top", [aLine("kettle", 9)])], { sold: 5 }));
  const waited = decide(demandOf([face, bulk("top", [aLine("kettle", 9)])], { open: 4, tasks: [taken] }));
  expect(rulesOf(low)).toEqual(["optimizer.replenish-below-min", "optimizer.reserve-short"]);
  expect(rulesOf(waited)).toEqual(["optimizer.replenish-wave"]);
  const priority = (outcome: typeof low) =>
    outcome.decisions.flatMap(({ proposal }) => (proposal?.call.tool === "plan-move" ? [proposal.call.input.priority] : []))[0] ?? 0;
  expect(priority(waited)).toBeGreaterThan(priority(low));
});
test("whoever asks for goods has them brought whatever the limits, and is named", () => {
  const demand = demandOf([aShelf("face", 1, [aLine("kettle", 4)], { capacityUnits: 10 }), bulk("top", [aLine("kettle", 100)])]);
  expect(decide(demand).decisions).toEqual([]);
  const [refill] = decide(demand, { skus: new Set(["kettle"]), from: "warehouse-manager" }).decisions;
  expect(refill).toMatchObject({ facts: { units: 6, askedBy: "warehouse-manager" } });
});
test("what is carried already, promised, damaged, or blocked is not carried a second time", () => {
  const face = aShelf("face", 1, [aLine("kettle", 0), aLine("kettle", 1)]);
  const under = aTask({ kind: "replenish", sku: "kettle", fromBin: "top", toBin: "face", qty: 29 });
  expect(decide(demandOf([face, bulk("top", [aLine("kettle", 29)])], { sold: 10, tasks: [under] })).decisions).toEqual([]);
  const useless = [aLine("kettle", 9, { reserved: 9 }), aLine("kettle", 9, { status: "damaged" })];
  expect(ofRule(decide(demandOf([face, bulk("top", useless)], { sold: 10 })), "optimizer.replenish-below-min")).toEqual([]);
  expect(decide(demandOf([face, bulk("top", [aLine("kettle", 9)], { isBlocked: true })], { sold: 10 })).decisions).toEqual([]);
});
test("of a reserve the lot that ends first is brought first, wherever it lies, and what is over is neither brought nor counted", () => {
  const lot = (name: string, qty: number, inHours: number) => aLine("kettle", qty, { lot: name, expiresAt: nowMs + inHours * hourMs });
  const over = lot("L0", 50, 0);
  const face = aShelf("face", 1, [over]);
  const reserve = [bulk("first", [lot("L2", 9, 80), over], { rank: 2 }), bulk("last", [lot("L1", 9, 40)], { rank: 9 })];
  const outcome = decide(demandOf([face, ...reserve], { sold: 5 }));
  const carried = outcome.decisions.flatMap(({ proposal }) => (proposal?.call.tool === "plan-move" ? [proposal.call.input] : []));
  expect(carried.map(({ lot: name, qty, fromBin }) => [name, qty, fromBin])).toEqual([
    ["L1", 9, "last"],
    ["L2", 6, "first"],
  ]);
});
test("goods that are asked for and have no shelf are named", () => {
  expect(rulesOf(decide(demandOf([bulk("top", [aLine("kettle", 9)])], { open: 3 })))).toEqual(["optimizer.replenish-no-face"]);
});

const aReserve = fc.record({ qty: fc.integer({ min: 0, max: 30 }), reserved: fc.nat(30), lot: fc.constantFrom("", "L1", "L2") });
test("no more is carried than lies in reserve free, nor than the shelf holds", () => {
  fc.assert(
    fc.property(
      fc.array(aReserve, { maxLength: 5 }),
      fc.record({ there: fc.nat(20), capacity: fc.integer({ min: 20, max: 60 }), sold: fc.nat(40), open: fc.nat(40) }),
      (reserves, { there, capacity, sold, open }) => {
        const tops = reserves.map(({ qty, reserved, lot }, index) =>
          bulk(`top${index}`, [aLine("kettle", qty, { lot, reserved: Math.min(qty, reserved) })]),
        );
        const face = aShelf("face", 1, [aLine("kettle", there)], { capacityUnits: capacity });
        let carried = 0;
        for (const { proposal } of decide(demandOf([face, ...tops], { sold, open })).decisions) {
          if (proposal?.call.tool !== "plan-move") continue;
          const { fromBin, qty, lot } = proposal.call.input;
          const line = tops.find(({ id }) => id === fromBin)?.lines[0];
          expect(line?.lot).toBe(lot);
          expect(qty).toBeLessThanOrEqual((line?.qty ?? 0) - (line?.reserved ?? 0));
          carried += qty;
        }
        expect(there + carried).toBeLessThanOrEqual(capacity);
      },
    ),
    { numRuns: 200, seed: 3 },
  );
});
