import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ChannelSummary } from "#app/domain/channels/list-channels.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { ChannelState } from "./channel-state.tsx";
import { problemKey } from "./channel-words.ts";
import { RunProgress } from "./run-progress.tsx";
import { VendorMark, VendorName } from "./vendor-mark.tsx";

export function ChannelCard({ channel, mayWrite }: { channel: ChannelSummary; mayWrite: boolean }) {
  const { t } = useTranslation("channels");
  const locale = useLocale();
  const { id, name, vendor, site, state, problem, latestRun } = channel;
  const isRunning = latestRun?.state === "running" || latestRun?.state === "waiting";
  return (
    <Card>
      <CardBody className="grid gap-4">
        <div className="flex flex-wrap items-start gap-3">
          <VendorMark vendor={vendor} />
          <div className="min-w-0 grow">
            <h2 className="text-base font-semibold">
              <Link to={`/channels/${id}`} className="break-words">
                {name}
              </Link>
            </h2>
            <p className="text-sm text-muted">
              <VendorName vendor={vendor} /> · {t(`sites.${site as "MLB"}`)}
            </p>
          </div>
          <ChannelState state={state} erasingAt={channel.erasingAt} />
        </div>
        {state === "attention" ? <InlineAlert tone="wrong" title={t(`problems.${problemKey(problem)}`)} /> : null}
        <dl className="grid grid-cols-2 gap-x-4 gap-y-3 text-sm sm:grid-cols-4">
          <Fact label={t("listings")}>
            <Link to={`/listings?channel=${id}`}>{formatNumber(channel.listings, locale)}</Link>
          </Fact>
          <Fact label={t("orders")}>
            <Link to={`/orders?channel=${id}`}>{formatNumber(channel.orders, locale)}</Link>
          </Fact>
          <Fact label={t("lastSync")}>{channel.lastSyncAt === null ? t("never") : <RelativeTime ms={channel.lastSyncAt} />}</Fact>
          <Fact label={t("notices")}>{formatNumber(channel.notices24h, locale)}</Fact>
        </dl>
        {isRunning ? <RunProgress run={latestRun} channelId={id} mayWrite={mayWrite} /> : null}
      </CardBody>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col justify-between">
      <dt className="text-muted">{label}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
    </div>
  );
}
