import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { type Conclusion, conclude, rounded } from "../shared/conclude.ts";
import { type SeenZone, tasksUnderWay, zoneSubject } from "../shared/seen-zone.ts";
import { hoursNeeded, type Pace, paceOf, peopleThere } from "./pace.ts";
import type { ZoneWork } from "./seen.ts";

const rules = {
  understaffed: { id: "manager.understaffed", version: 1 },
  enough: { id: "manager.staffed", version: 1 },
  learning: { id: "manager.pace-learning", version: 1 },
} as const;
const validForMs = 60 * 60_000;

type Judged = { decisions: Conclusion[]; pace: Pace | null };

/** Whether the people there get through what waits in time, at the pace that is usual in this zone. */
export function decidePeople(
  zone: SeenZone,
  work: ZoneWork,
  settings: SettingsOf<"warehouse-manager">,
  known: Pace | undefined,
  nowMs: number,
): Judged {
  const picks = tasksUnderWay(zone).filter(({ kind }) => kind === "pick").length;
  const { pace: measured, hours } = paceOf(work.people, nowMs);
  const pace = measured ?? known;
  const subject = zoneSubject(zone);
  if (picks === 0) return { decisions: [], pace: measured };
  if (pace === undefined || pace.linesPerPersonHour <= 0) {
    const facts = { hours, hoursNeeded, picks };
    return { decisions: [conclude(rules.learning, { verdict: "left", subject, facts })], pace: measured };
  }
  const people = peopleThere(work.people, nowMs);
  const hoursOfWork = rounded(picks / (pace.linesPerPersonHour * Math.max(1, people)));
  const facts = {
    zone: zone.label,
    picks,
    people,
    linesPerPersonHour: rounded(pace.linesPerPersonHour),
    hoursOfWork,
    mostHours: settings.mostHoursOfWork,
  };
  if (hoursOfWork <= settings.mostHoursOfWork)
    return { decisions: [conclude(rules.enough, { verdict: "left", subject, facts })], pace: measured };
  const peopleNeeded = Math.ceil(picks / (pace.linesPerPersonHour * settings.mostHoursOfWork));
  const severity = hoursOfWork > 2 * settings.mostHoursOfWork ? ("wrong" as const) : ("watch" as const);
  const { zone: _zone, ...alertFacts } = facts;
  const proposal = {
    key: `understaffed:${zone.id}`,
    call: {
      tool: "raise-alert" as const,
      input: { zoneId: zone.id, kind: "understaffed" as const, severity, facts: { ...alertFacts, peopleNeeded } },
    },
    effect: { peopleNeeded },
    group: null,
    validForMs,
  };
  return {
    decisions: [conclude(rules.understaffed, { verdict: "proposed", subject, facts: { ...facts, peopleNeeded }, proposal })],
    pace: measured,
  };
}
