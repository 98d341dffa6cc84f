import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { joinOutcomes } from "../shared/conclude.ts";
import { unseenZones } from "../shared/unseen-zones.ts";
import { decideReplenish } from "./decide-replenish.ts";
import { decideReslot } from "./decide-reslot.ts";
import { decideWaves } from "./decide-wave.ts";
import type { OptimizerSeen } from "./seen.ts";
import { shareDemand } from "./zone-demand.ts";

const unseen = { id: "optimizer.unseen", version: 1 } as const;

/** What helps soonest comes first: refills for waiting picks, then waves, then a better order of the shelves. */
export function decideOptimizer(seen: OptimizerSeen, settings: SettingsOf<"optimizer">, nowMs: number): Outcome {
  const demands = shareDemand(seen.zones, seen.log, nowMs);
  const known = seen.slotting.value;
  let movesLeft = settings.mostMoves;
  let refillsLeft = settings.mostRefills;
  const refills = demands.map((demand) => {
    const refilled = decideReplenish(demand, { ...settings, mostRefills: refillsLeft }, heardFor(seen, demand.zone.id), nowMs);
    refillsLeft -= refilled.decisions.filter(({ proposal }) => proposal !== null).length;
    return refilled;
  });
  const waves = decideWaves(seen, settings, nowMs);
  const slotted = demands.map((demand) => {
    const found = decideReslot(demand, { ...settings, mostMoves: movesLeft }, known, nowMs);
    movesLeft -= found.decisions.filter(({ proposal }) => proposal !== null).length;
    return found;
  });
  const looked = slotted.flatMap(({ memory }) => Object.entries(memory));
  const slotting = { ...known, ...Object.fromEntries(looked) };
  const memory = demands.length === 0 ? {} : { "floor.slotting": { value: slotting, basedOn: seen.slotting.version } };
  return joinOutcomes([
    ...refills,
    waves,
    ...slotted.map(({ memory: _memory, ...rest }) => rest),
    { decisions: unseenZones(unseen, seen.unseen), memory },
  ]);
}

function heardFor({ heard }: OptimizerSeen, zoneId: string): { skus: Set<string>; from: string } {
  const own = heard.flatMap((one) => (one.type === "replenishment-wanted" && one.body.zoneId === zoneId ? [one] : []));
  return { skus: new Set(own.flatMap(({ body }) => body.skus)), from: own[0]?.from ?? "" };
}
