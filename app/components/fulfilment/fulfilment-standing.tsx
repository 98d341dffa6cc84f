import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { fulfilmentProblems, fulfilmentStates } from "#app/domain/warehouse/fulfil/states.ts";
import type { FulfilmentRow } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const tellings = ["due", "told", "refused"] as const;

/** Where an order is, how much of it is picked, and what keeps it. */
export function FulfilmentStanding({ row }: { row: FulfilmentRow }) {
  const { t } = useTranslation("fulfilment");
  const locale = useLocale();
  const state = fulfilmentStates.find((one) => one === row.state);
  const problem = problemOf(row.problem);
  const telling = tellings.find((one) => one === row.telling);
  return (
    <span className="flex flex-wrap items-center gap-2">
      {problem === undefined ? null : <StateBadge tone="wrong">{t(`problems.${problem}`)}</StateBadge>}
      {state === undefined ? null : <Badge>{t(`states.${state}`)}</Badge>}
      {row.state === "picking" ? (
        <span className="text-sm text-muted">
          {t("progress", { count: row.units, picked: formatNumber(row.picked, locale), units: formatNumber(row.units, locale) })}
        </span>
      ) : null}
      {telling === undefined ? null : (
        <span className={telling === "refused" ? "text-sm text-wrong" : "text-sm text-muted"}>{t(`tellings.${telling}`)}</span>
      )}
    </span>
  );
}

export function problemOf(problem: string | null) {
  return fulfilmentProblems.find((one) => one === problem);
}
