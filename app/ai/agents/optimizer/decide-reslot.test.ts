import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agentSettings } from "#app/domain/agents/settings.ts";
import type { ZoneBin } from "#app/domain/warehouse/ports.ts";
import { solveRoute } from "#app/domain/warehouse/solvers/routing/solve-route.ts";
import { aLine, aSeenZone, aShelf, aTask, expectSound, hourMs, nowMs, ofRule, rulesOf } from "../testing/planted.ts";
import { decideReslot } from "./decide-reslot.ts";
import { drawFloor } from "./floor-plan.ts";
import type { ZoneDemand } from "./zone-demand.ts";

const settings = agentSettings.optimizer.parse({ leastOrders: 1, payBackDays: 90 });
const table = aShelf("table", 0, [], { kind: "staging" });

function demandOf(bins: ZoneBin[], orders: string[][], tasks = [] as ReturnType<typeof aTask>[]): ZoneDemand {
  return { zone: aSeenZone([table, ...bins], { tasks }), orders, unitsOf: new Map(), openOf: new Map(), days: 1 };
}
const decide = (demand: ZoneDemand, change: Partial<typeof settings> = {}) => {
  const outcome = decideReslot(demand, { ...settings, ...change }, {}, nowMs);
  expectSound(outcome);
  return outcome;
};
const often = (sku: string, times = 30) => Array.from({ length: times }, () => [sku]);

describe("moves that pay", () => {
  test("goods that are often asked for come to an empty shelf near the table", () => {
    const outcome = decide(demandOf([aShelf("near", 2), aShelf("far", 40, [aLine("kettle", 5)])], often("kettle")));
    const [move] = ofRule(outcome, "optimizer.reslot");
    expect(move).toMatchObject({
      verdict: "proposed",
      facts: { sku: "C-kettle", units: 5, fromBin: "FAR", toBin: "NEAR", metresPerDay: 2280 },
    });
    expect(move?.proposal?.call).toMatchObject({
      tool: "plan-move",
      input: { kind: "move", sku: "kettle", qty: 5, fromBin: "far", toBin: "near" },
    });
    expect(outcome.messages).toEqual([
      { type: "moves-proposed", to: "warehouse-manager", body: { zoneId: "zone", moves: 1, metresPerDay: 2280 } },
    ]);
  });
  test("a move that does not pay for itself in time is not proposed", () => {
    const demand = demandOf([aShelf("near", 2), aShelf("far", 40, [aLine("kettle", 5_000)])], often("kettle"));
    expect(rulesOf(decide(demand, { payBackDays: 1 }))).toEqual(["optimizer.reslot-settled"]);
  });
  test("two goods change places over an empty shelf, in an order in which each shelf is empty when it is filled", () => {
    const bins = [aShelf("near", 2, [aLine("rare", 3)]), aShelf("far", 40, [aLine("kettle", 5)]), aShelf("spare", 41)];
    const steps = ofRule(decide(demandOf(bins, [...often("kettle"), ["rare"]])), "optimizer.reslot-swap");
    expect(steps.map(({ facts }) => [facts["fromBin"], facts["toBin"]])).toEqual([
      ["NEAR", "SPARE"],
      ["FAR", "NEAR"],
      ["SPARE", "FAR"],
    ]);
    expect(new Set(steps.map(({ proposal }) => proposal?.group)).size).toBe(1);
    expect(new Set(steps.map(({ proposal }) => proposal?.key)).size).toBe(3);
    const priorities = steps.flatMap(({ proposal }) => (proposal?.call.tool === "plan-move" ? [proposal.call.input.priority] : []));
    expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
  });
  test("a swap without an empty shelf is said to lack one", () => {
    const bins = [aShelf("near", 2, [aLine("rare", 3)]), aShelf("far", 40, [aLine("kettle", 5)])];
    expect(rulesOf(decide(demandOf(bins, [...often("kettle"), ["rare"]])))).toEqual([
      "optimizer.reslot-settled",
      "optimizer.reslot-no-spare",
    ]);
  });
  test("no more is proposed than is asked for at most", () => {
    const bins = [1, 2, 3, 4].flatMap((n) => [aShelf(`near${n}`, n), aShelf(`far${n}`, 40 + n, [aLine(`s${n}`, 1)])]);
    expect(
      ofRule(
        decide(
          demandOf(
            bins,
            ["s1", "s2", "s3", "s4"].map((sku) => [sku]),
          ),
          { mostMoves: 2 },
        ),
        "optimizer.reslot",
      ),
    ).toHaveLength(2);
  });
});

