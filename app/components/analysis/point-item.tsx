import type { ReactNode } from "react";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import type { AnalysisPoint, PointEvidence } from "#app/domain/listing-analysis/result.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useAnalysisWords } from "./use-analysis-words.ts";

const tones: Record<AnalysisPoint["severity"], StateTone> = { wrong: "wrong", watch: "watch", hint: "info" };

type PointItemProps = { point: AnalysisPoint; currency: string; isNew?: boolean; children?: ReactNode };

/** One point: what was found, what helps, what it rests on, and (children) what can be done at once. */
export function PointItem({ point, currency, isNew = false, children }: PointItemProps) {
  const { t } = useTranslation("analysis");
  const { says, help } = useAnalysisWords(currency);
  const helps = help(point);
  return (
    <li className="grid gap-1.5 border-b border-line px-5 py-4 last:border-b-0">
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge tone={tones[point.severity]}>{t(`severities.${point.severity}`)}</StateBadge>
        <Badge>{t(`areas.${point.area}`)}</Badge>
        {point.source === "model" ? <Badge>{t("fromModel")}</Badge> : null}
        {isNew ? <Badge>{t("newPoint")}</Badge> : null}
      </p>
      <p className="max-w-prose font-semibold break-words">{says(point)}</p>
      {helps === undefined ? null : <p className="max-w-prose text-muted">{helps}</p>}
      {point.evidence.length === 0 ? null : <Evidence evidence={point.evidence} currency={currency} label={says(point)} />}
      {children}
    </li>
  );
}

function Evidence({ evidence, currency, label }: { evidence: readonly PointEvidence[]; currency: string; label: string }) {
  const { t } = useTranslation("analysis");
  const { refName, quote } = useAnalysisWords(currency);
  return (
    <details>
      <summary
        aria-label={`${t("evidence")}: ${label}`}
        className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2"
      >
        {t("evidence")}
      </summary>
      <ul className="mt-2 grid gap-2 rounded border border-line bg-sunken/50 px-4 py-3">
        {evidence.map((one) => {
          const name = refName(one);
          return (
            <li key={`${one.kind} ${one.ref} ${one.quote}`} className="min-w-0">
              <span className="text-sm text-muted">
                {t(`evidenceKinds.${one.kind}`)}
                {name === undefined ? null : ` · ${name}`}
              </span>
              <q className="block break-words">{quote(one)}</q>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
