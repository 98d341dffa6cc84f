import { isActive } from "./apply.ts";
import { binOf, type Line, type LineKey, type Movement, type Plate, type Reservation } from "./facts.ts";

export type ZoneRows = {
  movements: Iterable<Pick<Movement, "sku" | "lot" | "qty" | "from" | "to">>;
  lines: readonly Line[];
  reservations: Iterable<Pick<Reservation, "state" | "line" | "qty">>;
  serials: Iterable<{ serial: string; key: LineKey }>;
  plates: readonly Plate[];
  tracksSerials: (sku: string) => boolean;
};

/** One way in which a zone does not add up. */
export type Drift = {
  kind: "not-conserved" | "not-the-ledger" | "reserved-differs" | "oversold" | "serials-differ" | "plate-lost" | "plate-in-itself";
  what: string;
  expected: number | string;
  found: number | string;
};

const nameOf = ({ account, sku, lot, plate, status }: LineKey) => JSON.stringify([account, sku, lot, plate, status]);

/** Whether the zone's books add up, worked out anew from the first movement on. Empty when they do. */
export function checkZone(rows: ZoneRows): Drift[] {
  return [...checkLedger(rows), ...checkReserved(rows), ...checkSerials(rows), ...checkPlates(rows)];
}

function checkLedger({ movements, lines }: ZoneRows): Drift[] {
  const folded = new Map<string, number>();
  const add = (key: LineKey, qty: number) => folded.set(nameOf(key), (folded.get(nameOf(key)) ?? 0) + qty);
  for (const { sku, lot, qty, from, to } of movements) {
    add({ sku, lot, ...from }, -qty);
    add({ sku, lot, ...to }, qty);
  }
  const booked = new Map(lines.map((line) => [nameOf(line), line.qty]));
  const drifts: Drift[] = [];
  for (const what of new Set([...folded.keys(), ...booked.keys()])) {
    const [expected, found] = [folded.get(what) ?? 0, booked.get(what) ?? 0];
    if (expected !== found) drifts.push({ kind: "not-the-ledger", what, expected, found });
  }
  const sums = new Map<string, number>();
  for (const { sku, lot, qty } of lines) sums.set(`${sku} ${lot}`, (sums.get(`${sku} ${lot}`) ?? 0) + qty);
  for (const [what, found] of sums) if (found !== 0) drifts.push({ kind: "not-conserved", what, expected: 0, found });
  return drifts;
}

function checkReserved({ lines, reservations }: ZoneRows): Drift[] {
  const held = new Map<string, number>();
  for (const one of reservations) {
    if (isActive(one)) held.set(nameOf(one.line), (held.get(nameOf(one.line)) ?? 0) + one.qty);
  }
  const booked = new Map(lines.map((line) => [nameOf(line), line.reserved]));
  const drifts: Drift[] = [];
  for (const what of new Set([...held.keys(), ...booked.keys()])) {
    const [expected, found] = [held.get(what) ?? 0, booked.get(what) ?? 0];
    if (expected !== found) drifts.push({ kind: "reserved-differs", what, expected, found });
  }
  for (const line of lines) {
    const isInside = binOf(line.account) !== undefined;
    if (isInside && (line.qty < 0 || line.reserved > line.qty)) {
      drifts.push({ kind: "oversold", what: nameOf(line), expected: line.qty, found: line.reserved });
    }
  }
  return drifts;
}

function checkSerials({ lines, serials, tracksSerials }: ZoneRows): Drift[] {
  const counted = new Map<string, number>();
  for (const { key } of serials) counted.set(nameOf(key), (counted.get(nameOf(key)) ?? 0) + 1);
  return lines
    .filter((line) => binOf(line.account) !== undefined && tracksSerials(line.sku))
    .filter((line) => (counted.get(nameOf(line)) ?? 0) !== line.qty)
    .map((line) => ({ kind: "serials-differ", what: nameOf(line), expected: line.qty, found: counted.get(nameOf(line)) ?? 0 }));
}

function checkPlates({ lines, plates }: ZoneRows): Drift[] {
  const byId = new Map(plates.map((plate) => [plate.id, plate]));
  const drifts: Drift[] = [];
  for (const plate of plates) {
    const seen = new Set([plate.id]);
    for (let at = plate.parent; at !== null; at = byId.get(at)?.parent ?? null) {
      if (seen.has(at)) {
        drifts.push({ kind: "plate-in-itself", what: plate.id, expected: "a tree", found: at });
        break;
      }
      seen.add(at);
    }
    const parent = plate.parent === null ? undefined : byId.get(plate.parent);
    if (parent !== undefined && parent.account !== plate.account) {
      drifts.push({ kind: "plate-lost", what: plate.id, expected: parent.account, found: plate.account });
    }
  }
  for (const line of lines) {
    const at = line.plate === "" || binOf(line.account) === undefined ? line.account : byId.get(line.plate)?.account;
    if (at !== line.account) drifts.push({ kind: "plate-lost", what: nameOf(line), expected: line.account, found: at ?? "nowhere" });
  }
  return drifts;
}
