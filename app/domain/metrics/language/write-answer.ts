import { formatPercent } from "#app/i18n/format.ts";
import { catalogue } from "../catalogue.ts";
import type { DimensionId } from "../kinds.ts";
import type { MetricResult, MetricRow } from "../result.ts";
import type { MetricFilter } from "../schemas.ts";
import { valueWord, wordsOf } from "../words/words.ts";
import { speakBucket, type Speaker, speakStretch, speakValue } from "./format-value.ts";
import type { Assumption } from "./plan.ts";

const mostNamed = 3;

function sentenceList(parts: readonly string[]): string {
  return parts.join("; ");
}

function text(value: string | number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

function number(value: string | number | null | undefined): number | null {
  return typeof value === "number" ? value : null;
}

/** A stored value in people's words, or the name that came with it. */
export function speakLabel({ locale, t }: Speaker, dimension: DimensionId, id: string, label: string): string {
  const known = valueWord(locale, dimension, id);
  if (known !== undefined) return known;
  if (label === "") return t("noLabel");
  if (dimension === "rating") return speakValue({ locale, t }, Number(label), "stars", null);
  return dimension === "hour-of-day" ? speakHour({ locale, t }, Number(label)) : label;
}

function speakHour({ t }: Speaker, hour: number): string {
  return t("hour", { hour });
}

function speakFilter(speaker: Speaker, name: string, { dimension, values, labels, isNot }: MetricFilter): string {
  const hours = dimension === "hour-of-day" ? values.map(Number).toSorted((a, b) => a - b) : [];
  const [first = 0, last = 0] = [hours[0], hours.at(-1)];
  // Hours on end are a stretch of the day and no list.
  if (hours.length > 0 && last - first === hours.length - 1 && !isNot)
    return speaker.t("hours", { name, from: speakHour(speaker, first), to: speakHour(speaker, last + 1) });
  const spoken = values.slice(0, mostNamed).map((value, index) => speakLabel(speaker, dimension, value, labels[index] ?? value));
  return speaker.t(isNot ? "without" : "only", { name, values: `${spoken.join(", ")}${values.length > mostNamed ? " …" : ""}` });
}

/** The number with all that narrows it: "GMV, only Shopee". */
export function speakWhat(speaker: Speaker, { query, totals }: Pick<MetricResult, "query" | "totals">): string {
  const { unit } = catalogue[query.metric];
  const { atLeast, atMost } = query.having ?? {};
  const value = (amount: number) => speakValue(speaker, amount, unit, totals[0]?.currency ?? null);
  const named = query.where.reduce(
    (name, filter) => speakFilter(speaker, name, filter),
    wordsOf(speaker.locale).metrics[query.metric].name,
  );
  if (atLeast !== undefined && atMost !== undefined) return speaker.t("between", { name: named, low: value(atLeast), high: value(atMost) });
  if (atLeast !== undefined) return speaker.t("atLeast", { name: named, value: value(atLeast) });
  return atMost === undefined ? named : speaker.t("atMost", { name: named, value: value(atMost) });
}

function rowLabel(speaker: Speaker, row: MetricRow, { query }: MetricResult): string {
  const time = query.grain === null ? [] : [speakBucket(speaker, text(row["time"]), query.grain)];
  return [...time, ...query.by.map((dimension) => speakLabel(speaker, dimension, text(row[`${dimension}Id`]), text(row[dimension])))].join(
    ", ",
  );
}

function speakRow(speaker: Speaker, row: MetricRow, result: MetricResult, showsShares: boolean): string {
  const { query, totals } = result;
  const currency = row["currency"] === undefined ? (totals[0]?.currency ?? null) : text(row["currency"]);
  const parts = {
    label: rowLabel(speaker, row, result),
    value: speakValue(speaker, number(row["value"]), catalogue[query.metric].unit, currency),
  };
  const whole = totals.find((total) => total.currency === currency || totals.length === 1)?.value ?? 0;
  if (showsShares && whole > 0)
    return speaker.t("rowShare", { ...parts, percent: formatPercent((number(row["value"]) ?? 0) / whole, speaker.locale) });
  const change = number(row["change"]);
  if (change === null || change === 0) return speaker.t("row", parts);
  return speaker.t(change > 0 ? "rowMore" : "rowLess", { ...parts, percent: formatPercent(Math.abs(change), speaker.locale) });
}

/** Without what lies ahead, where there can be nothing yet. */
function begun(rows: readonly MetricRow[], { query, asOfMs }: MetricResult): readonly MetricRow[] {
  const isOpen = query.when !== null && query.when.to > new Date(asOfMs).toISOString().slice(0, 10);
  const last = rows.findLastIndex((row) => row["value"] !== 0);
  return isOpen && last >= 0 ? rows.slice(0, last + 1) : rows;
}

/** Which rows stand out, in the order that was asked for. */
function speakRows(speaker: Speaker, result: MetricResult, showsShares: boolean): string {
  const { query, rows } = result;
  const known = rows.filter((row) => row["value"] !== null);
  const spoken = (some: readonly MetricRow[]) =>
    sentenceList(some.slice(0, mostNamed).map((row) => speakRow(speaker, row, result, showsShares)));
  if (known.length <= mostNamed) return speaker.t("all", { rows: spoken(known) });
  if (query.grain !== null && query.order === null) {
    const sorted = begun(known, result).toSorted((a, b) => (number(b["value"]) ?? 0) - (number(a["value"]) ?? 0));
    return speaker.t("peak", { high: spoken(sorted.slice(0, 1)), low: spoken(sorted.slice(-1)) });
  }
  const { by, isDescending } = query.order ?? { by: "value", isDescending: true };
  if (by === "change") return speaker.t(isDescending ? "roseMost" : "fellMost", { rows: spoken(known) });
  if (by === "value") return speaker.t(isDescending ? "highest" : "lowest", { rows: spoken(known) });
  return speaker.t("all", { rows: spoken(known) });
}

function speakBefore(speaker: Speaker, { query, totals, comparedWith }: MetricResult): string[] {
  if (comparedWith === null) return [];
  const when = speakStretch(speaker, comparedWith);
  return totals.flatMap(({ compared, currency }) =>
    compared === null ? [] : [speaker.t("before", { when, value: speakValue(speaker, compared, catalogue[query.metric].unit, currency) })],
  );
}

/** The whole beside what it is compared with; one sentence a currency. */
function speakChange(speaker: Speaker, { query, totals, comparedWith }: MetricResult): string[] {
  if (comparedWith === null) return [];
  const when = speakStretch(speaker, comparedWith);
  return totals.map(({ currency, value, compared }) => {
    if (value === null || compared === null || compared === 0) return speaker.t("noneBefore", { when });
    const parts = { when, value: speakValue(speaker, compared, catalogue[query.metric].unit, currency) };
    if (value === compared) return speaker.t("same", parts);
    const percent = formatPercent(Math.abs(value - compared) / Math.abs(compared), speaker.locale);
    return speaker.t(value > compared ? "more" : "less", { ...parts, percent });
  });
}

const assumed: Readonly<Record<Assumption, "assumed.gmv" | "assumed.orders" | "assumed.units">> = {
  "sale-is-gmv": "assumed.gmv",
  "sale-is-orders": "assumed.orders",
  "sale-is-units": "assumed.units",
};

/** What was counted, in words. Each number in it stands in the rows or totals; dates are those it was counted over. */
export function writeAnswer(speaker: Speaker, result: MetricResult, assumptions: readonly Assumption[], showsShares = false): string {
  const { query, rows, totals } = result;
  const { t } = speaker;
  const what = speakWhat(speaker, result);
  const when = query.when === null ? null : speakStretch(speaker, query.when);
  // None of many is a share of its own: only where there was nothing to take it of is there nothing to tell.
  const isTold = catalogue[query.metric].unit === "ratio";
  const isEmpty = rows.every((row) => row["value"] === null || (row["value"] === 0 && !isTold));
  const isNarrowed = query.having !== null;
  const notes = assumptions.map((one) => t(assumed[one]));
  if (rows.length === 0 && isNarrowed)
    return [when === null ? t("noneFitsNow", { what }) : t("noneFits", { what, when }), ...notes].join(" ");
  const hasPast = totals.some(({ compared }) => compared !== null && compared !== 0);
  const nothing = when === null ? t("nothingNow", { what }) : t("nothing", { what, when });
  if (isEmpty && !hasPast) return [nothing, ...notes].join(" ");
  const { unit } = catalogue[query.metric];
  const wholes = totals.filter(({ value }) => value !== null).map(({ value, currency }) => speakValue(speaker, value, unit, currency));
  const value = wholes.join(", ");
  const head =
    value === ""
      ? when === null
        ? t("rowsNow", { what })
        : t("rows", { what, when })
      : when === null
        ? t("numberNow", { what, value })
        : t("number", { what, when, value });
  // What has no value now can have had one before: an average of nothing is not zero.
  if (isEmpty && value === "") return [nothing, ...speakBefore(speaker, result), ...notes].join(" ");
  const isSplit = query.by.length > 0 || query.grain !== null;
  const changes = value === "" ? [] : speakChange(speaker, result);
  return [
    head,
    ...changes,
    ...(isSplit && !isEmpty ? [speakRows(speaker, result, showsShares)] : []),
    ...(result.isCut && query.limit >= 100 ? [t("cut")] : []),
    ...notes,
  ].join(" ");
}
