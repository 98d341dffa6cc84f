import { addTallies } from "#app/domain/patterns/add-tallies.ts";
import { countedFeaturesSchema } from "#app/domain/patterns/counted-features.ts";
import { findPatterns } from "#app/domain/patterns/find-patterns.ts";
import { generateSessions, type MadeShop } from "#app/domain/patterns/generate-sessions.ts";
import type { Tally } from "#app/domain/patterns/tally.ts";
import { tallySessions } from "#app/domain/patterns/tally-sessions.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import type { Result } from "./result.ts";
import { round } from "./statistics.ts";

const sessionsADay = 10_000;
const historyDays = 28;
const dayMs = 24 * 3_600_000;
const rounds = 3;

const shop: MadeShop = {
  sessionsADay,
  products: Array.from({ length: 800 }, (_, index) => ({
    key: `sku:${index}`,
    name: `Product ${index}`,
    productId: null,
    priceCents: 1_000,
  })),
  queries: Array.from({ length: 400 }, (_, index) => `word ${index}`),
};

function wallClock(atMs: number) {
  return { weekday: Math.floor(atMs / dayMs) % 7, hour: Math.floor(atMs / 3_600_000) % 24 };
}

/** As a day's sessions lie in the database. */
function storedSessions(day: number): string[] {
  const truths = day === historyDays ? { missing: { query: "mop", share: 0.01 } } : {};
  const made = generateSessions({ random: seededRandom(day), shop, truths, fromMs: day * dayMs, untilMs: (day + 1) * dayMs });
  return made.map((features) => JSON.stringify(features));
}

function count(day: number, stored: readonly string[]): Tally {
  const sessions = stored.map((text, index) => {
    return { features: countedFeaturesSchema.parse(JSON.parse(text)), isBot: false, interactionId: `int_${day}_${index}` };
  });
  return tallySessions(sessions, { weekday: day % 7, wallClock });
}

/** Processor time of counting ten thousand sessions and finding a day's patterns against four weeks as busy; the slowest of a few rounds. */
export function patternsCase(): Result {
  const parts = Array.from({ length: historyDays }, (_, day) => count(day, storedSessions(day)));
  const stored = storedSessions(historyDays);
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    const found = findPatterns({ now: count(historyDays, stored), history: { parts, total: addTallies(parts), previous: parts.at(-1) } });
    if (!found.some(({ key }) => key === "query:mop")) throw new Error("The planted pattern was not found.");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return { name: "patterns-10k", value: round(Math.max(...times), 0), unit: "ms CPU" };
}
