import {
  CalendarClock,
  Footprints,
  Hourglass,
  type LucideIcon,
  Pin,
  Repeat,
  SearchX,
  ShoppingBasket,
  TrendingDown,
  TrendingUp,
  TriangleAlert,
} from "lucide-react";
import { type FetcherWithComponents, Link } from "react-router";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import type { FoundKind } from "#app/domain/patterns/kinds.ts";
import type { FoundPattern } from "#app/domain/patterns/pattern-row.ts";
import type { PatternEvidence } from "#app/domain/patterns/read-pattern.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Figures } from "./figures.tsx";
import { dismissReasons } from "./dismiss-reasons.ts";
import { Evidence } from "./evidence.tsx";
import { PatternActs } from "./pattern-acts.tsx";
import { usePatternWords } from "./use-pattern-words.ts";

export type ShownPattern = FoundPattern & { evidence: PatternEvidence[] };
type PatternItemProps = {
  pattern: ShownPattern;
  isStale: boolean;
  mayWrite: boolean;
  mayTrigger: boolean;
  mayAdvise: boolean;
  deciding: FetcherWithComponents<unknown>;
};

const icons: Record<FoundKind, LucideIcon> = {
  "drop-off": Footprints,
  hesitation: Hourglass,
  "search-in-vain": SearchX,
  affinity: ShoppingBasket,
  rising: TrendingUp,
  falling: TrendingDown,
  "busy-hours": CalendarClock,
  returning: Repeat,
  anomaly: TriangleAlert,
};

/** What repeats, as a sentence, with how often, how surely, how strongly, and where it can be seen. */
export function PatternItem({ pattern, isStale, mayWrite, mayTrigger, mayAdvise, deciding }: PatternItemProps) {
  const { t } = useTranslation("patterns");
  const { sentence, seen, sure, effect, trend } = usePatternWords();
  const Icon = icons[pattern.kind];
  const what = sentence(pattern);
  const figures = [
    [t("figures.seenLabel"), seen(pattern)],
    [t("figures.sureLabel"), sure(pattern)],
    [t("figures.effectLabel"), effect(pattern)],
    [t("figures.trendLabel"), trend(pattern)],
  ] as const;
  return (
    <li className="grid gap-3 border-b border-line px-5 py-4 last:border-b-0">
      <p className="flex flex-wrap items-center gap-2">
        <Badge icon={<Icon aria-hidden />}>{t(`kinds.${pattern.kind}`)}</Badge>
        {pattern.state === "pinned" ? <Badge icon={<Pin aria-hidden />}>{t("filters.pinned")}</Badge> : null}
        {isStale ? <StateBadge tone="watch">{t("stale")}</StateBadge> : null}
      </p>
      <h2 className="max-w-prose text-base leading-6 font-semibold wrap-anywhere">{what}</h2>
      <Figures figures={figures} />
      {pattern.dismissedBecause === null ? null : <Dismissed reason={pattern.dismissedBecause} />}
      <Why pattern={pattern} />
      {mayWrite || mayTrigger || mayAdvise ? (
        <PatternActs pattern={pattern} what={what} mayWrite={mayWrite} mayTrigger={mayTrigger} mayAdvise={mayAdvise} deciding={deciding} />
      ) : null}
    </li>
  );
}

function Dismissed({ reason }: { reason: string }) {
  const { t } = useTranslation("patterns");
  const known = dismissReasons.find((one) => one === reason);
  return (
    <p className="wrap-anywhere text-muted">
      {t("dismissedBecause", { reason: known === undefined ? reason : t(`dismissReasons.${known}`) })}
    </p>
  );
}

function Why({ pattern: { kind, facts, evidence } }: { pattern: ShownPattern }) {
  const { t } = useTranslation("patterns");
  const products = [
    [facts["productId"], facts["name"]],
    [facts["firstId"], facts["firstName"]],
    [facts["secondId"], facts["secondName"]],
  ].filter(([id]) => typeof id === "string");
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2">
        {t("why")}
      </summary>
      <div className="mt-2 grid gap-2 rounded border border-line bg-sunken/50 px-4 py-3">
        <p className="max-w-prose">{t(`rules.${kind}`)}</p>
        <p className="max-w-prose text-muted">{t("together")}</p>
        {products.length === 0 ? null : (
          <p className="flex flex-wrap gap-x-4">
            {products.map(([id, name]) => (
              <Link key={id} to={`/catalog/${id}`} className="text-accent underline decoration-1 underline-offset-4">
                {name}
              </Link>
            ))}
          </p>
        )}
        <Evidence evidence={evidence} />
      </div>
    </details>
  );
}
