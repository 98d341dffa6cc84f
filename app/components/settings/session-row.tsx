import { CircleHelp, Laptop, Smartphone, Tablet, Terminal } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { OwnSession } from "#app/domain/accounts/list-sessions.server.ts";
import { deviceWords } from "./device-words.ts";
import { InlineFact } from "./inline-fact.tsx";
import { useDeviceName } from "./use-device-name.ts";

const icons = { phone: Smartphone, tablet: Tablet, computer: Laptop, script: Terminal, unknown: CircleHelp };

type SessionRowProps = { session: OwnSession; isEnding: boolean; end: () => void };

export function SessionRow({ session, isEnding, end }: SessionRowProps) {
  const { t } = useTranslation("settings");
  const device = useDeviceName()(session.userAgent);
  const address = session.ipAddress || t("sessions.unknownAddress");
  const Icon = icons[deviceWords(session.userAgent).kind];
  if (isEnding) return null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-5 py-4 last:border-b-0">
      <Icon aria-hidden className="size-5 shrink-0 text-faint" />
      <div className="min-w-0 grow basis-56">
        <p className="flex flex-wrap items-center gap-2 font-semibold" title={session.userAgent}>
          {device}
          {session.isCurrent ? <Badge>{t("sessions.current")}</Badge> : null}
        </p>
        <dl className="flex flex-wrap gap-x-4 text-muted">
          <InlineFact label={t("sessions.address")}>
            <span className="font-mono text-xs">{address}</span>
          </InlineFact>
          <InlineFact label={t("sessions.started")}>
            <RelativeTime ms={session.createdAt} />
          </InlineFact>
          <InlineFact label={t("sessions.seen")}>
            <RelativeTime ms={session.lastSeenAt} />
          </InlineFact>
        </dl>
      </div>
      {session.isCurrent ? null : (
        <ConfirmDialog
          trigger={
            <Button size="sm" className="max-sm:ml-9" aria-label={t("sessions.endLabel", { device })}>
              {t("sessions.end")}
            </Button>
          }
          title={t("sessions.endTitle")}
          description={t("sessions.endText", { device, address })}
          confirmLabel={t("sessions.end")}
          destructive
          onConfirm={end}
        />
      )}
    </li>
  );
}
