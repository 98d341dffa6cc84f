import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { conclude, examplesOf } from "../shared/conclude.ts";
import { codeOf, type SeenZone, tasksUnderWay, zoneSubject } from "../shared/seen-zone.ts";
import { servableOrders } from "../shared/servable-orders.ts";
import { dryShelves } from "./decide-counts.ts";
import { peopleThere } from "./pace.ts";
import type { ManagerSeen } from "./seen.ts";

const rules = {
  replenishment: { id: "manager.ask-replenishment", version: 1 },
  wave: { id: "manager.ask-wave", version: 1 },
  movesHeard: { id: "manager.moves-heard", version: 1 },
} as const;
const minuteMs = 60_000;

type Asked = Pick<Outcome, "decisions" | "messages">;

/** Shelves that picks run dry while reserve is there. */
export function askReplenishment(zone: SeenZone): Asked {
  const skus = dryShelves(zone).slice(0, 200);
  if (skus.length === 0) return { decisions: [], messages: [] };
  const facts = { zone: zone.label, skus: skus.length, examples: examplesOf(skus.map((sku) => codeOf(zone, sku))) };
  return {
    decisions: [conclude(rules.replenishment, { verdict: "asked", subject: zoneSubject(zone), facts })],
    messages: [{ type: "replenishment-wanted", to: "optimizer", body: { zoneId: zone.id, skus } }],
  };
}

/** Orders that could be picked wait for long, are many, or people are about to have nothing left to do. */
export function askWaves({ zones, waiting, work }: ManagerSeen, settings: SettingsOf<"warehouse-manager">, nowMs: number): Asked {
  const asked: Asked = { decisions: [], messages: [] };
  for (const { warehouse, orders } of servableOrders(zones, waiting)) {
    if (orders.length === 0) continue;
    const own = zones.filter((zone) => zone.warehouse.id === warehouse.id);
    const picks = own.flatMap(tasksUnderWay).filter(({ kind }) => kind === "pick").length;
    const people = own.reduce((sum, { id }) => sum + peopleThere(work.get(id)?.people ?? [], nowMs), 0);
    const oldestWaitsMs = Math.max(0, nowMs - Math.min(...orders.map(({ placedAt }) => placedAt)));
    const oldestWaitsMinutes = Math.round(oldestWaitsMs / minuteMs);
    const isDue = orders.length >= settings.waveOrders || oldestWaitsMinutes >= settings.waveWaitMinutes || picks < people;
    if (!isDue) continue;
    const facts = { warehouse: warehouse.label, waiting: orders.length, oldestWaitsMinutes, picks, people };
    asked.decisions.push(conclude(rules.wave, { verdict: "asked", subject: { type: "warehouse", ...warehouse }, facts }));
    asked.messages.push({
      type: "wave-wanted",
      to: "optimizer",
      body: { warehouseId: warehouse.id, waiting: orders.length, oldestWaitsMs },
    });
  }
  return asked;
}

export function notedMoves({ heard, zones }: ManagerSeen): Outcome["decisions"] {
  return heard.flatMap((one) => {
    const zone = one.type === "moves-proposed" ? zones.find(({ id }) => id === one.body.zoneId) : undefined;
    if (one.type !== "moves-proposed" || zone === undefined) return [];
    const facts = { zone: zone.label, moves: one.body.moves, metresPerDay: one.body.metresPerDay };
    return [conclude(rules.movesHeard, { verdict: "found", subject: zoneSubject(zone), facts })];
  });
}