describe("what stays, and why", () => {
  const stays = (bin: Partial<ZoneBin>, lines = [aLine("kettle", 5)], tasks: ReturnType<typeof aTask>[] = []) => {
    const outcome = decide(demandOf([aShelf("near", 2), aShelf("far", 40, lines, bin)], often("kettle"), tasks));
    expect(ofRule(outcome, "optimizer.reslot")).toEqual([]);
    return rulesOf(outcome)
      .find((rule) => rule.startsWith("optimizer.reslot-stays-"))
      ?.slice("optimizer.reslot-stays-".length);
  };
  test.each([
    ["reserved", stays({}, [aLine("kettle", 5, { reserved: 1 })])],
    ["on-hold", stays({}, [aLine("kettle", 5, { status: "hold" })])],
    ["mixed", stays({}, [aLine("kettle", 5), aLine("pan", 1)])],
    ["mixed", stays({}, [aLine("kettle", 5, { lot: "L1" }), aLine("kettle", 1, { lot: "L2" })])],
    ["blocked", stays({ isBlocked: true })],
    ["no-place", stays({ aisle: "" })],
    ["busy", stays({}, [aLine("kettle", 5)], [aTask({ kind: "count", fromBin: "far" })])],
  ])("goods that are %s", (expected, reason) => {
    expect(reason).toBe(expected);
  });
  test("a lot that ends before its carrying would have paid off is not carried, and one that lasts is", () => {
    const until = (days: number) =>
      decide(
        demandOf(
          [aShelf("near", 2), aShelf("far", 40, [aLine("kettle", 5, { lot: "L1", expiresAt: nowMs + days * 24 * hourMs })])],
          often("kettle"),
        ),
        {
          payBackDays: 14,
        },
      );
    for (const days of [-1, 0, 13]) expect(rulesOf(until(days))).toContain("optimizer.reslot-stays-expiring");
    expect(ofRule(until(14), "optimizer.reslot")[0]?.proposal?.call).toMatchObject({ input: { lot: "L1", toBin: "near" } });
  });
  test("goods in several lots are walked to where the one lies that has to leave first, whichever bin has more", () => {
    const lot = (name: string, qty: number, inDays: number) => aLine("kettle", qty, { lot: name, expiresAt: nowMs + inDays * 24 * hourMs });
    const bins = [aShelf("near", 2, [lot("L2", 90, 60)]), aShelf("far", 40, [lot("L1", 5, 30)]), aShelf("over", 50, [lot("L0", 99, -1)])];
    const metresPerOrder = (shelves: ZoneBin[]) =>
      ofRule(decide(demandOf(shelves, often("kettle"))), "optimizer.reslot-settled")[0]?.facts["metresPerOrder"];
    expect(metresPerOrder(bins)).toBe(80);
    expect(metresPerOrder(bins.slice(0, 1))).toBe(4);
  });
  test("an empty zone, one without a plan, one with a single bin and one nobody orders from", () => {
    expect(decide(demandOf([], [])).decisions).toEqual([]);
    expect(decide(demandOf([], often("kettle"))).decisions).toEqual([]);
    expect(decide(demandOf([aShelf("only", 4, [aLine("kettle", 5)])], [])).decisions).toEqual([]);
    expect(rulesOf(decide(demandOf([aShelf("only", 4, [aLine("kettle", 5)])], often("kettle"))))).toEqual(["optimizer.reslot-settled"]);
    const unplaced = { ...demandOf([], often("kettle")), zone: aSeenZone([aShelf("only", 4, [aLine("kettle", 5)], { aisle: "" })]) };
    expect(rulesOf(decide(unplaced))).toEqual(["optimizer.reslot-no-plan"]);
  });
  test("a shelf that cannot hold the goods, is blocked, or waits for others is no aim", () => {
    const far = aShelf("far", 40, [aLine("kettle", 5)]);
    for (const near of [aShelf("near", 2, [], { capacityUnits: 4 }), aShelf("near", 2, [], { isBlocked: true })])
      expect(rulesOf(decide(demandOf([near, far], often("kettle"))))).toEqual(["optimizer.reslot-settled"]);
    const coming = aTask({ kind: "put-away", toBin: "near", sku: "pan", qty: 1 });
    expect(rulesOf(decide(demandOf([aShelf("near", 2), far], often("kettle"), [coming])))).toEqual(["optimizer.reslot-settled"]);
  });
});

