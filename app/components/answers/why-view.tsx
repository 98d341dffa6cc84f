import { formatFigure } from "#app/domain/artifacts/reading/format-figure.ts";
import { formatStretch } from "#app/domain/artifacts/reading/format-wall-time.ts";
import type { Explanation } from "#app/domain/metrics/result.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { plainLabel } from "./plain-label.ts";
import { useQueryWords } from "./use-query-words.ts";

type Part = { key: string; label: string; before: number | null; after: number | null; contribution: number };

const shownDimensions = 3;
const shownDrivers = 8;

/** Why a number changed: parts that add up to the whole difference. */
export function WhyView({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation("answers");
  const locale = useLocale();
  const say = useQueryWords();
  const { query, before, after, unit, currency, comparedWith, byDimension, mix, factors } = explanation;
  const write = (value: number) => formatFigure(value, { unit, currency }, locale);
  const difference = after - before;
  const parts = (list: readonly Part[], rest: number) =>
    rest === 0 ? list : [...list, { key: "rest", label: t("why.rest"), before: null, after: null, contribution: rest }];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p>
        {t("why.moved", {
          metric: say.metric[query.metric].name,
          before: write(before),
          after: write(after),
          difference: signed(difference, write),
        })}{" "}
        <span className="text-muted">{t("why.against", { stretch: formatStretch(comparedWith, locale) })}</span>
      </p>
      {mix === null ? null : (
        <Contributions
          title={t("why.mixTitle")}
          lead={t("why.mixLead")}
          write={write}
          difference={difference}
          parts={[
            { key: "rate", label: t("why.rate"), before: null, after: null, contribution: mix.rate },
            { key: "mix", label: t("why.mix"), before: null, after: null, contribution: mix.mix },
          ]}
        />
      )}
      {factors.length === 0 ? null : (
        <Contributions
          title={t("why.factorsTitle")}
          write={write}
          difference={difference}
          parts={factors.map(({ metric, contribution }) => ({
            key: metric,
            label: say.metric[metric].name,
            before: null,
            after: null,
            contribution,
          }))}
        />
      )}
      {byDimension.slice(0, shownDimensions).map(({ dimension, drivers, rest }) => {
        const shown = drivers
          .slice(0, shownDrivers)
          .map((one) => ({ key: one.id, ...one, label: plainLabel(say.nameOf(dimension, one.id, one.label)) }));
        const unseen = drivers.slice(shownDrivers).reduce((sum, one) => sum + one.contribution, rest);
        return (
          <Contributions
            key={dimension}
            title={t("why.by", { dimension: say.dimension(dimension) })}
            write={write}
            difference={difference}
            parts={parts(shown, unseen)}
          />
        );
      })}
    </div>
  );
}

function signed(value: number, write: (value: number) => string): string {
  return value > 0 ? `+${write(value)}` : value < 0 ? `−${write(-value)}` : write(value);
}

type ContributionsProps = { title: string; lead?: string; parts: readonly Part[]; difference: number; write: (value: number) => string };

/** Bars to both sides of one middle, however wide the numbers beside them, and their sum in the last line. */
function Contributions({ title, lead, parts, difference, write }: ContributionsProps) {
  const { t } = useTranslation("answers");
  const most = Math.max(...parts.map(({ contribution }) => Math.abs(contribution)), 0) || 1;
  return (
    <section className="grid min-w-0 gap-2">
      <h4 className="font-semibold first-letter:uppercase">{title}</h4>
      {lead === undefined ? null : <p className="text-sm text-muted">{lead}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)_minmax(3rem,30%)_auto] gap-x-3 gap-y-1.5">
        {parts.map(({ key, label, before, after, contribution }) => (
          <li key={key} className="col-span-full grid grid-cols-subgrid items-center">
            <span className="min-w-0">
              <bdi className="block truncate" title={label}>
                {label}
              </bdi>
              {before === null || after === null ? null : (
                <span className="block text-xs text-muted">{t("why.fromTo", { before: write(before), after: write(after) })}</span>
              )}
            </span>
            <span aria-hidden className="relative h-3 border-x border-line">
              <span className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
              <span
                className={
                  contribution < 0
                    ? "absolute inset-y-0 right-1/2 rounded-l-xs bg-brass"
                    : "absolute inset-y-0 left-1/2 rounded-r-xs bg-ink"
                }
                style={{ width: `${(Math.abs(contribution) / most) * 50}%` }}
              />
            </span>
            <span className="text-right font-semibold whitespace-nowrap">{signed(contribution, write)}</span>
          </li>
        ))}
        <li className="col-span-full flex justify-between gap-3 border-t border-line pt-1.5 font-semibold">
          <span>{t("why.sum")}</span>
          <span className="whitespace-nowrap">{signed(difference, write)}</span>
        </li>
      </ul>
    </section>
  );
}
