import { Card, CardBody } from "#app/components/ui/card.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { RunRow } from "#app/domain/agents/run-row.ts";
import { formatDuration, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AgentFact } from "./agent-fact.tsx";
import { useTriggerWords } from "./use-trigger-words.ts";

/** Why an agent looked, when, and how long it took. */
export function RunFacts({ run }: { run: RunRow }) {
  const { t } = useTranslation("automation");
  const locale = useLocale();
  const why = useTriggerWords();
  const { startedAt, endedAt, attempts } = run;
  return (
    <Card>
      <CardBody>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-4 text-sm lg:grid-cols-4">
          <AgentFact label={t("run.why")}>{why(run)}</AgentFact>
          <AgentFact label={t("run.began")}>
            <DateTime ms={startedAt ?? run.createdAt} />
          </AgentFact>
          <AgentFact label={t("run.took")}>
            {startedAt === null || endedAt === null ? "–" : formatDuration(endedAt - startedAt, locale)}
          </AgentFact>
          <AgentFact label={t("run.attempts")}>{formatNumber(attempts, locale)}</AgentFact>
        </dl>
      </CardBody>
    </Card>
  );
}
