import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FeedList } from "#app/components/console/feed-list.tsx";
import { useLiveFeed } from "#app/components/console/use-live-feed.ts";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { listActivity } from "#app/domain/audit/list-activity.server.ts";
import type { Feed } from "#app/domain/audit/feed-entry.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/activity.ts";

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "activity:read");
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  const page = await orErrorPage(listActivity(ctx, cursor === undefined ? {} : { cursor }));
  return { title: await pageTitle(args.context, "activity", "title"), page, isNewest: cursor === undefined };
}

export default function ActivityPage({ loaderData: { page, isNewest } }: Route.ComponentProps) {
  const { t } = useTranslation("activity");
  return (
    <>
      <PageHeader title={t("title")} state={t("state")} />
      <Card>
        <CardBody>
          {page.data.length === 0 && !isNewest ? (
            <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
          ) : isNewest ? (
            <NewestEntries loaded={page.data} />
          ) : (
            <FeedList entries={page.data} freshIds={nothingFresh} />
          )}
        </CardBody>
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
    </>
  );
}

const nothingFresh: ReadonlySet<string> = new Set();

/** Only the first page is live: further back nothing moves under the reader. */
function NewestEntries({ loaded }: { loaded: readonly Feed[] }) {
  const { t } = useTranslation("activity");
  const { entries, freshIds } = useLiveFeed(loaded);
  if (entries.length === 0) return <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>;
  return <FeedList entries={entries} freshIds={freshIds} />;
}
