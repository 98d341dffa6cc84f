import { Footprints, Hourglass, type LucideIcon, SearchX, ShoppingBasket } from "lucide-react";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { fewSessions, type ObservedThing, observedThings } from "#app/domain/patterns/describe-period.ts";
import type { Pattern } from "#app/domain/patterns/pattern-row.ts";
import type { PatternEvidence } from "#app/domain/patterns/read-pattern.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Figures } from "./figures.tsx";
import { Evidence } from "./evidence.tsx";
import { useAccountWords } from "./use-account-words.ts";
import { useTrendWords } from "./use-pattern-words.ts";

export type Observation = Pattern & { evidence: PatternEvidence[] };

const icons: Record<ObservedThing, LucideIcon> = { ended: Footprints, search: SearchX, hesitation: Hourglass, product: ShoppingBasket };

/** What happened in the period, in words, however few came. It claims nothing, and says so where few came. */
export function PeriodAccount({ account }: { account: readonly Observation[] }) {
  const { t } = useTranslation("patterns");
  const sessions = account[0]?.outOf ?? 0;
  const told = observedThings.flatMap((thing) => account.filter(({ key }) => key === thing).map((one) => ({ thing, one })));
  if (told.length === 0) return null;
  return (
    <Card>
      <CardHeader
        title={t("account.title")}
        action={sessions < fewSessions ? <StateBadge tone="info">{t("account.few")}</StateBadge> : undefined}
      />
      <CardBody className="grid gap-4">
        <ul aria-label={t("account.title")} className="grid gap-4">
          {told.map(({ thing, one }) => (
            <Told key={one.id} thing={thing} one={one} />
          ))}
        </ul>
        <p className="max-w-prose text-sm text-muted">{t(sessions < fewSessions ? "account.ruleFew" : "account.rule")}</p>
      </CardBody>
    </Card>
  );
}

function Told({ thing, one }: { thing: ObservedThing; one: Observation }) {
  const { t } = useTranslation("patterns");
  const locale = useLocale();
  const sentence = useAccountWords();
  const trend = useTrendWords();
  const Icon = icons[thing];
  const share = (name: string) => formatPercent(Number(one.facts[name] ?? 0) / 1_000, locale, 0);
  const figures = [
    [t("figures.seenLabel"), t("figures.seen", { support: formatNumber(one.support, locale), outOf: formatNumber(one.outOf, locale) })],
    [t("account.shareLabel"), formatPercent(one.effectPerMille / 1_000, locale, 0)],
    [t("account.rangeLabel"), t("account.range", { low: share("lowPerMille"), high: share("highPerMille") })],
    [t("figures.trendLabel"), trend(one)],
  ] as const;
  return (
    <li className="flex gap-3">
      <Icon aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
      <div className="grid min-w-0 grow gap-1.5">
        <p className="max-w-prose text-base leading-6 wrap-anywhere">{sentence(thing, one)}</p>
        <Figures figures={figures} />
        <details>
          <summary className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2">
            {t("account.where")}
          </summary>
          <div className="mt-2 grid gap-2 rounded border border-line bg-sunken/50 px-4 py-3">
            <Evidence evidence={one.evidence} />
          </div>
        </details>
      </div>
    </li>
  );
}
