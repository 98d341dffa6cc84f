import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { DateTime, RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ChannelSummary } from "#app/domain/channels/list-channels.server.ts";
import { formatDuration, formatNumber } from "#app/i18n/format.ts";

/** Of a week's runs this share may fail before a connection counts as unreliable. */
const toleratedShare = 0.05;

/** Everything that tells whether a connection can be relied on. */
export function HealthCard({ channel }: { channel: ChannelSummary }) {
  const { t } = useTranslation("channels");
  const locale = useLocale();
  const when = (ms: number | null) => (ms === null ? t("never") : <RelativeTime ms={ms} />);
  const { runs7d, noticesWaiting, lagMs } = channel;
  const allowed = Math.max(1, Math.floor(runs7d.ended * toleratedShare));
  return (
    <Card>
      <CardHeader title={t("health")} />
      <CardBody>
        <dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
          <Fact label={t("lastSync")}>{when(channel.lastSyncAt)}</Fact>
          <Fact label={t("nextSync")}>{channel.nextSyncAt === null ? "–" : <RelativeTime ms={channel.nextSyncAt} />}</Fact>
          <Fact label={t("budget")} hint={t("budgetHint", { ended: runs7d.ended, failed: runs7d.failed })}>
            {t("budgetValue", { left: Math.max(0, allowed - runs7d.failed), allowed })}
          </Fact>
          <Fact label={t("lastNotice")}>{when(channel.lastNoticeAt)}</Fact>
          <Fact label={t("notices")} hint={noticesWaiting === 0 ? null : t("noticesWaiting", { count: noticesWaiting })}>
            {formatNumber(channel.notices24h, locale)}
          </Fact>
          <Fact label={t("lag")} hint={t("lagHint")}>
            {lagMs === null ? "–" : formatDuration(lagMs, locale)}
          </Fact>
          <Fact label={t("connectedSince")}>
            <DateTime ms={channel.createdAt} show="date" />
          </Fact>
          <Fact label={t("tokenLife")} hint={channel.accessExpiresAt === null ? null : t("tokenHint")}>
            {channel.accessExpiresAt === null ? "–" : <DateTime ms={channel.accessExpiresAt} />}
          </Fact>
          <Fact label={t("renewed")}>{when(channel.tokensRenewedAt)}</Fact>
          {channel.grantEndsAt === null ? null : (
            <Fact label={t("grantEnds")}>
              <DateTime ms={channel.grantEndsAt} show="date" />
            </Fact>
          )}
          <Fact label={t("account")}>
            <CodeTag value={channel.accountRef} copyable />
          </Fact>
        </dl>
      </CardBody>
    </Card>
  );
}

function Fact({ label, hint = null, children }: { label: string; hint?: string | null; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted">{label}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
      {hint === null ? null : <dd className="text-xs text-muted">{hint}</dd>}
    </div>
  );
}
