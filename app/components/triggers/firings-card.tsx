import type { ReactNode } from "react";
import { Link } from "react-router";
import { useKnownText } from "#app/components/agents/use-known-text.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { Field } from "#app/domain/conditions.ts";
import type { ActionResult, Firing } from "#app/domain/triggers/firing-row.ts";
import type { DeliveryRow, FiringRow } from "#app/domain/triggers/list-firings.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { CheckList } from "./check-list.tsx";
import { useConditionWords } from "./use-condition-words.ts";
import { hostOf } from "./use-trigger-phrases.ts";

const tones: Record<Firing["state"], StateTone> = { waiting: "info", done: "ok", failed: "wrong", stopped: "watch" };

type FiringsCardProps = { firings: readonly FiringRow[]; fields: readonly Field[]; footer: ReactNode };

/** Each time it fired: for what, why, and what came of it. */
export function FiringsCard({ firings, fields, footer }: FiringsCardProps) {
  const { t } = useTranslation("triggers");
  return (
    <Card>
      <CardHeader title={t("firings.title")} />
      {firings.length === 0 ? (
        <CardBody>
          <p className="text-muted">{t("firings.none")}</p>
        </CardBody>
      ) : (
        <ul aria-label={t("firings.list")}>
          {firings.map((firing) => (
            <FiringItem key={firing.id} firing={firing} fields={fields} />
          ))}
        </ul>
      )}
      {footer}
    </Card>
  );
}

function FiringItem({ firing, fields }: { firing: FiringRow; fields: readonly Field[] }) {
  const { t } = useTranslation("triggers");
  const { fieldOf, valueOf } = useConditionWords();
  const { state, stopped, subject, createdAt, facts, evidence, chain, results, deliveries } = firing;
  const isHidden = subject.type === "";
  return (
    <li className="grid gap-2 border-b border-line px-5 py-3.5 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadge tone={tones[state]}>{t(`firings.states.${state}`)}</StateBadge>
        <strong className="min-w-0 font-semibold break-words">{isHidden ? t("firings.hidden") : subject.label}</strong>
        <RelativeTime ms={createdAt} className="text-sm text-muted" />
        {chain.length > 1 ? <span className="text-sm text-muted">{t("firings.chain")}</span> : null}
      </p>
      {stopped === null ? null : <p className="max-w-prose">{t(`firings.stopped.${stopped}`)}</p>}
      {results.length === 0 ? null : (
        <ul className="grid gap-1">
          {results.map((result) => (
            <li key={`${result.action} ${result.at} ${result.id ?? ""}`}>
              <ResultLine result={result} />
            </li>
          ))}
        </ul>
      )}
      {isHidden ? null : (
        <details>
          <summary className="w-fit cursor-pointer rounded-sm text-accent underline decoration-1 underline-offset-4 pointer-coarse:py-2">
            {t("firings.evidence")}
          </summary>
          <div className="mt-2 grid gap-3 rounded border border-line bg-sunken/50 px-4 py-3">
            <CheckList checks={evidence} fields={fields} />
            <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
              {Object.entries(facts).map(([name, value]) => (
                <div key={name} className="flex min-w-0 items-baseline gap-2">
                  <dt className="text-muted">{fieldOf(name)}</dt>
                  <dd className="min-w-0 font-semibold break-words">{valueOf(name, value, fields)}</dd>
                </div>
              ))}
            </dl>
          </div>
        </details>
      )}
      {deliveries.length === 0 ? null : <Deliveries deliveries={deliveries} />}
    </li>
  );
}

function ResultLine({ result: { action, outcome, detail, id } }: { result: ActionResult }) {
  const { t } = useTranslation("triggers");
  const known = useKnownText();
  const says = action === "notify" ? t("firings.results.notify", { count: Number(detail) || 0 }) : t(`firings.results.${action}`);
  const why = known("triggers", `firings.details.${detail}`) ?? known("errors", `reasons.${detail}`);
  const to = id === null ? undefined : action === "run-agent" ? `/agents/runs/${id}` : "/proposals?state=all";
  return (
    <span className="flex flex-wrap gap-x-2">
      {outcome === "failed" ? <strong className="font-semibold text-wrong">{t("firings.results.failed", { action: says })}</strong> : says}
      {why === undefined ? null : <span className="text-muted">{why}</span>}
      {to === undefined ? null : (
        <Link to={to} className="text-accent underline decoration-1 underline-offset-4">
          {t(action === "run-agent" ? "firings.toRun" : "firings.toProposals")}
        </Link>
      )}
    </span>
  );
}

function Deliveries({ deliveries }: { deliveries: readonly DeliveryRow[] }) {
  const { t } = useTranslation("triggers");
  return (
    <div className="text-sm">
      <p className="label-caps">{t("firings.calls")}</p>
      <ul>
        {deliveries.map(({ id, at, url, status, durationMs: ms, failure }) => (
          <li key={id} className="flex flex-wrap gap-x-3 break-all">
            <RelativeTime ms={at} className="text-muted" />
            {status === null
              ? t("firings.noCall", { host: hostOf(url), failure: failure ?? "", ms })
              : t("firings.call", { host: hostOf(url), status, ms })}
          </li>
        ))}
      </ul>
    </div>
  );
}
