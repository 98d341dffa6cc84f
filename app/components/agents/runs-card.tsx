import type { ReactNode } from "react";
import { Link } from "react-router";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { DateTime, RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { RunRow } from "#app/domain/agents/run-row.ts";
import { formatDuration, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DryBadge, RunStateBadge } from "./agent-states.tsx";
import { useTriggerWords } from "./use-trigger-words.ts";

/** The looks of an agent, the newest first, each the way to its log. */
export function RunsCard({ runs, footer }: { runs: readonly RunRow[]; footer: ReactNode }) {
  const { t } = useTranslation("automation");
  const locale = useLocale();
  const why = useTriggerWords();
  return (
    <Card>
      <CardHeader title={t("runs.title")} />
      {runs.length === 0 ? (
        <CardBody className="text-muted">{t("runs.none")}</CardBody>
      ) : (
        <Table label={t("runs.title")}>
          <thead>
            <tr>
              <Th>{t("runs.when")}</Th>
              <Th>{t("runs.why")}</Th>
              <Th>{t("runs.outcome")}</Th>
              <Th align="end">{t("runs.conclusions")}</Th>
              <Th align="end">{t("runs.proposals")}</Th>
              <Th align="end">{t("runs.took")}</Th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <Tr key={run.id}>
                <Td className="whitespace-nowrap">
                  <Link to={`/agents/runs/${run.id}`} className="underline decoration-1 underline-offset-4">
                    <DateTime ms={run.createdAt} />
                  </Link>
                  <RelativeTime ms={run.createdAt} className="block text-sm text-muted" />
                </Td>
                <Td className="min-w-40">{why(run)}</Td>
                <Td>
                  <span className="flex flex-wrap gap-1.5">
                    <RunStateBadge state={run.state} />
                    {run.mode === "dry" ? <DryBadge /> : null}
                  </span>
                </Td>
                <Td align="end" className="tabular-nums">
                  {formatNumber(run.decisions, locale)}
                </Td>
                <Td align="end" className="tabular-nums">
                  {formatNumber(run.proposals, locale)}
                </Td>
                <Td align="end" className="tabular-nums">
                  {run.startedAt === null || run.endedAt === null ? "–" : formatDuration(run.endedAt - run.startedAt, locale)}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
      {footer}
    </Card>
  );
}
