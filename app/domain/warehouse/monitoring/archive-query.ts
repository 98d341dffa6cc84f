import { z } from "zod";
import { isDay, nextDay, startOfDayMs } from "#app/platform/zoned-days.ts";
import { wholeNumber } from "../../whole-number.ts";
import type { ArchivedEvent } from "./event-segment.ts";

export const touchedKinds = ["bins", "tasks", "skus", "demands"] as const;

const day = z.string("fieldInvalid").refine(isDay, "fieldInvalid");
const named = z.string("fieldInvalid").trim().max(80, "tooLong");

/** Which events of an archive are looked for. Days are those of the workspace's own clock, both included. */
export const archiveFilterSchema = z.object({
  fromDay: day.optional(),
  toDay: day.optional(),
  fromSeq: wholeNumber({ min: 0 }).optional(),
  toSeq: wholeNumber({ min: 0 }).optional(),
  about: z.enum(touchedKinds, "fieldInvalid").optional(),
  bin: named.optional(),
  sku: named.optional(),
  by: named.optional(),
});
export type ArchiveFilter = z.output<typeof archiveFilterSchema>;

/** What things of the zone and those who work there are called; an event has their ids. */
export type ZoneNames = Record<"bins" | "skus" | "people", ReadonlyMap<string, string>>;

export type EventTest = { fromSeq: number; toSeq: number; matches: (event: ArchivedEvent) => boolean };

/** The filter as a question to ask of each event, and the numbers outside of which none needs to be asked. */
export function eventTest(
  { fromSeq = 0, toSeq = Number.MAX_SAFE_INTEGER, ...filter }: ArchiveFilter,
  names: ZoneNames,
  timeZone: string,
): EventTest {
  const from = filter.fromDay === undefined ? 0 : (startOfDayMs(filter.fromDay, timeZone) ?? 0);
  const until = filter.toDay === undefined ? Infinity : (startOfDayMs(nextDay(filter.toDay), timeZone) ?? Infinity);
  const bins = idsOf(filter.bin, names.bins);
  const skus = idsOf(filter.sku, names.skus);
  const people = idsOf(filter.by, names.people);
  const { about } = filter;
  const meets = (ids: ReadonlySet<string> | null, touched: readonly string[]) => ids === null || touched.some((id) => ids.has(id));
  return {
    fromSeq,
    toSeq,
    matches: ({ seq, at, touched, by }) =>
      seq >= fromSeq &&
      seq <= toSeq &&
      at >= from &&
      at < until &&
      (about === undefined || (touched[about] ?? []).length > 0) &&
      meets(bins, touched.bins) &&
      meets(skus, touched.skus) &&
      meets(people, by === undefined ? [] : [by.actorId]),
  };
}

/** What a person typed is a code of today, or the id of what is no longer there. */
function idsOf(typed: string | undefined, names: ReadonlyMap<string, string>): ReadonlySet<string> | null {
  if (typed === undefined || typed === "") return null;
  const wanted = typed.toLowerCase();
  return new Set([typed, ...[...names].filter(([, name]) => name.toLowerCase() === wanted).map(([id]) => id)]);
}
