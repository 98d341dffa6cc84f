import { lt } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { trendObservations } from "#db/schema/trends.ts";
import { merge, removeWhere } from "#db/writes.ts";
import { chunks } from "#app/platform/chunks.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { seriesDays } from "./judge-series.ts";
import { dayOf } from "./judge-trends.ts";
import type { TrendReading } from "./ports.ts";
import { termKey } from "./term-key.ts";

const atOnce = 400;
const dayMs = 24 * 3_600_000;
const longest = { term: 80, title: 200, url: 500 };

/** Keeps what sources told, once a day and term: read again, the newest figure stands. What is no term is left out. */
export async function keepObservations(ctx: ServiceContext, readings: readonly TrendReading[]): Promise<number> {
  requirePermission(ctx, "selling:write");
  const readAt = ctx.clock.now();
  const rows = new Map(
    readings.flatMap((reading) => {
      const key = termKey(reading.term);
      if (key === undefined || !isWebAddress(reading.url)) return [];
      const { source, region, day } = reading;
      const row = {
        id: ctx.ids.next("tob"),
        source,
        region,
        termKey: key,
        term: plainText(reading.term, longest.term),
        day,
        value: Math.max(0, Math.round(reading.value)),
        title: plainText(reading.title, longest.title),
        url: reading.url,
        readAt,
      };
      return [[`${source} ${region} ${key} ${day}`, row] as const];
    }),
  );
  for (const some of chunks([...rows.values()], atOnce)) {
    const key = ["workspaceId", "source", "region", "termKey", "day"] as const;
    await mutate(ctx, { writes: [merge(trendObservations, { key: [...key], newest: "readAt" }, some)], audit: "mirrored" });
  }
  const old = lt(trendObservations.day, dayOf(readAt - 2 * seriesDays * dayMs));
  await mutate(ctx, { writes: [removeWhere(trendObservations, old)], audit: "mirrored" });
  return rows.size;
}

function isWebAddress(url: string | null): boolean {
  return url === null || (url.length <= longest.url && /^https?:\/\/[^\s"'<>]+$/.test(url));
}

/** One line of what can be read: nothing that steers a terminal or turns the line around. */
function plainText(text: string, most: number): string {
  return text
    .replaceAll(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, most);
}
