import type { MemoryValue } from "#app/domain/agents/memory-shapes.ts";
import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { joinOutcomes } from "../shared/conclude.ts";
import { unseenZones } from "../shared/unseen-zones.ts";
import { askReplenishment, askWaves, notedMoves } from "./decide-asking.ts";
import { decideCounts, tellCorrected } from "./decide-counts.ts";
import { decidePeople } from "./decide-people.ts";
import { decidePriorities } from "./decide-priorities.ts";
import type { ManagerSeen } from "./seen.ts";

const unseen = { id: "manager.unseen", version: 1 } as const;
/** How far back the first look goes. */
const firstLookMs = 3_600_000;

export function decideManager(seen: ManagerSeen, settings: SettingsOf<"warehouse-manager">, nowMs: number): Outcome {
  const known = seen.pace.value;
  const pace: MemoryValue<"floor.pace"> = { ...known };
  let countsLeft = settings.mostCounts;
  const parts = seen.zones.map((zone): Partial<Outcome> => {
    const work = seen.work.get(zone.id);
    const sinceMs = known[zone.id]?.lookedAtMs ?? nowMs - firstLookMs;
    const counts = decideCounts(zone, settings, { heard: seen.heard, work, sinceMs, most: countsLeft });
    countsLeft -= counts.length;
    const corrected = tellCorrected(zone, work, sinceMs);
    const asked = askReplenishment(zone);
    const people = work === undefined ? { decisions: [], pace: null } : decidePeople(zone, work, settings, known[zone.id], nowMs);
    if (work !== undefined)
      pace[zone.id] = people.pace ?? { ...(known[zone.id] ?? { linesPerPersonHour: 0, people: 0 }), lookedAtMs: nowMs };
    return {
      decisions: [...people.decisions, ...asked.decisions, ...counts, ...corrected.decisions],
      messages: [...asked.messages, ...corrected.messages],
      replaces: [`understaffed:${zone.id}`],
    };
  });
  const memory = seen.work.size === 0 ? {} : { "floor.pace": { value: pace, basedOn: seen.pace.version } };
  return joinOutcomes([
    { decisions: decidePriorities(seen.zones, seen.promises, settings, nowMs), replaces: seen.unseen.length === 0 ? ["priority:"] : [] },
    askWaves(seen, settings, nowMs),
    ...parts,
    { decisions: [...notedMoves(seen), ...unseenZones(unseen, seen.unseen)], memory },
  ]);
}
