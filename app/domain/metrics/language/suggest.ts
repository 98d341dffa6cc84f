import { formatDateTime } from "#app/i18n/format.ts";
import type { AskedQuery } from "../answer.ts";
import { catalogue } from "../catalogue.ts";
import type { DimensionId, MetricId } from "../kinds.ts";
import { wordsOf } from "../words/words.ts";
import type { Speaker } from "./format-value.ts";
import type { Refusal } from "./plan.ts";

const most = 4;
/** Splits people ask for first. */
const first: readonly DimensionId[] = [
  "channel",
  "product",
  "sku",
  "person",
  "zone",
  "category",
  "brand",
  "device",
  "referrer",
  "model",
  "agent",
  "return-reason",
  "alert-kind",
  "hesitation",
  "weekday",
  "hour-of-day",
];

type MaySee = (metric: MetricId) => boolean;

function nameOf({ locale }: Speaker, metric: MetricId): string {
  return wordsOf(locale).metrics[metric].name;
}

function splitsOf(metric: MetricId): DimensionId[] {
  return first.filter((dimension) => catalogue[metric].dimensions.includes(dimension));
}

function byDimension(speaker: Speaker, metric: MetricId, dimension: DimensionId): string {
  const parts = { metric: nameOf(speaker, metric), dimension: wordsOf(speaker.locale).dimensions[dimension].name };
  // Of people only a few days are kept: without a stretch, those are counted.
  return catalogue[metric].kind === "snapshot" || dimension === "person"
    ? speaker.t("suggest.byNow", parts)
    : speaker.t("suggest.by", parts);
}

function plain(speaker: Speaker, metric: MetricId): string {
  const parts = { metric: nameOf(speaker, metric) };
  return catalogue[metric].kind === "snapshot" ? speaker.t("suggest.plain", parts) : speaker.t("suggest.recent", parts);
}

/** What can be asked next about an answer; each is understood as said of it. */
export function suggestNext(speaker: Speaker, query: AskedQuery): string[] {
  if (query.type === "search" || query.type === "find") return [];
  const { metric, by, grain, compare } = query;
  const { t } = speaker;
  const isFlow = catalogue[metric].kind === "flow";
  const unused = splitsOf(metric).filter((dimension) => !by.includes(dimension));
  const splits = unused
    .slice(0, 2)
    .map((dimension) => t("suggest.byAgain", { dimension: wordsOf(speaker.locale).dimensions[dimension].name }));
  const comparing = isFlow && compare === "none" ? [t("suggest.previous")] : isFlow && compare === "previous" ? [t("suggest.year")] : [];
  const asking = isFlow && query.type === "metric" && compare !== "none" ? [t("suggest.why")] : [];
  const days = isFlow && grain === null && by.length === 0 ? [t("suggest.days")] : [];
  return [...asking, ...splits, ...comparing, ...days].slice(0, most);
}

/** Questions that can be answered, near to one that could not. */
export function suggestInstead(
  speaker: Speaker,
  { reason, metric, choices, names, because, instead }: Refusal,
  maySee: MaySee,
  dates: readonly string[],
): string[] {
  if (instead !== undefined && (choices ?? []).every(maySee)) return instead.slice(0, most);
  if (metric !== undefined && maySee(metric))
    return [...new Set(aboutMetric(speaker, metric, { names: names ?? [], because, dates, reason }))].slice(0, most);
  const named = (choices ?? []).filter(maySee).map((one) => plain(speaker, one));
  return [...new Set([...named, ...usual(speaker, maySee)])].slice(0, named.length > 1 ? named.length : most).slice(0, most);
}

type About = { names: readonly string[]; because: Refusal["because"]; dates: readonly string[]; reason: Refusal["reason"] };

function aboutMetric(speaker: Speaker, metric: MetricId, { names, because, dates, reason }: About): string[] {
  const { t } = speaker;
  const parts = { metric: nameOf(speaker, metric) };
  const isNow = catalogue[metric].kind === "snapshot";
  const splits = splitsOf(metric)
    .slice(0, 3)
    .map((dimension) => byDimension(speaker, metric, dimension));
  const isOfPeople = catalogue[metric].dimensions.includes("person");
  if (names.length > 0)
    return [...names.map((name) => t(isNow || isOfPeople ? "suggest.namedNow" : "suggest.named", { ...parts, name })), ...splits];
  if (isNow || reason === "dimension-unfit" || reason === "name-unknown") return [...splits, plain(speaker, metric)];
  if (because === "date" && dates.length > 0) return dates.map((date) => `${parts.metric} ${date}`);
  return [plain(speaker, metric), t("suggest.lastWeek", parts), t("suggest.thisMonth", parts), ...splits];
}

/** Good first questions, of what the asker may see. */
function usual(speaker: Speaker, maySee: MaySee): string[] {
  const { t } = speaker;
  const all: readonly (readonly [MetricId, string])[] = [
    ["gmv", byDimension(speaker, "gmv", "channel")],
    ["days-of-cover", t("suggest.runOut")],
    ["views-without-purchase", t("suggest.unbought")],
    ["orders", t("suggest.thisMonth", { metric: nameOf(speaker, "orders") })],
    ["picks-per-hour", t("suggest.picks")],
    ["ai-spend", t("suggest.spend")],
  ];
  return all
    .filter(([metric]) => maySee(metric))
    .map(([, text]) => text)
    .slice(0, most);
}

const figures = /(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?/;

/** Both readings of a date in figures, with the month as a word. */
export function datesIn({ locale }: Speaker, question: string, year: number): string[] {
  const match = figures.exec(question);
  const [one, other] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || one > 12 || other > 12) return [];
  const full = match[3] === undefined ? year : Number(match[3].length === 2 ? `20${match[3]}` : match[3]);
  const spoken = (month: number, day: number) => formatDateTime(Date.UTC(full, month - 1, day), { locale, timeZone: "UTC", style: "date" });
  return [spoken(one, other), spoken(other, one)];
}
