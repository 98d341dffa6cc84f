import fc from "fast-check";
import { expect, test } from "vitest";
import { agentSettings } from "#app/domain/agents/settings.ts";
import type { Messages } from "../brain.ts";
import { aLine, aSeenZone, aShelf, aWaitingOrder, expectSound, hourMs, minuteMs, nowMs, ofRule, rulesOf } from "../testing/planted.ts";
import { decideWaves } from "./decide-wave.ts";

const settings = agentSettings.optimizer.parse({ waveOrders: 3 });
const zone = aSeenZone([
  aShelf("table", 0, [], { kind: "staging" }),
  aShelf("one", 10, [aLine("kettle", 10)]),
  aShelf("two", 20, [aLine("pan", 10, { reserved: 8 })]),
]);
function decide(waiting: ReturnType<typeof aWaitingOrder>[], heard: Messages = [], zones = [zone]) {
  const outcome = decideWaves({ zones, waiting, heard }, settings, nowMs);
  expectSound(outcome);
  return outcome;
}
const ordersIn = (outcome: ReturnType<typeof decide>) =>
  outcome.decisions.flatMap(({ proposal }) => (proposal?.call.tool === "release-orders" ? proposal.call.input.orderIds : []));

test("enough waiting orders are released together, and walked for less far", () => {
  const outcome = decide(["a", "b", "c"].map((id) => aWaitingOrder(id, [["kettle", 1]])));
  expect(ordersIn(outcome)).toEqual(["a", "b", "c"]);
  expect(outcome.decisions[0]?.facts).toMatchObject({ orders: 3, walks: 1, metresTogether: 20, metresOneByOne: 60, metresSaved: 40 });
});
test("few orders wait for others, unless one waits for long or somebody asks", () => {
  expect(rulesOf(decide([aWaitingOrder("a", [["kettle", 1]])]))).toEqual(["optimizer.wave-waits"]);
  expect(ordersIn(decide([aWaitingOrder("a", [["kettle", 1]], { placedAt: nowMs - 2 * hourMs })]))).toEqual(["a"]);
  const body = { warehouseId: "wh", waiting: 1, oldestWaitsMs: minuteMs };
  const asked = decide(
    [aWaitingOrder("a", [["kettle", 1]])],
    [{ id: "m", from: "warehouse-manager", type: "wave-wanted", to: "optimizer", body }],
  );
  expect(asked.decisions[0]?.facts).toMatchObject({ askedBy: "warehouse-manager", orders: 1 });
});
test("what one order takes is gone for the next, and promised goods are for neither", () => {
  const outcome = decide(["a", "b", "c"].map((id) => aWaitingOrder(id, [["pan", 1]], { placedAt: nowMs - 2 * hourMs })));
  expect(ordersIn(outcome)).toEqual(["a", "b"]);
  expect(ofRule(outcome, "optimizer.wave-cannot")[0]?.facts).toMatchObject({ orders: 1, examples: "#c" });
});
test("no orders, no zones, and no places are no wave to speak of", () => {
  expect(decide([]).decisions).toEqual([]);
  expect(decide([aWaitingOrder("a", [["kettle", 1]])], [], []).decisions).toEqual([]);
  const flat = aSeenZone([aShelf("one", 10, [aLine("kettle", 10)], { aisle: "" })]);
  const outcome = decide(
    ["a", "b", "c"].map((id) => aWaitingOrder(id, [["kettle", 1]])),
    [],
    [flat],
  );
  expect(outcome.decisions[0]?.facts).toMatchObject({ orders: 3, metresSaved: 0 });
});

const anOrder = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  lines: fc.array(fc.tuple(fc.constantFrom("kettle", "pan", "gone"), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 3 }),
  hindrance: fc.constantFrom(null, null, "not-ready" as const),
});
test("a wave holds no order twice, none that cannot be served, and takes no more than is free", () => {
  fc.assert(
    fc.property(fc.array(anOrder, { maxLength: 8 }), (some) => {
      const waiting = some.map(({ id, lines, hindrance }) => aWaitingOrder(id, lines, { hindrance, placedAt: nowMs - 2 * hourMs }));
      const outcome = decide(waiting);
      const ids = ordersIn(outcome);
      expect(new Set(ids).size).toBe(ids.length);
      const taken: Record<string, number> = {};
      for (const id of ids) {
        const order = waiting.find((one) => one.id === id && one.hindrance === null);
        expect(order).toBeDefined();
        for (const { variantId, quantity } of order?.lines ?? []) taken[variantId ?? ""] = (taken[variantId ?? ""] ?? 0) + quantity;
      }
      expect(taken["kettle"] ?? 0).toBeLessThanOrEqual(10);
      expect(taken["pan"] ?? 0).toBeLessThanOrEqual(2);
      expect(taken["gone"] ?? 0).toBe(0);
      expect(decide(waiting)).toEqual(outcome);
    }),
    { numRuns: 100, seed: 5 },
  );
});
