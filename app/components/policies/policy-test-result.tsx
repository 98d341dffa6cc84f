import { CheckList } from "#app/components/triggers/check-list.tsx";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import type { Field } from "#app/domain/conditions.ts";
import type { PolicyTest } from "#app/domain/agents/policies/test-policy.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What it would have let through so far, and what people thought of those. */
export function PolicyTestResult({
  test: { looked, passes, rejected, proposals },
  fields,
}: {
  test: PolicyTest;
  fields: readonly Field[];
}) {
  const { t } = useTranslation(["triggers", "automation"]);
  if (looked === 0) return <p className="font-semibold">{t("policies.nonePast")}</p>;
  return (
    <div className="grid gap-2" aria-live="polite">
      <p className="font-semibold">
        {t("policies.result", { passes, looked })}{" "}
        {rejected === 0 ? t("policies.noneRejected") : t("policies.rejected", { count: rejected })}
      </p>
      <ul aria-label={t("policies.tried")} className="rounded border border-line">
        {proposals.map((one) => (
          <li key={one.id} className="grid gap-1 border-b border-line px-4 py-2.5 last:border-b-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <StateBadge tone={one.passes ? "ok" : "info"}>{t(one.passes ? "policies.passes" : "policies.asks")}</StateBadge>
              <span className="min-w-0 font-semibold break-words">{one.label}</span>
              <DateTime ms={one.at} className="text-sm text-muted" />
              <span className="text-sm text-muted">{t(`proposals.states.${one.state}`, { ns: "automation" })}</span>
            </p>
            <CheckList checks={one.checks} fields={fields} />
          </li>
        ))}
      </ul>
    </div>
  );
}
