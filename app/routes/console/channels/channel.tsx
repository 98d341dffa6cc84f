import { useTranslation } from "#app/i18n/use-translation.ts";
import { redirect, useSearchParams } from "react-router";
import { ChannelActions, ResyncOneForm } from "#app/components/channels/channel-actions.tsx";
import { ChannelState } from "#app/components/channels/channel-state.tsx";
import { problemKey } from "#app/components/channels/channel-words.ts";
import { HealthCard } from "#app/components/channels/health-card.tsx";
import { NoticesCard } from "#app/components/channels/notices-card.tsx";
import { RunProgress } from "#app/components/channels/run-progress.tsx";
import { BothSidesCard, RunsCard } from "#app/components/channels/runs-card.tsx";
import { StockCard } from "#app/components/channels/stock-card.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { cancelSync } from "#app/domain/channels/cancel-sync.server.ts";
import { disconnectChannel } from "#app/domain/channels/disconnect-channel.server.ts";
import { pauseChannel } from "#app/domain/channels/pause-channel.server.ts";
import { type ChannelDetail, readChannel } from "#app/domain/channels/read-channel.server.ts";
import { readStockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import { requestSync } from "#app/domain/channels/request-sync.server.ts";
import { resyncOne } from "#app/domain/channels/resync-one.server.ts";
import { setStockSource } from "#app/domain/channels/set-stock-source.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/channel.ts";

export const handle = { i18n: ["channels", "catalog"] };
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "channels:read");
  const channel = await orErrorPage(readChannel(ctx, { id: args.params.id }));
  const cursor = new URL(args.request.url).searchParams.get("stockAfter") ?? undefined;
  const drift = channel.stockFromWarehouse ? await orErrorPage(readStockDrift(ctx, { id: channel.id, cursor })) : null;
  return { title: titled(channel.name), channel, drift };
}

type Fields = { run: string; data: string; about: string; ref: string };

/** All forms of the page, told apart by `intent`, which the answer repeats. */
const verbs: Record<string, (ctx: ServiceContext, id: string, fields: Fields) => Promise<unknown>> = {
  sync: (ctx, id) => requestSync(ctx, { id, extent: "full" }),
  recent: (ctx, id) => requestSync(ctx, { id, extent: "recent" }),
  paused: (ctx, id) => pauseChannel(ctx, { id, paused: true }),
  resumed: (ctx, id) => pauseChannel(ctx, { id, paused: false }),
  "stock-on": (ctx, id) => setStockSource(ctx, { id, fromWarehouse: true }),
  "stock-off": (ctx, id) => setStockSource(ctx, { id, fromWarehouse: false }),
  cancel: (ctx, _id, { run }) => cancelSync(ctx, { id: run }),
  resync: (ctx, id, { about, ref }) => resyncOne(ctx, { id, about: about === "listing" ? "listing" : "order", ref }),
  disconnected: (ctx, id, { data }) => disconnectChannel(ctx, { id, data: data === "erase" ? "erase" : "keep" }),
};
const answers: Record<string, string> = { recent: "sync", cancel: "cancelled" };

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "channels:write");
  const { intent, ...fields } = await formFields(args.request, "intent", "run", "data", "about", "ref");
  const answer = await tryVerb(args.context, async () => {
    const verb = Object.hasOwn(verbs, intent) ? verbs[intent] : undefined;
    if (verb === undefined) throw new AppError("invalid", "checkFields");
    await verb(ctx, args.params.id, fields);
    return { ok: true as const, intent: answers[intent] ?? intent };
  });
  if (intent === "disconnected" && "ok" in answer) throw redirect("/channels?done=disconnected");
  return answer;
}

export default function Channel({ loaderData: { channel, drift } }: Route.ComponentProps) {
  const { t } = useTranslation("channels");
  const { actions } = useConsole();
  const [query] = useSearchParams();
  useChanges("channels", "listings");
  const mayWrite = actions.includes("channels:write");
  const { latestRun, state } = channel;
  const isRunning = latestRun?.state === "running" || latestRun?.state === "waiting";
  const arrived = query.get("done");
  const welcome = arrived === "connected" && latestRun?.state === "done" ? "complete" : arrived;
  return (
    <>
      <PageHeader
        title={channel.name}
        state={
          <span className="flex flex-wrap items-center gap-2">
            {t(`vendors.${channel.vendor}`)} · {t(`sites.${channel.site as "MLB"}`)}{" "}
            <ChannelState state={state} erasingAt={channel.erasingAt} />
          </span>
        }
        actions={mayWrite ? <ChannelActions channel={channel} /> : null}
      />
      {welcome === "connected" || welcome === "complete" || welcome === "authorised" ? (
        <InlineAlert tone="ok" title={t(`done.${welcome}`)}>
          {welcome === "complete" ? <WhatArrived channel={channel} /> : null}
        </InlineAlert>
      ) : null}
      {channel.erasingAt === null ? null : (
        <InlineAlert tone="watch" title={t("erasing.title")}>
          {t("erasing.text")}
        </InlineAlert>
      )}
      {state === "attention" ? <InlineAlert tone="wrong" title={t(`problems.${problemKey(channel.problem)}`)} /> : null}
      {latestRun?.state === "failed" && state === "active" ? (
        <InlineAlert tone="watch" title={t("run.failedTitle")}>
          {t("run.failedText")}
        </InlineAlert>
      ) : null}
      {isRunning ? (
        <Card>
          <CardHeader title={t(`run.kinds.${latestRun.kind as "first"}`)} description={t("run.background")} />
          <CardBody>
            <RunProgress run={latestRun} channelId={channel.id} mayWrite={mayWrite} />
          </CardBody>
        </Card>
      ) : null}
      <HealthCard channel={channel} />
      {state === "disconnected" ? null : <StockCard isFollowing={channel.stockFromWarehouse} mayWrite={mayWrite} drift={drift} />}
      <BothSidesCard runs={channel.runs} />
      {mayWrite && state === "active" ? (
        <Card>
          <CardHeader title={t("one.title")} description={t("one.text")} />
          <CardBody>
            <ResyncOneForm />
          </CardBody>
        </Card>
      ) : null}
      <RunsCard runs={channel.runs} />
      <NoticesCard notices={channel.notices} />
    </>
  );
}

/** After the first reading: to what it brought. */
function WhatArrived({ channel }: { channel: ChannelDetail }) {
  const { t } = useTranslation("channels");
  const { locale } = useConsole();
  return (
    <span className="mt-2 flex flex-wrap gap-2">
      <LinkButton size="sm" to={`/listings?channel=${channel.id}`}>
        {t("arrived.listings", { count: channel.listings, shown: formatNumber(channel.listings, locale) })}
      </LinkButton>
      <LinkButton size="sm" to={`/orders?channel=${channel.id}`}>
        {t("arrived.orders", { count: channel.orders, shown: formatNumber(channel.orders, locale) })}
      </LinkButton>
      <LinkButton size="sm" to="/overview">
        {t("arrived.overview")}
      </LinkButton>
    </span>
  );
}
