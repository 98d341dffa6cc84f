import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { ZoneBin } from "#app/domain/warehouse/ports.ts";
import { type PickFace, planReplenishment, type ReplenishmentLine } from "#app/domain/warehouse/solvers/plan-replenishment.ts";
import { type Conclusion, conclude, examplesOf, rounded } from "../shared/conclude.ts";
import {
  type BinLine,
  byText,
  codeOf,
  endOf,
  freeUnits,
  isServing,
  productSubject,
  type SeenZone,
  tasksUnderWay,
  unitsIn,
  zoneSubject,
} from "../shared/seen-zone.ts";
import type { ZoneDemand } from "./zone-demand.ts";

const rules = {
  "orders-wait": { id: "optimizer.replenish-orders-wait", version: 1 },
  "below-min": { id: "optimizer.replenish-below-min", version: 1 },
  "wave-needs-more": { id: "optimizer.replenish-wave", version: 1 },
  short: { id: "optimizer.reserve-short", version: 1 },
  noFace: { id: "optimizer.replenish-no-face", version: 1 },
} as const;
/** Before the picks that need it (100), before those that will, and after both. */
const priorities: Record<ReplenishmentLine["reason"], number> = { "orders-wait": 300, "wave-needs-more": 200, "below-min": 80 };
const validForMs = 4 * 3_600_000;

type Settings = SettingsOf<"optimizer">;
type Heard = { skus: ReadonlySet<string>; from: string };
type Reserve = { bin: ZoneBin; line: BinLine; free: number };

/**
 * Fills shelves from reserve before picks stand before an empty one: what expires first comes first, and what is over serves nobody.
 * Who asked for goods has them looked at whatever the limits.
 */
export function decideReplenish(
  demand: ZoneDemand,
  settings: Settings,
  heard: Heard,
  nowMs: number,
): Pick<Outcome, "decisions" | "replaces"> {
  const { zone } = demand;
  const reserves = reservesOf(zone, nowMs);
  const skus = [...reserves.keys()].toSorted(byText);
  const faces = skus.flatMap((sku) => faceOf(demand, sku, { settings, isAsked: heard.skus.has(sku), reserves, nowMs }) ?? []);
  const totals = new Map([...reserves].map(([sku, own]) => [sku, own.reduce((sum, { free }) => sum + free, 0)]));
  const lines = planReplenishment(faces, totals);
  const decisions: Conclusion[] = [];
  for (const line of lines) {
    if (decisions.length >= settings.mostRefills) break;
    const left = settings.mostRefills - decisions.length;
    decisions.push(...carriesFor(line, { zone, reserves: reserves.get(line.sku) ?? [], demand, heard }).slice(0, left));
  }
  const short = lines.filter((line) => line.short > 0).map(({ sku }) => codeOf(zone, sku));
  const faceless = skus.filter((sku) => (demand.openOf.get(sku) ?? 0) > 0 && !hasShelf(zone, sku)).map((sku) => codeOf(zone, sku));
  const notes = [
    { rule: rules.short, verdict: "found" as const, labels: short },
    { rule: rules.noFace, verdict: "left" as const, labels: faceless },
  ];
  for (const { rule, verdict, labels } of notes) {
    if (labels.length === 0) continue;
    decisions.push(conclude(rule, { verdict, subject: zoneSubject(zone), facts: { skus: labels.length, examples: examplesOf(labels) } }));
  }
  return { decisions, replaces: [`replenish:${zone.id}:`] };
}

/** What lies in reserve free to be carried, less what somebody carries already, in the order in which it has to leave. */
function reservesOf(zone: SeenZone, nowMs: number): Map<string, Reserve[]> {
  const taken = new Map<string, number>();
  for (const { fromBin, sku, lot, plate, qty, doneQty, kind } of tasksUnderWay(zone)) {
    if (kind === "pick") continue;
    const name = JSON.stringify([fromBin, sku, lot, plate]);
    taken.set(name, (taken.get(name) ?? 0) + qty - doneQty);
  }
  const all = zone.bins
    .filter((bin) => bin.kind === "bulk" && !bin.isBlocked)
    .toSorted((one, other) => one.rank - other.rank || byText(one.id, other.id))
    .flatMap((bin) =>
      bin.lines
        .toSorted((one, other) => byText(`${one.lot} ${one.plate}`, `${other.lot} ${other.plate}`))
        .map((line) => ({ bin, line, free: freeUnits(line) - (taken.get(JSON.stringify([bin.id, line.sku, line.lot, line.plate])) ?? 0) })),
    )
    .filter(({ line, free }) => free > 0 && endOf(line) > nowMs)
    .toSorted((one, other) => endOf(one.line) - endOf(other.line));
  return Map.groupBy(all, ({ line }) => line.sku);
}

