import { ChevronLeft, ChevronRight } from "lucide-react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { periods } from "#app/domain/patterns/kinds.ts";
import type { PatternPeriod } from "#app/domain/patterns/read-pattern-period.server.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { usePeriodWords } from "./use-pattern-words.ts";

/** Which period is shown, those beside it, and when it was counted. */
export function PeriodBar({ period }: { period: PatternPeriod }) {
  const { t } = useTranslation("patterns");
  const say = usePeriodWords();
  const near = [
    { act: t("previous"), day: period.previousDay, Icon: ChevronLeft },
    { act: t("next"), day: period.nextDay, Icon: ChevronRight },
  ];
  const locale = useLocale();
  const { timeZone } = usePageClock();
  const at = (ms: number) => formatDateTime(ms, { locale, timeZone });
  const isPart = period.countedAt !== null && period.daysCounted < period.days;
  return (
    <div className="grid gap-3">
      <LinkTabs
        label={t("periods.label")}
        tabs={periods.map((one) => ({ to: `/patterns?period=${one}`, label: t(`periods.${one}`), current: one === period.period }))}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="flex flex-wrap gap-2">
          {near.map(({ act, day, Icon }) =>
            day === null ? null : (
              <LinkButton
                key={act}
                size="sm"
                to={`/patterns?period=${period.period}&start=${day}`}
                icon={<Icon aria-hidden />}
                aria-label={t("goTo", { act, when: say(period.period, day) })}
              >
                {act}
              </LinkButton>
            ),
          )}
        </p>
        <p className="text-sm text-muted">
          {[
            period.countedAt === null ? t("notCounted") : t("counted", { time: at(period.countedAt) }),
            isPart ? t("countedPart", { done: period.daysCounted, all: period.days }) : undefined,
            t("nextCount", { time: at(period.nextCountAt) }),
          ]
            .filter((part) => part !== undefined)
            .join(" ")}
        </p>
      </div>
    </div>
  );
}
