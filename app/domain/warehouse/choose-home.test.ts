import { expect, test } from "vitest";
import { chooseHome } from "./choose-home.ts";
import type { ZoneBin, ZoneTask } from "./ports.ts";

function aBin(id: string, change: Partial<ZoneBin> = {}): ZoneBin {
  const place = { code: id, kind: "pick" as const, aisle: "", xMm: 0, yMm: 0, capacityUnits: null, isBlocked: false, version: 1 };
  return { id, ...place, rank: Number(id.slice(1)), lines: [], ...change };
}
const holding = (sku: string, qty: number) => [{ sku, lot: "", plate: "", status: "available" as const, qty, reserved: 0 }];
function aPutAway(sku: string, toBin: string, qty: number): ZoneTask {
  const none = {
    lot: "",
    plate: "",
    doneQty: 0,
    wave: null,
    batch: null,
    walk: null,
    picker: null,
    claimedBy: null,
    createdAt: 0,
    version: 1,
    priority: 100,
  };
  return { id: `t-${sku}`, kind: "put-away", state: "open", sku, qty, fromBin: "dock", toBin, ...none };
}
const wanted = { sku: "kettle", lot: "", qty: 4, fromBin: "dock" };

test("goods go beside their own kind before they open an empty bin, the first in walking order", () => {
  const bins = [aBin("b3", { lines: holding("kettle", 1) }), aBin("b1"), aBin("b2", { lines: holding("kettle", 1) })];
  expect(chooseHome({ bins, tasks: [] }, wanted)).toBe("b2");
  expect(chooseHome({ bins: [aBin("b3"), aBin("b1", { lines: holding("pan", 1) }), aBin("b2")], tasks: [] }, wanted)).toBe("b2");
});

test("a bin that is blocked, too small, no shelf, or where the goods stand already is no home", () => {
  const full = aBin("b1", { capacityUnits: 6, lines: holding("kettle", 3) });
  const bins = [full, aBin("b2", { isBlocked: true }), aBin("b3", { kind: "staging" }), aBin("b4", { capacityUnits: 3 }), aBin("b5")];
  expect(chooseHome({ bins, tasks: [] }, wanted)).toBe("b5");
  expect(chooseHome({ bins, tasks: [] }, { ...wanted, fromBin: "b5" })).toBeUndefined();
});

test("what is on its way to a bin counts as being there", () => {
  const bins = [aBin("b1"), aBin("b2", { capacityUnits: 5 }), aBin("b3")];
  expect(chooseHome({ bins, tasks: [aPutAway("pan", "b1", 1)] }, wanted)).toBe("b2");
  expect(chooseHome({ bins, tasks: [aPutAway("pan", "b1", 1), aPutAway("kettle", "b2", 2)] }, wanted)).toBe("b3");
  expect(chooseHome({ bins, tasks: [aPutAway("kettle", "b3", 1)] }, wanted)).toBe("b3");
});

test("a lot goes beside itself, else alone behind those that expire sooner, and shares a bin only when none is empty", () => {
  const of = (lot: string, expiresAt?: number) => holding("kettle", 1).map((line) => ({ ...line, lot, expiresAt }));
  const dock = aBin("b9", { kind: "receiving", lines: of("L2", 200) });
  const home = (...bins: ZoneBin[]) => chooseHome({ bins: [dock, ...bins], tasks: [] }, { ...wanted, lot: "L2", fromBin: "b9" });
  const [sooner, later] = [aBin("b2", { lines: of("L1", 100) }), aBin("b2", { lines: of("L3", 300) })];
  expect(home(aBin("b1"), sooner, aBin("b3"), aBin("b4", { lines: of("L2", 200) }))).toBe("b4");
  expect(home(aBin("b1"), sooner, aBin("b3"))).toBe("b3");
  // Nothing stands in the way of what has to leave first itself.
  expect(home(aBin("b1"), later, aBin("b3"))).toBe("b1");
  expect(home(aBin("b1"), sooner)).toBe("b1");
  expect(home(sooner)).toBe("b2");
  expect(home(aBin("b1"), aBin("b2", { kind: "staging", lines: of("L1", 100) }), aBin("b3"))).toBe("b1");
  const coming = { ...aPutAway("kettle", "b3", 2), lot: "L2" };
  expect(chooseHome({ bins: [dock, aBin("b1"), aBin("b3")], tasks: [coming] }, { ...wanted, lot: "L2", fromBin: "b9" })).toBe("b3");
});
