import { useTranslation } from "#app/i18n/use-translation.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { RunSummary } from "#app/domain/channels/list-channels.server.ts";
import { formatDuration, formatNumber } from "#app/i18n/format.ts";
import { faultKey } from "./channel-words.ts";

const tones: Record<string, StateTone> = { done: "ok", failed: "wrong", cancelled: "info", waiting: "info", running: "info" };

export function RunsCard({ runs }: { runs: readonly RunSummary[] }) {
  const { t } = useTranslation("channels");
  const locale = useLocale();
  if (runs.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("run.history")} />
      <Table label={t("run.history")}>
        <thead>
          <tr>
            <Th>{t("run.what")}</Th>
            <Th>{t("run.when")}</Th>
            <Th>{t("run.outcome")}</Th>
            <Th align="end">{t("run.read")}</Th>
            <Th align="end">{t("run.duration")}</Th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Tr key={run.id}>
              <Td>{t(`run.kinds.${run.kind as "first"}`)}</Td>
              <Td>
                <RelativeTime ms={run.createdAt} className="whitespace-nowrap" />
              </Td>
              <Td>
                <StateBadge tone={tones[run.state] ?? "info"}>{t(`run.states.${run.state as "done"}`)}</StateBadge>
                <LastProblem run={run} />
              </Td>
              <Td align="end" className="tabular-nums">
                {formatNumber(
                  Object.values(run.counts).reduce((sum, count) => sum + count.done, 0),
                  locale,
                )}
              </Td>
              <Td align="end" className="tabular-nums">
                {run.startedAt === null || run.finishedAt === null ? "–" : formatDuration(run.finishedAt - run.startedAt, locale)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function LastProblem({ run }: { run: RunSummary }) {
  const { t } = useTranslation("channels");
  const last = run.problems.at(-1);
  if (last === undefined || run.state !== "failed") return null;
  return <span className="block text-sm text-muted">{t(`faults.${faultKey(last.fault)}`)}</span>;
}

/** What both sides count after the last whole run, and by how much they differ. */
export function BothSidesCard({ runs }: { runs: readonly RunSummary[] }) {
  const { t } = useTranslation("channels");
  const locale = useLocale();
  const counted = runs.find((run) => run.reconciliation !== null)?.reconciliation;
  if (!counted) return null;
  return (
    <Card>
      <CardHeader title={t("both.title")} description={t("both.text")} />
      <CardBody className="grid gap-x-10 gap-y-4 sm:grid-cols-3">
        {Object.entries(counted).map(([kind, { here, there }]) => (
          <dl key={kind} className="grid grid-cols-[1fr_auto] gap-x-4 text-sm">
            <dt className="col-span-2 font-semibold">{t(`run.counts.${kind as "orders"}`)}</dt>
            <dt className="text-muted">{t("both.here")}</dt>
            <dd className="text-right tabular-nums">{formatNumber(here, locale)}</dd>
            <dt className="text-muted">{t("both.there")}</dt>
            <dd className="text-right tabular-nums">{there === null ? t("both.unknown") : formatNumber(there, locale)}</dd>
            <dt className="text-muted">{t("both.difference")}</dt>
            <dd className="text-right font-semibold tabular-nums">
              {there === null ? "–" : here === there ? t("both.same") : formatNumber(here - there, locale, { signDisplay: "always" })}
            </dd>
          </dl>
        ))}
      </CardBody>
    </Card>
  );
}
