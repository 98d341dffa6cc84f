import { addTallies } from "#app/domain/patterns/add-tallies.ts";
import { describePeriod } from "#app/domain/patterns/describe-period.ts";
import { findPatterns } from "#app/domain/patterns/find-patterns.ts";
import { observedKind } from "#app/domain/patterns/kinds.ts";
import type { History } from "#app/domain/patterns/finding.ts";
import { generateSessions, type MadeProduct, type PlantedTruths } from "#app/domain/patterns/generate-sessions.ts";
import { above, before, historyStart, partOf, type Stretch, endOf, weekdayOf } from "#app/domain/patterns/period.ts";
import type { Tally } from "#app/domain/patterns/tally.ts";
import { type CountedSession, tallySessions } from "#app/domain/patterns/tally-sessions.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { nextDay, startOfDayMs, zonedDay, zonedStamp } from "#app/platform/zoned-days.ts";
import { patterns, patternTallies } from "#db/schema/patterns.ts";
import { usageCounts } from "#db/schema/usage.ts";
import { insert, type Write } from "#db/writes.ts";

const hourMs = 3_600_000;
const days = 60;
const sessionsADay = 110;
/** As long after its end as a day is counted. */
const countedAfterMs = 2 * hourMs + 7 * 60_000;

const names = [
  "Chaleira elétrica 1,8 L",
  "Cafeteira italiana 6 xícaras",
  "Moedor de café manual",
  "Jogo de facas inox 6 peças",
  "Panela de pressão 4,5 L",
  "Frigideira antiaderente 28 cm",
  "Liquidificador portátil",
  "Garrafa térmica 1 L",
  "Balança de cozinha digital",
  "Tábua de bambu",
  "Organizador de gaveta",
  "Escorredor de louça",
  "Luminária de mesa LED",
  "Ventilador de mesa 40 cm",
  "Aspirador vertical",
  "Varal retrátil",
];
const products: MadeProduct[] = names.map((name, index) => ({
  key: `sku:DEMO-${String(index + 1).padStart(3, "0")}`,
  name,
  productId: null,
  priceCents: 4_990 + index * 1_500,
}));
const queries = ["chaleira", "cafeteira", "panela", "faca", "garrafa", "balança", "ventilador", "aspirador"];
/** Quiet nights, a lunch and a long evening. */
const hours = [2, 1, 1, 1, 1, 2, 3, 5, 7, 8, 9, 10, 12, 11, 9, 9, 9, 10, 12, 15, 19, 18, 12, 6];

/** What is true of the shop: two products that go together, and of late a search in vain, dear shipping and a favourite. */
function truthsOf(daysAgo: number): PlantedTruths {
  return {
    hours,
    together: { first: "sku:DEMO-002", second: "sku:DEMO-003", share: 0.6 },
    ...(daysAgo <= 12 ? { missing: { query: "mop giratório", share: 0.06 } } : {}),
    ...(daysAgo <= 3 ? { leaveStep: { name: "shipping", share: 0.62 }, hesitation: { reason: "shipping-cost", share: 0.19 } } : {}),
    ...(daysAgo <= 5 ? { wanted: { key: "sku:DEMO-014", times: 3.5 } } : {}),
    ...(daysAgo === 1 ? { crowd: 2 } : {}),
  };
}

type Day = { day: string; daysAgo: number; fromMs: number; untilMs: number };

