import { foldText } from "../../text/normalise.ts";
import { catalogue } from "../catalogue.ts";
import { type DimensionId, maxDimensions, type MetricId } from "../kinds.ts";
import { comparedStretch, shift } from "../period.ts";
import type { MetricQuery } from "../schemas.ts";
import { chooseFilters, isName } from "./choose-filters.ts";
import { type Chosen, chooseMetric, mergeStates } from "./choose-metric.ts";
import { refuseOtherKind, turnToKind } from "./choose-kind.ts";
import { chooseOrder } from "./choose-order.ts";
import { partsOfWhole } from "./choose-shares.ts";
import { chooseSplits } from "./choose-splits.ts";
import { chooseGrain, chooseTime } from "./choose-time.ts";
import { nearestWord, withCorrected } from "./correct-typos.ts";
import { readFind, readSearch } from "./find-or-search.ts";
import { baseOf, isFollowUp } from "./follow-up.ts";
import { goOn } from "./go-on.ts";
import { type Asked, type Assumption, type Planned, type Read, type Refusal, refuse } from "./plan.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { planWhy } from "./plan-why.ts";
import { saysAnswered } from "./read-phrases.ts";
import { turnToFamily } from "./same-family.ts";
import { readQuestion } from "./read-question.ts";
import { writtenOut } from "./short-forms.ts";
import { readWords } from "./words.ts";

/** What a question means as a typed query, or why it cannot be answered. Nothing is read but names of things. */
export async function planQuestion(asked: Asked): Promise<Planned> {
  const read = await readCorrected(asked);
  if (read.length === 0) return refuse("not-understood");
  const found = readFind(asked.question, read);
  if (found !== null) return { ok: true, query: found, chart: null, assumptions: [] };
  const search = read.saysHowMany || isCounted(read) ? null : readSearch(asked.question, asked.today);
  if (search !== null && !isBareBuying(search, read))
    return "refusal" in search ? { ok: false, refusal: search.refusal } : { ok: true, query: search.query, chart: null, assumptions: [] };
  const base = baseOf(asked.previous);
  mergeStates(read, base?.metric);
  turnToFamily(read, base?.metric);
  turnToKind(read, base?.metric);
  const named = nearestChoice(chooseMetric(read), base?.metric);
  if (named?.ok === false) return withParts(named.refusal, read, asked);
  if (named === null || (named.chosen.isGuess === true && base !== null))
    return base !== null && isFollowUp(read) ? goOn(base, read, asked) : refuseUnnamed(read);
  const isOfBase = read.goesOn || isAfter(named.chosen, read, base?.metric);
  if (base !== null && isOfBase && read.periods.length + read.by.length < 2) return goOn(base, read, asked, named.chosen);
  return planAlone(named.chosen, read, asked);
}

/** Who bought, and what was looked at and not bought, are numbers and no texts to look for. */
function isCounted({ metrics, saysBought }: Read): boolean {
  return metrics.includes("views-without-purchase") || (saysBought && metrics.includes("buyers"));
}

/** "People who bought this month" says nothing to look for. */
function isBareBuying(search: NonNullable<ReturnType<typeof readSearch>>, { metrics }: Read): boolean {
  return (
    "query" in search &&
    search.query.type === "search" &&
    metrics.includes("buyers") &&
    /^(?:bought|comprou|compraram)(?: (?:by|per|por) .+)?$/.test(search.query.text)
  );
}

/** With the questions that one of several numbers is made of, as far as each can be answered by itself. */
async function withParts(refusal: Refusal, read: Read, asked: Asked): Promise<Planned> {
  if (refusal.because !== "one-at-a-time") return { ok: false, refusal };
  const parts = oneAtATime(read, asked.question, refusal.choices ?? []);
  const planned = await Promise.all(parts.map((question) => planQuestion({ ...asked, question })));
  const instead = parts.filter((_, index) => planned[index]?.ok === true);
  return { ok: false, refusal: instead.length < 2 ? refusal : { ...refusal, instead } };
}

/** Said of what was asked before also without a word that goes on: "in units", "as a share". */
function isAfter({ isImplied, metric }: Chosen, read: Read, base: MetricId | undefined): boolean {
  return isImplied === true && base !== undefined && (base === metric || read.periods.length + read.by.length + read.loose.length === 0);
}

/** "In units", said of sales, is units sold: of what can be meant, the one that belongs with what was asked before. */
function nearestChoice(named: ReturnType<typeof chooseMetric>, base: MetricId | undefined): ReturnType<typeof chooseMetric> {
  if (named?.ok !== false || base === undefined || named.refusal.because !== undefined) return named;
  const near = named.refusal.choices?.filter((one) => catalogue[one].area === catalogue[base].area) ?? [];
  const [only] = near;
  return only === undefined || near.length > 1
    ? named
    : { ok: true, chosen: { metric: only, assumption: null, usedDimensions: [], isImplied: true } };
}

/** Words nobody knows are names of something here, or known words with a slip in them. */
async function readCorrected({ question, today, lookUp }: Asked): Promise<Read> {
  const words = writtenOut(readWords(question), today.isEnglish);
  const read = readQuestion(words, question, today);
  const metric = read.metrics[0];
  const corrections = new Map<string, string>();
  for (const name of read.names) {
    const better = readWords(name.text).flatMap(({ text }): [string, string][] => {
      const nearest = nearestWord(text, today.isEnglish);
      return nearest === undefined ? [] : [[text, nearest]];
    });
    if (better.length === 0 || (await isName(name.text, lookUp, metric))) continue;
    for (const [text, nearest] of better) corrections.set(text, nearest);
  }
  return corrections.size === 0 ? read : readQuestion(withCorrected(words, corrections), question, today);
}