function shelvesOf(zone: SeenZone, sku: string): ZoneBin[] {
  return zone.bins.filter((bin) => bin.kind === "pick" && isServing(bin) && bin.lines.some((line) => line.sku === sku));
}

function hasShelf(zone: SeenZone, sku: string): boolean {
  return shelvesOf(zone, sku).length > 0;
}

type Facing = { settings: Settings; isAsked: boolean; reserves: ReadonlyMap<string, readonly Reserve[]>; nowMs: number };

/** The fullest shelf stands for all shelves with the goods; undefined without one. */
function faceOf(
  { zone, unitsOf, openOf, days }: ZoneDemand,
  sku: string,
  { settings, isAsked, reserves, nowMs }: Facing,
): PickFace | undefined {
  const shelves = shelvesOf(zone, sku);
  const held = (bin: ZoneBin) => bin.lines.filter((line) => line.sku === sku && line.status === "available" && endOf(line) > nowMs);
  const sumOf = (bins: readonly ZoneBin[], count: (line: BinLine) => number) =>
    bins.flatMap(held).reduce((sum, line) => sum + count(line), 0);
  const [shelf] = shelves.toSorted(
    (one, other) => sumOf([other], ({ qty }) => qty) - sumOf([one], ({ qty }) => qty) || byText(one.id, other.id),
  );
  if (shelf === undefined) return undefined;
  const perDay = (unitsOf.get(sku) ?? 0) / days;
  const onHand = sumOf(shelves, ({ qty }) => qty);
  const reserved = sumOf(shelves, (line) => line.reserved);
  const inbound = coming(zone, shelf.id, sku);
  const comingAll = coming(zone, shelf.id, null);
  const room = shelf.capacityUnits === null ? Number.MAX_SAFE_INTEGER : Math.max(0, shelf.capacityUnits - unitsIn(shelf) - comingAll);
  const waveDemand = openOf.get(sku) ?? 0;
  const spare = (reserves.get(sku) ?? []).reduce((sum, { free }) => sum + free, 0);
  const usual = Math.max(Math.ceil(perDay * settings.refillToDays), waveDemand);
  const projected = onHand - reserved + inbound;
  const most = Math.min(projected + room, isAsked ? Math.max(usual, projected + spare) : usual);
  const min = isAsked ? most : Math.min(most, Math.ceil(perDay * settings.refillBelowDays));
  return { bin: shelf.id, sku, min, max: most, onHand, reserved, inbound, waveDemand, unitsPerPack: 1 };
}

function coming(zone: SeenZone, binId: string, sku: string | null): number {
  return tasksUnderWay(zone)
    .filter((task) => task.toBin === binId && (sku === null || task.sku === sku))
    .reduce((sum, { qty, doneQty }) => sum + qty - doneQty, 0);
}

type Carrying = { zone: SeenZone; reserves: readonly Reserve[]; demand: ZoneDemand; heard: Heard };

function carriesFor(
  { bin: toBin, sku, qty, reason, projected, min, max }: ReplenishmentLine,
  { zone, reserves, demand, heard }: Carrying,
): Conclusion[] {
  const shelf = zone.bins.find(({ id }) => id === toBin);
  let left = qty;
  return reserves.flatMap(({ bin, line, free }) => {
    const units = Math.min(left, free);
    left -= units;
    if (units <= 0) return [];
    const perDay = rounded((demand.unitsOf.get(sku) ?? 0) / demand.days);
    const facts = {
      sku: codeOf(zone, sku),
      units,
      fromBin: bin.code,
      toBin: shelf?.code ?? toBin,
      unitsThere: projected,
      unitsWaiting: demand.openOf.get(sku) ?? 0,
      unitsPerDay: perDay,
      min,
      max,
      askedBy: heard.skus.has(sku) ? heard.from : "",
    };
    const input = {
      zoneId: zone.id,
      kind: "replenish" as const,
      sku,
      lot: line.lot,
      plate: line.plate,
      qty: units,
      fromBin: bin.id,
      toBin,
      priority: priorities[reason],
    };
    const proposal = {
      key: `replenish:${zone.id}:${sku}:${bin.id}:${line.lot}:${line.plate}`,
      call: { tool: "plan-move" as const, input },
      effect: { unitsAfter: projected + qty, daysOfCover: perDay > 0 ? rounded((projected + qty) / perDay) : 0 },
      group: null,
      validForMs,
    };
    return [conclude(rules[reason], { verdict: "proposed", subject: productSubject(zone, sku), facts, proposal })];
  });
}