/** The last two months of a shop, counted and looked through by the rules that count real ones. */
export function patternHistory(nowMs: number, timeZone: string, sessionsOf: (day: Day) => CountedSession[] = madeSessions): Write[] {
  const counted = new Map<string, { stretch: Stretch; tally: Tally; countedAt: number }>();
  const nameOf = ({ period, startDay }: Stretch) => `${period} ${startDay}`;
  const keep = (stretch: Stretch, tally: Tally, countedAt: number) => {
    counted.set(nameOf(stretch), { stretch, tally, countedAt });
    for (const upper of above(stretch)) {
      if (upper.period !== "day") keep(upper, addTallies(talliesOf(partOf[upper.period], upper.startDay, endOf(upper))), countedAt);
    }
  };
  const talliesOf = (period: string, fromDay: string, untilDay: string) =>
    [...counted.values()]
      .filter(({ stretch }) => stretch.period === period && stretch.startDay >= fromDay && stretch.startDay < untilDay)
      .toSorted((one, other) => (one.stretch.startDay < other.stretch.startDay ? -1 : 1))
      .map(({ tally }) => tally);
  for (const day of lastDays(nowMs, timeZone)) {
    const rule = { weekday: weekdayOf(day.day), wallClock: (atMs: number) => clockOf(atMs, timeZone) };
    keep({ period: "day", startDay: day.day }, tallySessions(sessionsOf(day), rule), day.untilMs + countedAfterMs);
  }
  return [...counted.values()].flatMap((one, index) => {
    const { stretch } = one;
    const parts = stretch.period === "all" ? [] : talliesOf(stretch.period, historyStart(stretch), stretch.startDay);
    const previous = stretch.period === "all" ? undefined : counted.get(nameOf(before(stretch)))?.tally;
    return writesOf(one, { parts, total: addTallies(parts), previous }, String(index).padStart(4, "0"));
  });
}

function writesOf(
  { stretch, tally, countedAt }: { stretch: Stretch; tally: Tally; countedAt: number },
  history: History,
  number: string,
): Write[] {
  const { period, startDay } = stretch;
  const look = { now: tally, history };
  const findings = [...findPatterns(look), ...describePeriod(look)];
  const kept = insert(patternTallies, { id: `pta_seed_${number}`, period, startDay, tally, sessions: tally.sessions, countedAt });
  if (findings.length === 0) return [kept];
  const stamped = { period, startDay, state: "open", foundAt: countedAt, createdAt: countedAt };
  const rows = findings.map(({ excess, ...finding }, place) => ({
    ...stamped,
    ...finding,
    id: `pat_seed_${number}_${String(place).padStart(3, "0")}`,
    strength: Math.abs(excess),
    dismissedBecause: null,
  }));
  const used = findings
    .filter(({ kind }) => kind !== observedKind)
    .map(({ kind, key }, place) => ({
      id: `use_seed_${number}_${String(place).padStart(3, "0")}`,
      kind: "pattern",
      subjectId: `${period}/${startDay}/${kind}/${key}`,
      quantity: 1,
      countedAt,
    }));
  return [kept, insert(patterns, ...rows), ...(used.length === 0 ? [] : [insert(usageCounts, ...used)])];
}

/** Those that are over and had time to be counted, the oldest first. */
function lastDays(nowMs: number, timeZone: string): Day[] {
  const today = startOfDayMs(zonedDay(nowMs - countedAfterMs, timeZone), timeZone) ?? nowMs;
  return Array.from({ length: days }, (_, index) => days - index).map((daysAgo) => {
    // Noon is in the same day on both sides of a change of clocks.
    const day = zonedDay(today + 12 * hourMs - daysAgo * 24 * hourMs, timeZone);
    return { day, daysAgo, fromMs: startOfDayMs(day, timeZone) ?? 0, untilMs: startOfDayMs(nextDay(day), timeZone) ?? 0 };
  });
}

function madeSessions({ daysAgo, fromMs, untilMs }: Day): CountedSession[] {
  const shop = { sessionsADay, products, queries };
  const made = generateSessions({ random: seededRandom(7_000 + daysAgo), shop, truths: truthsOf(daysAgo), fromMs, untilMs });
  return made.map((features) => ({ features, isBot: false, interactionId: null }));
}

function clockOf(atMs: number, timeZone: string): { weekday: number; hour: number } {
  const stamp = zonedStamp(atMs, timeZone);
  return { weekday: weekdayOf(stamp.slice(0, 10)), hour: Number(stamp.slice(11, 13)) };
}
