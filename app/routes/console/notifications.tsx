import { Bell, CheckCheck } from "lucide-react";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type FetcherWithComponents, useFetcher } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { NotificationRow } from "#app/components/settings/notification-row.tsx";
import { useMarkRead } from "#app/components/settings/use-mark-read.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { listNotifications } from "#app/domain/notifications/list-notifications.server.ts";
import { markNotifications } from "#app/domain/notifications/mark-read.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/notifications.ts";

export const handle = { i18n: ["notifications", "settings"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 30;
/** As many as one undo can bring back. */
const undoable = 90;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "notifications:read");
  const query = new URL(args.request.url).searchParams;
  const unread = query.get("unread") === "1" ? "1" : undefined;
  const page = await orErrorPage(listNotifications(ctx, { limit: pageSize, cursor: query.get("cursor") ?? undefined, unread }));
  return { title: await pageTitle(args.context, "notifications", "title"), page, isUnreadOnly: unread === "1" };
}

/** `ids` names some; without it all unread ones are meant. The answer says which changed, so that it can be undone. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "notifications:write");
  const form = await args.request.formData().catch(() => new FormData());
  const isRead = form.get("isRead") !== "0";
  const named = form.getAll("ids").filter((id) => typeof id === "string");
  return tryVerb(args.context, async () => {
    const ids = named.length > 0 ? named : (await listNotifications(ctx, { unread: "1", limit: undoable })).data.map(({ id }) => id);
    await markNotifications(ctx, named.length > 0 || !isRead ? { ids, isRead } : { isRead });
    return { ok: true as const, ids, isRead };
  });
}

export default function Notifications({ loaderData: { page, isUnreadOnly } }: Route.ComponentProps) {
  const { t } = useTranslation("notifications");
  const { unread } = useConsole();
  // Held by the page: what was marked may leave the list before the answer comes.
  const marking = useFetcher<typeof action>();
  useMarkRead(marking, (ids, isRead) => (isRead ? t("markedRead", { count: ids.length }) : t("markedUnread")));
  const tabs = [
    { to: "/notifications", label: t("tabs.all"), current: !isUnreadOnly },
    { to: "/notifications?unread=1", label: t("tabs.unread"), current: isUnreadOnly, ...(unread > 0 ? { count: unread } : {}) },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        state={unread === 0 ? t("stateNone") : t("state", { count: unread })}
        actions={unread > 0 ? <MarkAll marking={marking} /> : null}
      />
      <LinkTabs label={t("tabs.label")} tabs={tabs} />
      <Card>
        {page.data.length === 0 ? (
          <Nothing isUnreadOnly={isUnreadOnly} />
        ) : (
          <ul aria-label={t("list")}>
            {page.data.map((notification) => (
              <NotificationRow key={notification.id} notification={notification} marking={marking} />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
    </>
  );
}

function MarkAll({ marking }: { marking: FetcherWithComponents<unknown> }) {
  const { t } = useTranslation("notifications");
  return (
    <marking.Form method="post" action="/notifications">
      <input type="hidden" name="isRead" value="1" />
      <Button type="submit" loading={marking.state !== "idle"} icon={<CheckCheck aria-hidden />}>
        {t("markAll")}
      </Button>
    </marking.Form>
  );
}

function Nothing({ isUnreadOnly }: { isUnreadOnly: boolean }) {
  const { t } = useTranslation("notifications");
  const bell = <Bell aria-hidden className="mx-auto size-10" />;
  if (isUnreadOnly) {
    return (
      <EmptyState title={t("unreadEmptyTitle")} picture={bell} action={<LinkButton to="/notifications">{t("showAll")}</LinkButton>}>
        {t("unreadEmptyText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("emptyTitle")} picture={bell}>
      {t("emptyText")}
    </EmptyState>
  );
}
