import type { SettingsOf } from "#app/domain/agents/settings.ts";
import type { AgentMessage } from "#app/domain/agents/messages.ts";
import type { Outcome, Proposal } from "#app/domain/agents/outcome.ts";
import { type Conclusion, conclude, examplesOf, rounded } from "../shared/conclude.ts";
import { codeOf, productSubject, type SeenZone, zoneSubject } from "../shared/seen-zone.ts";
import { drawFloor, type FloorPlan } from "./floor-plan.ts";
import { emptyShelves, type Goods, goodsOf, stayReasons } from "./movable-goods.ts";
import { type Carry, type Found, payBackDays, searchMoves, type Step } from "./search-moves.ts";
import type { SlottingMemory } from "./seen.ts";
import type { ZoneDemand } from "./zone-demand.ts";

type Settings = SettingsOf<"optimizer">;

const rules = {
  move: { id: "optimizer.reslot", version: 1 },
  swap: { id: "optimizer.reslot-swap", version: 1 },
  found: { id: "optimizer.reslot-found", version: 1 },
  settled: { id: "optimizer.reslot-settled", version: 1 },
  tooLittle: { id: "optimizer.reslot-too-little", version: 1 },
  noPlan: { id: "optimizer.reslot-no-plan", version: 1 },
  noSpare: { id: "optimizer.reslot-no-spare", version: 1 },
} as const;
const stayRule = (reason: string) => ({ id: `optimizer.reslot-stays-${reason}`, version: 1 });

const dayMs = 24 * 3_600_000;
const validForMs = dayMs;
/** After urgent work, before nothing. */
const priority = 40;

type Reslotted = Pick<Outcome, "decisions" | "messages" | "replaces"> & { memory: SlottingMemory };

/** A better order of the shelves of one zone: which goods to carry where, what that saves, and what it costs. */
export function decideReslot(demand: ZoneDemand, settings: Settings, known: SlottingMemory, nowMs: number): Reslotted {
  const { zone, orders } = demand;
  const left = (rule: Parameters<typeof conclude>[0], facts: Conclusion["facts"]) =>
    nothing(zone, [conclude(rule, { verdict: "left", subject: zoneSubject(zone), facts })]);
  const asked = [...new Set(orders.flat())];
  const plan = drawFloor(zone.bins);
  const goods = goodsOf(zone, plan, asked, { nowMs, leastMs: settings.payBackDays * dayMs });
  if (goods.length === 0) return nothing(zone, []);
  if (plan === undefined) return left(rules.noPlan, { zone: zone.label, bins: zone.bins.length });
  if (orders.length < settings.leastOrders) return left(rules.tooLittle, { orders: orders.length, least: settings.leastOrders });
  const placed = goods.filter(({ binId }) => plan.places.has(binId));
  const found = searchIn(demand, { plan, placed, settings });
  const stays = stayDecisions(zone, goods);
  const spare = found.isSwapMissed
    ? [conclude(rules.noSpare, { verdict: "left", subject: zoneSubject(zone), facts: { zone: zone.label } })]
    : [];
  const memory = { [zone.id]: { metresPerOrder: rounded(found.metresBefore / orders.length), orders: orders.length, lookedAtMs: nowMs } };
  if (found.steps.length === 0) {
    const facts = {
      zone: zone.label,
      orders: orders.length,
      metresPerOrder: rounded(found.metresBefore / orders.length),
      payBackDays: settings.payBackDays,
    };
    const settled = conclude(rules.settled, { verdict: "left", subject: zoneSubject(zone), facts });
    return { ...nothing(zone, [settled, ...stays, ...spare]), memory };
  }
  const moved = found.steps.flatMap((step) => stepDecisions(demand, step, settings));
  return {
    decisions: [summary(demand, found), ...moved, ...stays, ...spare],
    messages: tellManager(demand, found, known),
    memory,
    replaces: [prefixOf(zone)],
  };
}

const prefixOf = (zone: SeenZone) => `reslot:${zone.id}:`;

function nothing(zone: SeenZone, decisions: Conclusion[]): Reslotted {
  return { decisions, messages: [], memory: {}, replaces: [prefixOf(zone)] };
}

type Search = { plan: FloorPlan; placed: readonly Goods[]; settings: Settings };

function searchIn({ zone, orders, days }: ZoneDemand, { plan, placed, settings }: Search): Found {
  const capacities = new Map(zone.bins.map(({ id, capacityUnits }) => [id, capacityUnits]));
  return searchMoves({
    plan,
    goods: placed,
    orders,
    shelves: emptyShelves(zone, plan),
    capacityOf: (binId) => capacities.get(binId) ?? null,
    days,
    settings,
  });
}

