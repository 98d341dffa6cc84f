import { describe, expect, test } from "vitest";
import { type CommandInput, envelopeSchema } from "./commands.ts";
import { serialsComingIn } from "./serials-coming-in.ts";
import { aFloor, driftOf, type Floor, people } from "./testing/drive-zone.ts";

function comeBack(floor: Floor, more: Partial<Extract<CommandInput, { type: "receive" }>> = {}) {
  return floor.ask({ type: "receive", sku: "plain", binId: "dock", qty: 4, from: "return", ...more }, people.ana);
}

function look(floor: Floor, more: Partial<Extract<CommandInput, { type: "inspect" }>> = {}) {
  return floor.ask({ type: "inspect", sku: "plain", binId: "dock", qty: 1, outcome: "restock", toBin: "b1", ...more }, people.ana);
}

const inBin = (floor: Floor, bin: string) => floor.zone.linesInBin(bin).map(({ status, qty }) => `${status} ${qty}`);

describe("goods that came back", () => {
  test("are on hold until somebody has looked at them, and are then sold again, kept apart, or gone", () => {
    const floor = aFloor();
    comeBack(floor);
    expect(inBin(floor, "dock")).toEqual(["hold 4"]);
    expect(floor.ask({ type: "reserve", demandLine: "d1", sku: "plain", qty: 1, rank: 1 }, people.boss)).toMatchObject({
      reason: "notEnough",
    });
    expect(look(floor).kind).toBe("applied");
    expect(look(floor, { outcome: "damaged", toBin: "bulk" }).kind).toBe("applied");
    expect(look(floor, { outcome: "scrap", toBin: null }).kind).toBe("applied");
    expect(look(floor, { outcome: "quarantine", toBin: null }).kind).toBe("applied");
    expect([inBin(floor, "b1"), inBin(floor, "bulk"), inBin(floor, "dock")]).toEqual([["available 1"], ["damaged 1"], ["hold 1"]]);
    expect(floor.ask({ type: "reserve", demandLine: "d1", sku: "plain", qty: 1, rank: 1 }, people.boss).kind).toBe("applied");
    expect(driftOf(floor.zone)).toEqual([]);
  });

  test("are looked at once under one line of a document, and never more of them than are there", () => {
    const floor = aFloor();
    comeBack(floor);
    expect(look(floor, { documentLine: "look-1" }).kind).toBe("applied");
    expect(look(floor, { documentLine: "look-1" })).toMatchObject({ kind: "rejected", reason: "documentBooked" });
    expect(look(floor, { qty: 4 })).toMatchObject({ kind: "conflict", reason: "notEnough" });
    expect(look(floor, { outcome: "quarantine", toBin: null, qty: 4 })).toMatchObject({ kind: "conflict", reason: "notEnough" });
  });

  test("with numbers are named one by one", () => {
    const floor = aFloor();
    comeBack(floor, { sku: "tracked", qty: 2, serials: ["S1", "S2"] });
    expect(look(floor, { sku: "tracked" })).toMatchObject({ reason: "serialsNeeded" });
    expect(look(floor, { sku: "tracked", serials: ["S3"] })).toMatchObject({ reason: "serialElsewhere" });
    expect(look(floor, { sku: "tracked", serials: ["S2"] }).kind).toBe("applied");
    expect(floor.zone.serialAt("tracked", "S2")).toMatchObject({ account: "bin:b1", status: "available" });
    expect(driftOf(floor.zone)).toEqual([]);
  });
});

test("a shipped promise keeps the numbers that left with it", () => {
  const floor = aFloor();
  floor.ask({ type: "receive", sku: "tracked", binId: "b1", qty: 2, serials: ["S1", "S2"] }, people.ana);
  floor.ask({ type: "reserve", demandLine: "d1", sku: "tracked", qty: 1, rank: 1 }, people.boss);
  floor.ask({ type: "plan-picks", demandLines: ["d1"], toBin: "stage" }, people.boss);
  const [task] = floor.zone.tasksAt("stage");
  floor.ask({ type: "pick", taskId: task?.id ?? "", qty: 1, serials: ["S2"] }, people.ana);
  floor.ask({ type: "ship", demandLine: "d1" }, people.ana);
  expect(floor.zone.reservationsOf("d1").flatMap(({ serials }) => serials ?? [])).toEqual(["S2"]);
});

describe("a number that lies in another zone", () => {
  const receive = { type: "receive", sku: "tracked", binId: "b1", qty: 1, serials: ["S1"] } satisfies CommandInput;

  test("is not received, not found and not taken back, and is answered the same when it is asked again", () => {
    const floor = aFloor();
    floor.elsewhere("S1");
    const wish = floor.wrap(receive);
    expect(floor.send(wish, people.ana).reply).toMatchObject({ kind: "conflict", reason: "serialOtherZone", facts: { serial: "S1" } });
    expect(comeBack(floor, { sku: "tracked", qty: 1, serials: ["S1"] })).toMatchObject({ reason: "serialOtherZone" });
    const found = floor.ask({ type: "adjust", sku: "tracked", binId: "b1", delta: 1, reason: "found", serials: ["S1"] }, people.ana);
    expect(found).toMatchObject({ reason: "serialOtherZone" });
    floor.elsewhere();
    expect(floor.send(wish, people.ana)).toMatchObject({ isDuplicate: true, reply: { reason: "serialOtherZone" } });
    expect(floor.ask(receive, people.ana).kind).toBe("applied");
  });

  test("is asked about only where numbers come into the house", () => {
    const coming = (command: CommandInput) => serialsComingIn(envelopeSchema.parse({ id: "c", command }).command);
    expect(coming(receive)).toEqual([{ sku: "tracked", serial: "S1" }]);
    const adjust = { type: "adjust" as const, sku: "tracked", binId: "b1", serials: ["S1"] };
    expect(coming({ ...adjust, delta: 1, reason: "found" })).toHaveLength(1);
    expect(coming({ ...adjust, delta: -1, reason: "lost" })).toEqual([]);
    expect(coming({ type: "move", sku: "tracked", fromBin: "b1", toBin: "b2", qty: 1, serials: ["S1"] })).toEqual([]);
  });
});