const aBusyZone = fc
  .record({
    shelves: fc.array(
      fc.record({
        aisle: fc.constantFrom("A", "B", ""),
        y: fc.integer({ min: 0, max: 30 }),
        units: fc.integer({ min: 0, max: 6 }),
        reserved: fc.integer({ min: 0, max: 4 }).map((n) => Math.max(0, n - 3)),
        capacity: fc.option(fc.integer({ min: 6, max: 8 })),
        isBlocked: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      }),
      { maxLength: 9 },
    ),
    orders: fc.array(fc.array(fc.nat(8), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 15 }),
  })
  .map(({ shelves, orders }) => {
    const bins = shelves.map(({ aisle, y, units, reserved, capacity, isBlocked }, index) =>
      aShelf(`bin${index}`, y, units === 0 ? [] : [aLine(`s${index}`, units, { reserved: Math.min(units, reserved) })], {
        aisle,
        xMm: aisle === "B" ? 4_000 : 0,
        capacityUnits: capacity,
        isBlocked,
      }),
    );
    return demandOf(
      bins,
      orders.map((order) => [...new Set(order.map((n) => `s${n}`))]),
    );
  });

function metresOf({ zone, orders }: ZoneDemand, binOf: ReadonlyMap<string, string>): number {
  const plan = drawFloor(zone.bins);
  if (plan === undefined) return 0;
  return orders.reduce((sum, order) => {
    const picks = order.flatMap((sku) => plan.places.get(binOf.get(sku) ?? "") ?? []);
    return sum + solveRoute({ ...plan.floor, picks, timeMs: 0, seed: 1 }, () => 0).length;
  }, 0);
}

test("proposals save what they say, carry nothing that is promised, and never fill a shelf beyond what it holds", () => {
  fc.assert(
    fc.property(aBusyZone, (demand) => {
      const outcome = decide(demand);
      expect(decide(demand)).toEqual(outcome);
      const contents = new Map(demand.zone.bins.map((bin) => [bin.id, new Map(bin.lines.map((line) => [line.sku, line]))]));
      const binOf = new Map(demand.zone.bins.flatMap((bin) => bin.lines.map((line) => [line.sku, bin.id] as const)));
      const before = metresOf(demand, binOf);
      for (const { proposal } of outcome.decisions) {
        if (proposal?.call.tool !== "plan-move") continue;
        const { sku, qty, fromBin, toBin } = proposal.call.input;
        const line = contents.get(fromBin)?.get(sku);
        expect(qty).toBeLessThanOrEqual((line?.qty ?? 0) - (line?.reserved ?? 0));
        expect(contents.get(toBin)?.size).toBe(0);
        const { capacityUnits = null, isBlocked = true } = demand.zone.bins.find(({ id }) => id === toBin) ?? {};
        expect(isBlocked).toBe(false);
        expect(qty).toBeLessThanOrEqual(capacityUnits ?? qty);
        contents.get(fromBin)?.delete(sku);
        if (line !== undefined) contents.get(toBin)?.set(sku, line);
        binOf.set(sku, toBin);
      }
      const [summary] = ofRule(outcome, "optimizer.reslot-found");
      const saved = before - metresOf(demand, binOf);
      expect(saved).toBeGreaterThanOrEqual(-1e-6);
      expect(Math.abs(Number(summary?.facts["metresPerDay"] ?? 0) - saved)).toBeLessThanOrEqual(0.06);
    }),
    { numRuns: 150, seed: 11 },
  );
});
