import { StateBadge } from "#app/components/ui/badge.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import type { BudgetStatus } from "#app/domain/ai/ports.ts";
import type { ProviderRow } from "#app/domain/ai/provider-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const tones = { closed: "ok", open: "wrong", "half-open": "watch", off: "info" } as const satisfies Record<string, StateTone>;
type ProviderHealthProps = { providers: readonly ProviderRow[]; budget: BudgetStatus; mayWrite: boolean };

/** Whether each provider is asked at this moment. */
export function ProviderHealth({ providers, budget, mayWrite }: ProviderHealthProps) {
  const { t } = useTranslation("models");
  const stateOf = ({ id, isEnabled }: ProviderRow) =>
    isEnabled ? (budget.circuits.find(({ providerId }) => providerId === id)?.state ?? "closed") : "off";
  return (
    <Card>
      <CardHeader title={t("health.title")} description={t("health.text")} />
      <CardBody>
        {providers.length === 0 ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-muted">{t("health.none")}</p>
            {mayWrite ? <LinkButton to="/settings/ai">{t("health.add")}</LinkButton> : null}
          </div>
        ) : (
          <ul className="flex flex-wrap gap-x-8 gap-y-3">
            {providers.map((provider) => (
              <li key={provider.id} className="flex items-center gap-2">
                <span className="font-medium">{provider.name}</span>
                <StateBadge tone={tones[stateOf(provider)]}>{t(`health.states.${stateOf(provider)}`)}</StateBadge>
              </li>
            ))}
          </ul>
        )}
        {budget.callsUnderWay === 0 ? null : (
          <p className="mt-3 text-sm text-muted">{t("health.underWay", { count: budget.callsUnderWay })}</p>
        )}
      </CardBody>
    </Card>
  );
}
