import { Download } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { StateBadge } from "#app/components/ui/badge.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ExportJob } from "#app/domain/exports/export-job.server.ts";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";

/** Files that are being made or wait to be fetched. The room tells the page when one moves on. */
export function ExportsCard({ jobs }: { jobs: readonly ExportJob[] }) {
  const { t } = useTranslation("settings");
  return (
    <Card>
      <CardHeader title={t("audit.exports.title")} />
      <ul>
        {jobs.map((job) => (
          <li key={job.id} className="border-b border-line px-5 py-3 last:border-b-0">
            {job.state === "waiting" || job.state === "running" ? <Running job={job} /> : <Ended job={job} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Running({ job }: { job: ExportJob }) {
  const { t } = useTranslation("settings");
  const fetcher = useFetcher();
  return (
    <Progress
      label={t(`audit.exports.${job.state === "waiting" ? "waiting" : "running"}`)}
      {...(job.state === "waiting" ? {} : { done: job.rowsDone, total: Math.max(job.rowsTotal, job.rowsDone + 1) })}
      action={
        <fetcher.Form method="post" action="/settings/audit">
          <input type="hidden" name="intent" value="cancel-export" />
          <input type="hidden" name="id" value={job.id} />
          <Button type="submit" size="sm" variant="ghost" loading={fetcher.state !== "idle"}>
            {t("audit.exports.cancel")}
          </Button>
        </fetcher.Form>
      }
    />
  );
}

function Ended({ job }: { job: ExportJob }) {
  const { t } = useTranslation("settings");
  const locale = useLocale();
  const { timeZone } = usePageClock();
  const when = formatDateTime(job.createdAt, { locale, timeZone });
  const size = formatNumber((job.sizeBytes ?? 0) / 1000, locale, { style: "unit", unit: "kilobyte", maximumFractionDigits: 1 });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <p className="font-semibold">
          <DateTime ms={job.createdAt} />
        </p>
        {job.state === "ready" ? (
          <p className="text-faint">
            {t("audit.exports.ready", { count: job.rowsTotal, shown: formatNumber(job.rowsTotal, locale), size })}
          </p>
        ) : null}
      </div>
      {job.state === "ready" ? (
        <LinkButton
          to={`/api/v1/exports/${job.id}`}
          reloadDocument
          size="sm"
          icon={<Download aria-hidden />}
          aria-label={t("audit.exports.downloadLabel", { when })}
        >
          {t("audit.exports.download")}
        </LinkButton>
      ) : null}
      {job.state === "failed" ? <StateBadge tone="wrong">{t("audit.exports.failed")}</StateBadge> : null}
      {job.state === "cancelled" ? <StateBadge tone="info">{t("audit.exports.cancelled")}</StateBadge> : null}
    </div>
  );
}
