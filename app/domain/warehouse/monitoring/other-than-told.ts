import type { ZoneTotals } from "../ports.ts";

const fields = ["onHand", "reserved", "onHold", "damaged", "inTransit"] as const;
const nothing = { onHand: 0, reserved: 0, onHold: 0, damaged: 0, inTransit: 0 };

/** SKUs of which the room has other totals than others were told, as one line each: "onHand/reserved/onHold/damaged/inTransit". */
export function otherThanTold(
  totals: readonly ZoneTotals[],
  told: readonly ZoneTotals[],
): { sku: string; expected: string; found: string }[] {
  const line = (one: Omit<ZoneTotals, "sku">) => fields.map((field) => one[field]).join("/");
  const rooms = new Map(totals.map((one) => [one.sku, one]));
  const known = new Map(told.map((one) => [one.sku, one]));
  return [...new Set([...rooms.keys(), ...known.keys()])].flatMap((sku) => {
    const [expected, found] = [line(rooms.get(sku) ?? nothing), line(known.get(sku) ?? nothing)];
    return expected === found ? [] : [{ sku, expected, found }];
  });
}
