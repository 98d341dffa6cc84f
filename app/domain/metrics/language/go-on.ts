import type { AskedQuery } from "../answer.ts";
import { catalogue } from "../catalogue.ts";
import { comparedStretch, shift } from "../period.ts";
import type { MetricQuery, When } from "../schemas.ts";
import { chooseFilters } from "./choose-filters.ts";
import type { Chosen } from "./choose-metric.ts";
import { refuseOtherKind } from "./choose-kind.ts";
import { chooseOrder } from "./choose-order.ts";
import { partsOfWhole } from "./choose-shares.ts";
import { chooseSplits } from "./choose-splits.ts";
import { chooseGrain, chooseTime } from "./choose-time.ts";
import { fitTo, narrowOn, splitOn } from "./follow-up.ts";
import { type Asked, type Planned, type Read, refuse } from "./plan.ts";
import { isSameStretch } from "./periods/read-periods.ts";
import { planWhy } from "./plan-why.ts";

type Base = Extract<AskedQuery, { type: "metric" | "why" }>;

function queryOf({ metric, by, where, grain, when, compare, having, order, limit }: Base): MetricQuery {
  return { metric, by, where, grain, when, compare, having, order, limit };
}

/** A question that only makes sense after another one: what it does not say stays as it was. */
export async function goOn(base: Base, read: Read, asked: Asked, chosen?: Chosen): Promise<Planned> {
  const metric = chosen?.metric ?? base.metric;
  const other = refuseOtherKind(metric, read);
  if (other !== null) return other;
  const kept = chosen === undefined || chosen.metric === base.metric ? queryOf(base) : fitTo(metric, queryOf(base));
  const unfit = kept.where.find(({ dimension }) => !catalogue[metric].dimensions.includes(dimension));
  if (unfit !== undefined) return refuse("dimension-unfit", { metric, dimension: unfit.dimension });
  const time = chooseTime(metric, read.periods.length === 0 ? withKept(read, kept) : read, asked.today);
  if (!time.ok) return time;
  const splits = chooseSplits(chosen ?? { metric, assumption: null, usedDimensions: [] }, read);
  if (!splits.ok) return splits;
  const filters = await chooseFilters(metric, read, asked.lookUp);
  if (!filters.ok) return filters;
  if (read.saysEarlier && (kept.when === null || isStepBack(kept.when, read.earlierBy))) return refuse("period-unclear", { metric });
  const when = earlierThan(kept, read, asked, time.value.when) ?? time.value.when ?? kept.when;
  const cut = chooseGrain(metric, read, when, asked.today);
  const cutOn = splitOn({ type: "metric", ...kept }, { by: [...splits.by, ...cut.by], grain: cut.grain }, read.saysAlso);
  const shared = partsOfWhole(metric, read, { ...cutOn, where: narrowOn({ type: "metric", ...kept }, filters.value, read.saysAll) });
  if (shared === null) return refuse("not-understood", { metric });
  const { by, where, isShared } = shared;
  const { grain } = cutOn;
  const isSameShape = by.join() === kept.by.join() && grain === kept.grain;
  const ordered = chooseOrder(metric, read, { by, grain }, { atMostDays: time.value.atMostDays, minor: asked.minor });
  if (!ordered.ok) return ordered;
  const isOrdered = read.wanted !== null || read.sorted !== null || read.top !== null || read.change !== null;
  const query: MetricQuery = {
    metric,
    by,
    where,
    grain,
    when,
    compare: time.value.compare === "none" ? kept.compare : time.value.compare,
    having: ordered.value.having ?? (isSameShape ? kept.having : null),
    order: isOrdered ? ordered.value.order : isSameShape ? kept.order : null,
    limit: isOrdered ? ordered.value.limit : isSameShape ? kept.limit : ordered.value.limit,
  };
  if (read.isWhy) return planWhy(query, asked.today, []);
  return { ok: true, query: { type: "metric", ...query }, chart: read.chart, assumptions: [], ...(isShared ? { showsShares: true } : {}) };
}

/** "2 weeks earlier", said of a day, may be a day too; of two weeks it is the two before in either case. */
function isStepBack({ from, to }: When, by: Read["earlierBy"]): boolean {
  return by?.isBare === true && shift(to, -by.count, by.unit) !== from;
}

/** "And the month before?", also where the words alone would mean the very month that was asked for. */
function earlierThan(kept: MetricQuery, read: Read, { today }: Asked, when: MetricQuery["when"]): MetricQuery["when"] {
  if (kept.when === null) return null;
  const { earlierBy } = read;
  // "Revenue in the previous 7 days" says what it is of, and is counted from today.
  if (earlierBy !== null && (earlierBy.isOnly || read.metrics.length === 0))
    return { from: shift(kept.when.from, -earlierBy.count, earlierBy.unit), to: kept.when.from, rolling: null };
  const isSame = read.saysBefore && when !== null && when !== kept.when && isSameStretch(when, kept.when);
  if (!read.saysEarlier && !isSame) return null;
  const before = comparedStretch({ from: kept.when.from, to: kept.when.to }, read.saysYearBefore ? "year" : "previous", today.now);
  return before === null ? null : { ...before, rolling: null };
}

/** "Compared with last year" is said of the stretch that was asked for before. */
function withKept(read: Read, { when }: MetricQuery): Read {
  return when === null ? read : { ...read, periods: [{ when }] };
}