function refuseUnnamed(read: Read): Planned {
  const { saysHowMany, by, loose, periods, names, values, wanted, top, compare, grain, isWhy, change } = read;
  const isAsked =
    saysHowMany ||
    by.length + loose.length + values.length > 0 ||
    wanted !== null ||
    top !== null ||
    compare !== null ||
    grain !== null ||
    change !== null;
  const text = names
    .map((name) => name.text)
    .join(" ")
    .trim();
  if (isAsked) return refuse("metric-unknown", text === "" ? {} : { text });
  const knowsSomething = periods.length > 0 || isWhy;
  return refuse(knowsSomething && names.length > 0 ? "off-topic" : "not-understood", text === "" ? {} : { text });
}

/** Averages that are no numbers of their own cannot be had: thirty days' orders are no orders of a usual day. */
function isUnfitAverage(metric: MetricId, { saysAverage }: Read): boolean {
  return saysAverage && catalogue[metric].isAdditive;
}

/** What is ranked where a number alone was named: "what sold most?" asks for products. */
const rankedBy: Readonly<Partial<Record<MetricId, DimensionId>>> = {
  "units-sold": "product",
  "gross-margin": "product",
  "gross-margin-rate": "product",
  "average-rating": "product",
  "stock-on-hand": "sku",
  "stock-value": "sku",
  "listing-quality": "listing",
  "listing-price": "listing",
  questions: "listing",
  "product-views": "product",
  "page-views": "page",
  "agent-runs": "agent",
  proposals: "agent",
  "cart-adds": "product",
};
/** "Which listings are out of stock?" asks for them and not for how many there are. */
const thingsOf: Readonly<Partial<Record<MetricId, DimensionId>>> = {
  "listings-out-of-stock": "listing",
  "unanswered-questions": "listing",
  "open-alerts": "alert-kind",
};
const alwaysBy: Readonly<Partial<Record<MetricId, DimensionId>>> = { "days-of-cover": "sku", "views-without-purchase": "product" };

/** "Compare the last 7 days with the 7 days before": what is as long and right before is what a number is set beside. */
function besideEarlier(read: Read, { question, today }: Asked): Read {
  const { earlierBy, periods } = read;
  const [period] = periods;
  if (earlierBy?.isOnly !== true || period === undefined || "refused" in period || periods.length > 1) return read;
  if (!/\b(?:compar|diferen|differen|varia)/.test(foldText(question))) return read;
  const { from } = period.when;
  const isRightBefore = comparedStretch(period.when, "previous", today.now)?.from === shift(from, -earlierBy.count, earlierBy.unit);
  return isRightBefore ? { ...read, compare: "previous", saysEarlier: false } : read;
}

async function planAlone(chosen: Chosen, asRead: Read, asked: Asked): Promise<Planned> {
  const read = besideEarlier(asRead, asked);
  const { metric, assumption } = chosen;
  if (isUnfitAverage(metric, read)) return refuse("not-understood", { metric, because: "average" });
  const other = refuseOtherKind(metric, read);
  if (other !== null) return other;
  if (read.saysEarlier) return refuse("period-unclear", { metric });
  if (metric === "questions" && saysAnswered(read.line)) return refuse("not-understood", { metric });
  if (read.saysBought && catalogue[metric].area === "shoppers") return refuse("not-understood", { metric });
  const time = chooseTime(metric, read, asked.today);
  if (!time.ok) return time;
  const splits = chooseSplits(chosen, read);
  if (!splits.ok) return splits;
  const filters = await chooseFilters(metric, read, asked.lookUp);
  if (!filters.ok) return filters;
  const { when, compare, atMostDays } = time.value;
  const { grain, by: hours } = chooseGrain(metric, read, when, asked.today);
  const isRanked = read.wanted !== null || read.top !== null || read.limit !== null || read.sorted !== null;
  const usual = (read.saysWhich ? thingsOf[metric] : undefined) ?? alwaysBy[metric] ?? (isRanked ? rankedBy[metric] : undefined);
  const isAlone = filters.value.every(({ dimension }) => dimension !== usual);
  const needsRows = splits.by.length === 0 && grain === null && isAlone && usual !== undefined;
  const split = [...new Set([...splits.by, ...hours, ...(needsRows ? [usual] : [])])];
  if (split.length > maxDimensions) return refuse("dimension-unfit", { metric, dimension: split[maxDimensions] ?? "hour-of-day" });
  const shared = partsOfWhole(metric, read, { by: split, grain, where: filters.value });
  if (shared === null) return refuse("not-understood", { metric });
  const { by, where } = shared;
  const ordered = chooseOrder(metric, read, { by, grain }, { atMostDays, minor: asked.minor });
  if (!ordered.ok) return ordered;
  const assumptions: Assumption[] = assumption === null ? [] : [assumption];
  const query: MetricQuery = { metric, by, where, grain, when, compare, ...ordered.value };
  if (read.isWhy) return planWhy(query, asked.today, assumptions);
  return {
    ok: true,
    query: { type: "metric", ...query },
    chart: read.chart,
    assumptions,
    ...(shared.isShared ? { showsShares: true } : {}),
  };
}
