import { Eye, EyeOff, Minus, RotateCcw, Sparkles, TrendingDown, TrendingUp } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { type FetcherWithComponents, Link } from "react-router";
import { Sparkline } from "#app/components/charts/sparkline.tsx";
import { Badge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Direction } from "#app/domain/trends/judge-trends.ts";
import { foldText } from "#app/domain/text/normalise.ts";
import type { Trend } from "#app/domain/trends/trend-row.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { TrendWhy } from "./trend-why.tsx";
import { useTrendWords } from "./use-trend-words.ts";

type TrendItemProps = { trend: Trend; mayWrite: boolean; deciding: FetcherWithComponents<unknown> };

const icons: Record<Direction, LucideIcon> = { rising: TrendingUp, falling: TrendingDown, new: Sparkles, steady: Minus };

/** A term that moves: how, how surely, where it was seen, and what of our own is close to it. */
export function TrendItem({ trend, mayWrite, deciding }: TrendItemProps) {
  const { t } = useTranslation("trends");
  const locale = useLocale();
  const { regionOf, sourceOf, dayOf } = useTrendWords();
  const { term, region, direction, changePercent, sureness, series, sources, match } = trend;
  const Icon = icons[direction];
  const told = series.filter((value) => value !== null);
  return (
    <li className="grid gap-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 grow basis-72 gap-1.5">
          <p className="flex flex-wrap items-center gap-2">
            <Badge icon={<Icon aria-hidden />}>{t(`directions.${direction}`)}</Badge>
            <Badge>{regionOf(region)}</Badge>
            {sources.map((source) => (
              <Badge key={source}>{sourceOf(source)}</Badge>
            ))}
          </p>
          <h2 className="text-base leading-6 font-semibold break-words">{term}</h2>
          <p className="text-muted tabular-nums">
            {[
              changePercent === null || direction === "new"
                ? undefined
                : t("change", {
                    percent: formatNumber(changePercent / 100, locale, {
                      style: "percent",
                      maximumFractionDigits: 0,
                      signDisplay: "exceptZero",
                    }),
                  }),
              direction === "new" ? undefined : t("sure", { percent: formatPercent(sureness / 100, locale, 0) }),
              t("seen", { first: dayOf(trend.firstDay), last: dayOf(trend.lastDay) }),
            ]
              .filter((part) => part !== undefined)
              .join(" · ")}
          </p>
          <Match term={term} match={match} />
        </div>
        {told.length > 1 ? (
          <div className="w-full sm:w-40">
            <Sparkline values={told} label={t("seriesLabel", { term })} />
          </div>
        ) : null}
        {mayWrite ? <Acts trend={trend} deciding={deciding} /> : null}
      </div>
      <TrendWhy trend={trend} />
    </li>
  );
}

/** Words are compared by their stems, which nobody writes: people read the term's own. */
function wordsBehind(term: string, stems: readonly string[]): string[] {
  const own = term.split(/\s+/).map((word) => ({ word, plain: foldText(word) }));
  return stems.map((stem) => own.find(({ plain }) => plain.startsWith(stem))?.word ?? stem);
}

function Match({ term, match }: Pick<Trend, "term" | "match">) {
  const { t } = useTranslation("trends");
  if (match === null) return <p className="text-muted">{t("noGoods")}</p>;
  const to = match.kind === "product" ? `/catalog/${match.id}` : `/listings/${match.id}`;
  return (
    <p className="min-w-0 break-words">
      {t("about")}:{" "}
      <Link to={to} className="text-accent underline decoration-1 underline-offset-4">
        {match.label}
      </Link>{" "}
      <span className="text-muted">({t("sharedWords", { words: wordsBehind(term, match.words).join(", ") })})</span>
    </p>
  );
}

function Acts({ trend: { id, term, state }, deciding }: Pick<TrendItemProps, "trend" | "deciding">) {
  const { t } = useTranslation("trends");
  const sent = deciding.formData?.get("id") === id ? deciding.formData.get("state") : undefined;
  const acts =
    state === "open"
      ? ([
          ["watched", t("acts.watch"), Eye],
          ["dismissed", t("acts.dismiss"), EyeOff],
        ] as const)
      : ([["open", t("acts.reopen"), RotateCcw]] as const);
  return (
    <deciding.Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={id} />
      {acts.map(([next, act, Icon]) => (
        <Button
          key={next}
          type="submit"
          name="state"
          value={next}
          size="sm"
          loading={sent === next}
          icon={<Icon aria-hidden />}
          aria-label={t("acts.actOf", { act, term })}
        >
          {act}
        </Button>
      ))}
    </deciding.Form>
  );
}
