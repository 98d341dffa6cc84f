import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { answerInTime } from "./answer-in-time.ts";
import { compileMeasure, fits, type Group } from "./compile.ts";
import { countPeople, isOfPeople } from "./count-people.server.ts";
import type { DimensionId } from "./kinds.ts";
import type { Cut, Plan } from "./plan-query.ts";
import type { Counted } from "./shape-result.ts";
import { formulas } from "./sources/formulas.ts";
import type { Formula, Measure, Span } from "./sources/source.ts";

/** What one answer may be made of; what has less is left out, and the answer says so. */
const mostGroups = 20_000;

/** What a query counts, split as it was asked, and whether its whole has to be counted for itself. */
export async function countGroups(ctx: ServiceContext, plan: Plan): Promise<Counted> {
  if (isOfPeople(plan.query)) return countPeople(ctx, plan);
  const formula: Formula = formulas[plan.query.metric];
  const { by, where } = plan.query;
  // Hours of a stretch take rows that know the hour.
  const clock: DimensionId[] = plan.query.grain === "hour" ? ["hour-of-day"] : [];
  const asked = [...by, ...where.map(({ dimension }) => dimension), ...clock];
  const bounds = [plan.current, plan.compared].flatMap((cut) => (cut?.pieces ?? []).flatMap(({ fromMs, toMs }) => [fromMs, toMs]));
  const pick = (measures: readonly Measure[]) => pickMeasure(measures, asked, bounds);
  const above = pick(formula.of);
  const below = formula.perOf === undefined ? undefined : pick(formula.perOf);
  const [groups, divisors] = await Promise.all([count(ctx, plan, above, formula), below && count(ctx, plan, below, formula)]);
  const isCut = groups.length > mostGroups || (divisors?.length ?? 0) > mostGroups;
  const overlaps = by.some((dimension) => above.source.splits[dimension]?.overlaps === true);
  const isDistinct = above.isDistinct === true && (by.length > 0 || plan.query.grain !== null);
  return {
    groups: divisors === undefined ? groups : divide(groups, divisors),
    isRatio: above.per !== undefined || below !== undefined,
    scale: formula.scale ?? 1,
    isPerCurrency: formula.isPerCurrency === true,
    isCut,
    hasOwnWhole: isCut || overlaps || isDistinct,
  };
}

/** Each of its dimensions is known to the metric; of some combinations no rows know all. */
function pickMeasure(measures: readonly Measure[], asked: readonly DimensionId[], bounds: readonly number[]): Measure {
  const measure = measures.find((one) => fits(one, asked, bounds));
  if (measure === undefined) throw new AppError("invalid", "checkFields", { fields: { by: "fieldInvalid" } });
  return measure;
}

async function count(ctx: ServiceContext, plan: Plan, measure: Measure, formula: Formula): Promise<Group[]> {
  const { less } = measure;
  const [groups, twice] = await Promise.all([
    countRows(ctx, plan, { measure, formula, mostGroups: mostGroups + 1 }),
    less && countRows(ctx, plan, { measure: less, formula, mostGroups: -1 }),
  ]);
  return twice === undefined ? groups : subtract(groups, twice);
}

/** A negative limit is none. */
type Counting = { measure: Measure; formula: Formula; mostGroups: number };

async function countRows(ctx: ServiceContext, plan: Plan, { measure, formula, mostGroups: most }: Counting): Promise<Group[]> {
  const { by, where } = plan.query;
  const query = compileMeasure({
    workspaceId: ctx.workspaceId,
    nowMs: ctx.clock.now(),
    measure,
    by,
    where,
    spans: measure.source.time === null ? [] : spansOf(plan, measure.source.time.unit),
    isPerCurrency: formula.isPerCurrency === true,
    mostGroups: most,
  });
  const rows = await answerInTime(ctx.db.read((orm) => orm.all<{ groups: string }>(query)));
  return JSON.parse(rows[0]?.groups ?? "[]") as Group[];
}

/** Both stretches in one list, so that they are counted in one query. */
function spansOf({ current, compared }: Plan, unit: "moments" | "days" | "hours"): Span[] {
  const of = (cut: Cut | null, period: number) =>
    (cut?.pieces ?? []).map(({ bucket, weekday, hour, from, to, fromMs, toMs }): Span => {
      const [begins, ends] =
        unit === "moments" ? [fromMs, toMs] : unit === "days" ? [from.slice(0, 10), untilDay(to)] : [hourly(from), hourly(to)];
      return [begins, ends, bucket, period, weekday, hour];
    });
  return [...of(current, 0), ...of(compared, 1)];
}

/** What is known by whole days counts a day that has begun. */
function untilDay(to: string): string {
  return to.length === 10 || to.endsWith("T00:00") ? to.slice(0, 10) : `${to.slice(0, 10)}~`;
}

function hourly(wall: string): string {
  return wall.length === 10 ? `${wall}T00:00` : wall;
}

function keyOf(group: Group): string {
  return JSON.stringify(group.slice(0, 5));
}

function subtract(groups: readonly Group[], twice: readonly Group[]): Group[] {
  const known = new Map(twice.map((group) => [keyOf(group), group[5] ?? 0]));
  return groups.map((group): Group => [...group.slice(0, 5), (group[5] ?? 0) - (known.get(keyOf(group)) ?? 0), group[6]] as Group);
}

function divide(groups: readonly Group[], divisors: readonly Group[]): Group[] {
  const known = new Map(divisors.map((group) => [keyOf(group), group]));
  const joined = groups.map((group): Group => {
    const key = keyOf(group);
    const per = known.get(key)?.[5] ?? null;
    known.delete(key);
    return [...group.slice(0, 6), per] as Group;
  });
  return [...joined, ...[...known.values()].map((group): Group => [...group.slice(0, 5), 0, group[5]] as Group)];
}
