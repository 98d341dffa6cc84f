import { useTranslation } from "#app/i18n/use-translation.ts";
import { useActionData, useSearchParams } from "react-router";
import { ChannelCard } from "#app/components/channels/channel-card.tsx";
import { ConnectCard } from "#app/components/channels/connect-card.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { listChannels, listKeptChannels } from "#app/domain/channels/list-channels.server.ts";
import { isVendor, vendors } from "#app/domain/channels/ports.ts";
import { startConnection } from "#app/domain/channels/start-connection.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/channels.ts";

export const handle = { i18n: ["channels"] };
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "channels:read");
  const [connected, kept] = await orErrorPage(Promise.all([listChannels(ctx), listKeptChannels(ctx)]));
  return {
    title: await pageTitle(args.context, "channels", "title"),
    channels: connected.data,
    kept,
    vendors: vendors.map((vendor) => ({ vendor, sites: [...ctx.ports.channelDoor.adapter(vendor).sites] })),
  };
}

/** Begins a connection. The browser itself goes to the vendor's page: a form may not lead to another site. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "channels:write");
  const { vendor, site, channelId } = await formFields(args.request, "vendor", "site", "channelId");
  return tryVerb(args.context, async () => {
    if (!isVendor(vendor)) throw new AppError("invalid", "checkFields", { fields: { vendor: "fieldInvalid" } });
    const optional = { ...(site === "" ? {} : { site }), ...(channelId === "" ? {} : { channelId }) };
    return { ok: true as const, vendor, ...(await startConnection(ctx, { vendor, ...optional })) };
  });
}

export default function Channels({ loaderData: { channels, kept, vendors: connectable } }: Route.ComponentProps) {
  const { t } = useTranslation("channels");
  const { actions } = useConsole();
  const posted = useActionData<typeof action>();
  const [query] = useSearchParams();
  useChanges("channels");
  const mayWrite = actions.includes("channels:write");
  const waiting = channels.filter((channel) => channel.state === "attention").length;
  const count = channels.length === 0 ? t("stateNone") : t("state", { count: channels.length });
  return (
    <>
      <PageHeader title={t("title")} state={waiting === 0 ? count : `${count} ${t("attention", { count: waiting })}`} />
      {query.get("done") === "connected" ? <InlineAlert tone="ok" title={t("done.connected")} /> : null}
      {query.getAll("elsewhere").length === 0 ? null : (
        <InlineAlert tone="watch" title={t("choose.elsewhere", { names: query.getAll("elsewhere").join(", ") })} />
      )}
      {query.get("done") === "disconnected" ? <InlineAlert tone="ok" title={t("done.disconnected")} /> : null}
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      {channels.length === 0 ? (
        <Card>
          <EmptyState title={t("empty.title")} picture={<EmptyShelf />}>
            {t("empty.text")}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          {channels.map((channel) => (
            <ChannelCard key={channel.id} channel={channel} mayWrite={mayWrite} />
          ))}
        </div>
      )}
      {kept.length === 0 ? null : (
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold">{t("kept.title")}</h2>
          <p className="text-muted">{t("kept.text")}</p>
          <div className="grid items-start gap-4 xl:grid-cols-2">
            {kept.map((channel) => (
              <ChannelCard key={channel.id} channel={channel} mayWrite={mayWrite} />
            ))}
          </div>
        </section>
      )}
      {mayWrite ? <ConnectCard vendors={connectable} posted={posted} /> : null}
    </>
  );
}