function summary({ zone, orders, days }: ZoneDemand, { steps, metresBefore, metresAfter }: Found): Conclusion {
  const facts = {
    zone: zone.label,
    orders: orders.length,
    days: Math.round(days),
    moves: steps.reduce((sum, { carries }) => sum + carries.length, 0),
    metresPerDayBefore: rounded(metresBefore / days),
    metresPerDayAfter: rounded(metresAfter / days),
    metresPerDay: rounded((metresBefore - metresAfter) / days),
    minutesToMove: rounded(steps.reduce((sum, { minutes }) => sum + minutes, 0)),
  };
  return conclude(rules.found, { verdict: "found", subject: zoneSubject(zone), facts });
}

function stepDecisions(demand: ZoneDemand, step: Step, settings: Settings): Conclusion[] {
  const { zone, days } = demand;
  const [first] = step.carries;
  if (first === undefined) return [];
  const effect = {
    metresPerDay: rounded(step.metres / days),
    minutesToMove: rounded(step.minutes),
    paysBackDays: rounded(payBackDays(step, { days, settings })),
  };
  const isSwap = step.carries.length > 1;
  const other = step.carries.find(({ sku }) => sku !== first.sku)?.sku ?? first.sku;
  const group = isSwap ? `${prefixOf(zone)}${first.sku}` : null;
  return step.carries.map((carry, index) => {
    const names = { sku: codeOf(zone, carry.sku), units: carry.units, fromBin: binCode(zone, carry.from), toBin: binCode(zone, carry.to) };
    const order = { step: index + 1, steps: step.carries.length, otherSku: codeOf(zone, carry.sku === first.sku ? other : first.sku) };
    const proposal = carryOf(zone, carry, { index, group, effect, line: lineOf(demand, carry.sku) });
    const facts = { ...names, ...(isSwap ? order : {}), ...effect };
    return conclude(isSwap ? rules.swap : rules.move, { verdict: "proposed", subject: productSubject(zone, carry.sku), facts, proposal });
  });
}

type Place = { index: number; group: string | null; effect: Proposal["effect"]; line: { lot: string; plate: string } };

/** The earlier carries of a swap are done first: the larger a priority, the sooner. */
function carryOf(zone: SeenZone, { sku, units, from, to }: Carry, { index, group, effect, line }: Place): Proposal {
  return {
    key: `${prefixOf(zone)}${sku}:${index}`,
    call: {
      tool: "plan-move",
      input: {
        zoneId: zone.id,
        kind: "move",
        sku,
        ...line,
        qty: units,
        fromBin: from,
        toBin: to,
        priority: priority + (group === null ? 0 : 3 - index),
      },
    },
    effect,
    group,
    validForMs,
  };
}

function lineOf({ zone }: ZoneDemand, sku: string): { lot: string; plate: string } {
  const line = zone.bins
    .filter(({ kind }) => kind === "pick")
    .flatMap(({ lines }) => lines.filter((one) => one.sku === sku && one.qty > 0))[0];
  return { lot: line?.lot ?? "", plate: line?.plate ?? "" };
}

function binCode({ bins }: SeenZone, binId: string): string {
  return bins.find(({ id }) => id === binId)?.code ?? binId;
}

/** One conclusion a reason, with a few names. */
function stayDecisions(zone: SeenZone, goods: readonly Goods[]): Conclusion[] {
  return stayReasons.flatMap((reason) => {
    const own = goods.filter(({ stays }) => stays === reason);
    if (own.length === 0) return [];
    const facts = { skus: own.length, examples: examplesOf(own.map(({ sku }) => codeOf(zone, sku))) };
    return [conclude(stayRule(reason), { verdict: "left", subject: zoneSubject(zone), facts })];
  });
}

const sameShare = 0.01;

/** Said once, and again when the zone is walked noticeably otherwise than the last time. */
function tellManager(
  { zone, orders, days }: ZoneDemand,
  { steps, metresBefore, metresAfter }: Found,
  known: SlottingMemory,
): AgentMessage[] {
  const before = known[zone.id]?.metresPerOrder;
  const now = metresBefore / orders.length;
  if (before !== undefined && Math.abs(now - before) <= sameShare * before + 0.1) return [];
  const moves = steps.reduce((sum, { carries }) => sum + carries.length, 0);
  return [
    {
      type: "moves-proposed",
      to: "warehouse-manager",
      body: { zoneId: zone.id, moves, metresPerDay: rounded((metresBefore - metresAfter) / days) },
    },
  ];
}
