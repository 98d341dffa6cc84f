import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Realised } from "#app/domain/agents/effects/realised.ts";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { useFactWords } from "./use-fact-words.ts";

/** What a person changed before letting it through. */
export function ProposalEdit({ proposal: { edit } }: { proposal: ProposalRow }) {
  const { t } = useTranslation("automation");
  const { named } = useFactWords();
  if (edit === null) return null;
  const changes = edit.changes.map(({ field, before, after }) => t("proposals.edited.change", { field: named(field), before, after }));
  return (
    <p className="max-w-prose text-sm">
      <strong className="font-semibold">{t("proposals.edited.by", { name: edit.by })}</strong> {changes.join("; ")}.{" "}
      <span className="text-muted">{t("proposals.edited.hint")}</span>
    </p>
  );
}

/** What came of what was expected, a week or two after. */
export function ProposalRealised({ proposal: { realised, effect } }: { proposal: ProposalRow }) {
  const { t } = useTranslation("automation");
  if (realised === null) return null;
  return (
    <div className="grid gap-1 text-sm">
      <p className="text-muted">{t("proposals.realised.after", { count: realised.days })}</p>
      <ul className="grid gap-1">
        {realised.figures.map((figure) => (
          <RealisedFigure
            key={figure.figure}
            figure={figure}
            currency={typeof effect["currency"] === "string" ? effect["currency"] : null}
          />
        ))}
      </ul>
    </div>
  );
}

type FigureProps = { figure: Realised; currency: string | null };

function RealisedFigure({ figure: { figure, before, after, predicted, isMet }, currency }: FigureProps) {
  const { t } = useTranslation("automation");
  const { named } = useFactWords();
  const locale = useLocale();
  const money = figure.endsWith("CentsPerDay") ? currency : null;
  const name = named(money === null ? figure : figure.replace("Cents", ""));
  const shown = (value: number | null) => {
    if (value === null) return t("proposals.realised.unknown");
    return money === null ? formatNumber(value, locale, { maximumFractionDigits: 1 }) : formatMoney(value, money, locale);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{t("proposals.realised.change", { figure: name, before: shown(before), after: shown(after) })}</span>
      {predicted === null ? null : <span className="text-muted">{t("proposals.realised.predicted", { value: shown(predicted) })}</span>}
      {isMet === null ? null : (
        <StateBadge tone={isMet ? "ok" : "watch"}>{t(isMet ? "proposals.realised.met" : "proposals.realised.missed")}</StateBadge>
      )}
    </li>
  );
}
