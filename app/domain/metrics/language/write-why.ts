import type { Explanation } from "../result.ts";
import { wordsOf } from "../words/words.ts";
import { speakDifference, speakDistance, type Speaker, speakStretch, speakValue } from "./format-value.ts";
import { speakLabel, speakWhat } from "./write-answer.ts";

const mostDrivers = 3;
const mostDimensions = 2;

/** Where a difference came from: the splits that tell most, with their largest parts. */
export function writeWhy(speaker: Speaker, explanation: Explanation): string {
  const { query, before, after, unit, currency, comparedWith } = explanation;
  const { t } = speaker;
  const value = (amount: number) => speakValue(speaker, amount, unit, currency);
  const change = (amount: number) => speakDifference(speaker, amount, unit, currency);
  const parts = {
    what: speakWhat(speaker, { query, totals: [{ currency, value: after, compared: before }] }),
    when: query.when === null ? "" : speakStretch(speaker, query.when),
    earlier: speakStretch(speaker, comparedWith),
    before: value(before),
    after: value(after),
    difference: speakDistance(speaker, after - before, unit, currency),
  };
  if (after === before) return t("why.same", parts);
  const head = t(after > before ? "why.rose" : "why.fell", parts);
  const moved = explanation.byDimension.filter(({ drivers }) => drivers.some(({ contribution }) => contribution !== 0));
  // One channel on each marketplace: both tell the same.
  const sizes = moved.map(({ drivers }) => drivers.map(({ contribution }) => contribution).join());
  const told = moved.filter((_, index) => sizes.indexOf(sizes[index] ?? "") === index).slice(0, mostDimensions);
  const splits = told.map(({ dimension, drivers }) => {
    const spoken = drivers
      .filter(({ contribution }) => contribution !== 0)
      .slice(0, mostDrivers)
      .map(({ id, label, contribution }) =>
        t("why.driver", { label: speakLabel(speaker, dimension, id, label), value: change(contribution) }),
      );
    return t("why.by", { dimension: wordsOf(speaker.locale).dimensions[dimension].name, drivers: spoken.join("; ") });
  });
  return [
    head,
    ...(splits.length === 0 && explanation.factors.length === 0 ? [t("why.unknown")] : splits),
    ...factorsOf(speaker, explanation),
  ].join(" ");
}

function factorsOf(speaker: Speaker, { factors, mix, unit, currency }: Explanation): string[] {
  const { t } = speaker;
  const change = (amount: number) => speakDifference(speaker, amount, unit, currency);
  const parts = factors.map(({ metric, contribution }) =>
    t("why.factor", { metric: wordsOf(speaker.locale).metrics[metric].name, value: change(contribution) }),
  );
  const ofFactors = parts.length === 0 ? [] : [t("why.factors", { parts: parts.join("; ") })];
  return mix === null ? ofFactors : [...ofFactors, t("why.mix", { rate: change(mix.rate), mix: change(mix.mix) })];
}
