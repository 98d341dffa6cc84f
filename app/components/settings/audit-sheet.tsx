import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Sheet } from "#app/components/ui/sheet.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { AuditRow } from "#app/domain/audit/list-audit.server.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { AuditDiff } from "./audit-diff.tsx";
import { useAuditWords } from "./use-audit-words.ts";
import { useDeviceName } from "./use-device-name.ts";

type AuditSheetProps = { row: AuditRow | undefined; close: () => void; onlyBy: (actorId: string) => string };

/** One entry beside the list: who, when, from where, and what was before and after. */
export function AuditSheet({ row, close, onlyBy }: AuditSheetProps) {
  const { t } = useTranslation("settings");
  const { actionName } = useAuditWords();
  return (
    <Sheet
      open={row !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={row ? actionName(row.action) : t("audit.entry")}
      description={row?.subjectLabel}
    >
      {row ? (
        <div className="grid gap-6">
          <Facts row={row} onlyBy={onlyBy} />
          <section className="grid gap-2" aria-label={t("audit.changes")}>
            <h3 className="label-caps">{t("audit.changes")}</h3>
            <AuditDiff before={row.before} after={row.after} />
          </section>
        </div>
      ) : null}
    </Sheet>
  );
}

function Facts({ row, onlyBy }: { row: AuditRow; onlyBy: (actorId: string) => string }) {
  const { t } = useTranslation("settings");
  const locale = useLocale();
  const { timeZone } = usePageClock();
  const { actorName } = useAuditWords();
  const deviceName = useDeviceName();
  const actor = actorName(row);
  return (
    <dl className="grid gap-4">
      <Fact label={t("audit.who")}>
        {actor}
        <br />
        <Link to={onlyBy(row.actorId)} preventScrollReset className="text-accent underline underline-offset-4">
          {t("audit.onlyThis", { name: actor })}
        </Link>
      </Fact>
      <Fact label={t("audit.when")}>
        {formatDateTime(row.at, { locale, timeZone, style: "full" })} <span className="text-faint">({timeZone.replaceAll("_", " ")})</span>
        <br />
        <RelativeTime ms={row.at} className="text-faint" />
      </Fact>
      {row.ipAddress ? (
        <Fact label={t("audit.where")}>
          <CodeTag value={row.ipAddress} copyable />
        </Fact>
      ) : null}
      {row.userAgent ? (
        <Fact label={t("audit.device")}>
          {deviceName(row.userAgent)}
          <p className="text-xs break-words text-faint">{row.userAgent}</p>
        </Fact>
      ) : null}
      {row.deviceId === null ? null : (
        <Fact label={t("audit.tablet")}>
          <CodeTag value={row.deviceId} copyable />
        </Fact>
      )}
      <Fact label={t("audit.request")}>
        <CodeTag value={row.requestId} copyable />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[7rem_1fr]">
      <dt className="text-faint">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
