import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { measureFloor, type PersonSummary } from "../warehouse/read-floor-metrics.server.ts";
import type { Group } from "./compile.ts";
import type { MetricId } from "./kinds.ts";
import type { Cut, Plan } from "./plan-query.ts";
import type { MetricQuery } from "./schemas.ts";
import type { Counted } from "./shape-result.ts";

const weekMs = 7 * 24 * 3_600_000;
const mostPieces = 8;

/** What each person did is known to the zones alone. */
export function isOfPeople({ by, where }: Pick<MetricQuery, "by" | "where">): boolean {
  return by.includes("person") || where.some(({ dimension }) => dimension === "person");
}

/** Asks the zones' rooms, which know the hours of people: a week at most, by days or as a whole. */
export async function countPeople(ctx: ServiceContext, plan: Plan): Promise<Counted> {
  const { query, current, compared } = plan;
  const others = [...query.by, ...query.where.map(({ dimension }) => dimension)].filter((dimension) => dimension !== "person");
  if (others.length > 0) throw new AppError("invalid", "checkFields", { fields: { by: "fieldInvalid" } });
  const groups = await Promise.all([current, compared].map((cut, period) => countCut(ctx, query, cut, period)));
  return {
    groups: groups.flat(),
    isRatio: query.metric === "picks-per-hour",
    scale: 1,
    isPerCurrency: false,
    isCut: false,
    hasOwnWhole: false,
  };
}

async function countCut(ctx: ServiceContext, query: MetricQuery, cut: Cut | null, period: number): Promise<Group[]> {
  const pieces = cut?.pieces ?? [];
  const lengthMs = pieces.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  // A day on which clocks are put back is an hour longer.
  if (pieces.length > mostPieces || lengthMs > weekMs + 3_600_000)
    throw new AppError("invalid", "checkFields", { fields: { when: "peopleForAWeek" } });
  const answers = await Promise.all(
    pieces.map(async ({ bucket, fromMs, toMs }) => {
      const { people } = await measureFloor(ctx, { fromMs, untilMs: toMs });
      const wanted = people.filter(({ actorId }) => query.where.every(({ values, isNot }) => values.includes(actorId) !== isNot));
      return wanted.map((person): Group => {
        const { value, per } = figureOf(query.metric, person);
        return [bucket, period, query.by.includes("person") ? person.actorId : "", "", "", value, per];
      });
    }),
  );
  return answers.flat();
}

function figureOf(metric: MetricId, { pickedUnits, pickedLines, doneTasks, hours }: PersonSummary): { value: number; per: number | null } {
  if (metric === "picks-per-hour") return { value: pickedLines, per: hours };
  const value = metric === "picked-units" ? pickedUnits : metric === "picked-lines" ? pickedLines : doneTasks;
  return { value, per: null };
}
