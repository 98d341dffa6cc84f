import { AppError } from "../errors.ts";
import { catalogue, type MetricEntry } from "./catalogue.ts";
import type { Narrowing } from "./compile.ts";
import type { Grain } from "./kinds.ts";
import { bucketsOf, comparedStretch, countUnits, isWallMoment, momentMs, resolveWhen, startOfUnit, type Stretch } from "./period.ts";
import type { MetricQuery, Rolling } from "./schemas.ts";
import { dayOfWeek } from "#app/platform/zoned-days.ts";

/** Time that one group is counted over: a unit of the grain, or a part of it where weekdays or hours are told apart. */
export type Piece = { bucket: number; weekday: string; hour: string; from: string; to: string; fromMs: number; toMs: number };
export type Cut = { buckets: string[]; pieces: Piece[] };

export type Plan = {
  entry: MetricEntry;
  /** As it was understood: rolling stretches resolved, defaults filled in. */
  query: MetricQuery;
  current: Cut | null;
  compared: Cut | null;
  comparedWith: Stretch | null;
};

type Here = { now: string; timeZone: string };

/** What was ever sold, clicked or picked here lies in these years. */
const mostPieces = 20_000;

function invalid(field: string): AppError {
  return new AppError("invalid", "checkFields", { fields: { [field]: "fieldInvalid" } });
}

/** Checks a query against the catalogue and cuts time into the pieces it is counted by. */
export function planQuery(asked: MetricQuery, here: Here): Plan {
  const entry = catalogue[asked.metric];
  const unfit = (dimension: MetricQuery["by"][number]) => !entry.dimensions.includes(dimension);
  const badBy = asked.by.findIndex((dimension, index) => unfit(dimension) || asked.by.indexOf(dimension) !== index);
  if (badBy >= 0) throw invalid(`by.${badBy}`);
  const badWhere = asked.where.findIndex(({ dimension }) => unfit(dimension));
  if (badWhere >= 0) throw invalid(`where.${badWhere}.dimension`);
  if (asked.grain !== null && !entry.grains.includes(asked.grain)) throw invalid("grain");
  if (entry.kind === "snapshot") return planSnapshot(asked, entry);
  const when = resolveWhen(asked.when ?? { from: "", to: "", rolling: usualRolling(asked) }, here.now);
  if (!isWallMoment(when.from)) throw invalid("when.from");
  if (!isWallMoment(when.to) || !(fullMoment(when.from) < fullMoment(when.to))) throw invalid("when.to");
  const stretch = { from: when.from, to: when.to };
  const comparedWith = comparedStretch(stretch, asked.compare, here.now);
  return {
    entry,
    query: { ...asked, when },
    current: cut(stretch, asked, here.timeZone),
    compared: comparedWith === null ? null : cut(comparedWith, asked, here.timeZone),
    comparedWith,
  };
}

function planSnapshot(asked: MetricQuery, entry: MetricEntry): Plan {
  if (asked.when !== null) throw invalid("when");
  if (asked.compare !== "none") throw invalid("compare");
  return { entry, query: asked, current: null, compared: null, comparedWith: null };
}

/** Where nobody says: as the overview shows it, thirty days with today; of people what zones can still tell. */
function usualRolling({ by, where }: MetricQuery): Rolling {
  const isOfPeople = [...by, ...where.map(({ dimension }) => dimension)].includes("person");
  return { kind: "last", count: isOfPeople ? 7 : 30, unit: "day", includesCurrent: true };
}

function fullMoment(wall: string): string {
  return wall.length === 10 ? `${wall}T00:00` : wall;
}

/** The finest unit that has to be told apart. */
function finestOf({ grain, by, where }: MetricQuery): Grain | null {
  const parts = [...by, ...where.map(({ dimension }) => dimension)];
  if (grain === "hour" || parts.includes("hour-of-day")) return "hour";
  if (grain === "day" || parts.includes("weekday")) return "day";
  return grain;
}

function cut(stretch: Stretch, query: MetricQuery, timeZone: string): Cut {
  const { grain } = query;
  const finest = finestOf(query);
  if (finest === null) {
    const [fromMs, toMs] = [momentMs(stretch.from, timeZone), momentMs(stretch.to, timeZone)];
    const whole = { bucket: 0, weekday: "", hour: "", from: stretch.from, to: stretch.to, fromMs, toMs };
    return { buckets: [""], pieces: [whole] };
  }
  if (countUnits(stretch, finest) > mostPieces) throw invalid(grain === null ? "when.to" : "grain");
  const buckets: string[] = [];
  const pieces: Piece[] = [];
  for (const { key, from, to, fromMs, toMs } of bucketsOf(stretch, finest, timeZone)) {
    const bucketKey = grain === null ? "" : startOfUnit(key, grain);
    if (buckets.at(-1) !== bucketKey) buckets.push(bucketKey);
    const weekday = String(dayOfWeek(key.slice(0, 10)));
    const piece = { bucket: buckets.length - 1, weekday, hour: key.length > 10 ? key.slice(11, 13) : "00", from, to, fromMs, toMs };
    if (isWanted(piece, query.where)) pieces.push(piece);
  }
  return { buckets, pieces };
}

function isWanted({ weekday, hour }: Piece, where: readonly Narrowing[]): boolean {
  return where.every(({ dimension, values, isNot }) => {
    if (dimension !== "weekday" && dimension !== "hour-of-day") return true;
    return values.includes(dimension === "weekday" ? weekday : hour) !== isNot;
  });
}
