import fc from "fast-check";
import { expect, test } from "vitest";
import type { CommandInput } from "./commands.ts";
import type { Message } from "./facts.ts";
import { aFloor, driftOf, type Floor } from "./testing/drive-zone.ts";

type Zones = { here: Floor; there: Floor };

/** As the room carries it: under a new name each time, because only what it is about makes it the same. */
function carry({ here, there }: Zones, side: "here" | "there", message: Message): boolean {
  const command: CommandInput =
    message.kind === "transfer-sent"
      ? {
          type: "take-in",
          transferId: message.transfer.id,
          fromZone: "here",
          expiresAt: message.expiresAt,
          ...goodsOf(message),
        }
      : { type: "settle-transfer", transferId: message.transferId };
  const other = side === "here" ? there : here;
  return other.ask(command).kind === "applied";
}

function goodsOf({ transfer: { toBin, sku, lot, qty, serials }, item }: Extract<Message, { kind: "transfer-sent" }>) {
  return { toBin, item, sku, lot, qty, serials };
}

/** Units of all SKUs in bins of both zones and between them. */
function inHouse({ here, there }: Zones): { inBins: number; between: number } {
  const lines = [here, there].flatMap(({ zone }) => [...zone.state.lines.values()]);
  const sum = (prefix: string) => lines.filter(({ account }) => account.startsWith(prefix)).reduce((total, { qty }) => total + qty, 0);
  return { inBins: sum("bin:"), between: sum("transit:") };
}

const send = (id: string, qty: number, toBin = "b2"): CommandInput => ({
  type: "send",
  transferId: id,
  toZone: "there",
  toBin,
  sku: "plain",
  fromBin: "b1",
  qty,
});

test("goods between two zones are counted once, wherever the machine stops and however often they are announced", () => {
  const step = fc.record({ side: fc.constantFrom("here" as const, "there" as const), isForgotten: fc.boolean(), index: fc.nat(4) });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      fc.array(step, { maxLength: 40 }),
      (sizes, steps) => {
        const zones: Zones = { here: aFloor(), there: aFloor() };
        zones.here.ask({ type: "receive", sku: "plain", binId: "b1", qty: 20 });
        sizes.forEach((qty, index) => zones.here.ask(send(`t${index}`, qty)));
        for (const { side, isForgotten, index } of steps) {
          const box = zones[side].zone.state.messages;
          const waiting = box[index % Math.max(1, box.length)];
          if (waiting === undefined) continue;
          // Stopped between the other zone's yes and our forgetting it: it is carried again.
          if (carry(zones, side, waiting.message) && !isForgotten) box.splice(box.indexOf(waiting), 1);
          const { inBins, between } = inHouse(zones);
          expect(inBins + between).toBe(20);
          expect(between).toBeGreaterThanOrEqual(0);
        }
        for (const side of ["here", "there", "here"] as const) {
          for (const { message } of zones[side].zone.state.messages.splice(0)) expect(carry(zones, side, message)).toBe(true);
        }
        expect(inHouse(zones)).toEqual({ inBins: 20, between: 0 });
        expect([...zones.here.zone.state.transfers.values()].every(({ state }) => state === "arrived")).toBe(true);
        expect([driftOf(zones.here.zone), driftOf(zones.there.zone)]).toEqual([[], []]);
      },
    ),
  );
});

test("goods that the other zone does not take stay between the zones, and arrive once it does", () => {
  const zones: Zones = { here: aFloor(), there: aFloor() };
  zones.here.ask({ type: "receive", sku: "plain", binId: "b1", qty: 9 });
  expect(zones.here.ask(send("t1", 6, "full")).kind).toBe("applied");
  const [sent] = zones.here.zone.state.messages;
  if (sent === undefined) throw new Error("nothing was told");
  expect(carry(zones, "here", sent.message)).toBe(false);
  expect(inHouse(zones)).toEqual({ inBins: 3, between: 6 });
  const full = zones.there.zone.bin("full");
  if (full === undefined) throw new Error("no bin");
  zones.there.ask({ type: "put-bins", bins: [{ ...full, capacityUnits: null }] });
  expect(carry(zones, "here", sent.message)).toBe(true);
  expect(inHouse(zones)).toEqual({ inBins: 9, between: 0 });
});

test("promised goods are not sent away, and a transfer is sent once", () => {
  const { here } = { here: aFloor() };
  here.ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  here.ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 4, rank: 1 });
  expect(here.ask(send("t1", 2))).toMatchObject({ kind: "conflict", reason: "promised" });
  expect(here.ask(send("t2", 1)).kind).toBe("applied");
  expect(here.ask(send("t2", 1))).toMatchObject({ kind: "conflict", reason: "transferKnown" });
});
