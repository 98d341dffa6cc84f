import { Link } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useRhythmWords } from "#app/components/dashboards/use-rhythm-words.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { listSchedules } from "#app/domain/artifacts/list-schedules.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/mails.ts";

export const handle = { i18n: ["dashboards"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  const page = await orErrorPage(listSchedules(ctx, { cursor, limit: pageSize }));
  return { title: await pageTitle(args.context, "dashboards", "mail.title"), ...page };
}

export default function Mails({ loaderData: { data, nextCursor } }: Route.ComponentProps) {
  useChanges("answers");
  const { t } = useTranslation("dashboards");
  const say = useRhythmWords();
  return (
    <>
      <PageHeader title={t("mail.title")} state={t("mail.lead")} />
      <Card>
        {data.length === 0 ? (
          <EmptyState title={t("mail.empty")} action={<LinkButton to="/dashboards">{t("board.title")}</LinkButton>}>
            {t("mail.emptyText")}
          </EmptyState>
        ) : (
          <ul aria-label={t("mail.list")}>
            {data.map(({ id, subject, rhythm, state, nextAt, recipients }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-5 py-4 last:border-b-0">
                <Link
                  to={`/mails/${id}`}
                  className="min-w-0 text-base font-semibold wrap-anywhere underline decoration-1 underline-offset-4"
                >
                  <bdi>{subject.title}</bdi>
                </Link>
                <span className="text-muted">{say(rhythm)}</span>
                {state === "paused" ? <Badge>{t("mail.paused")}</Badge> : null}
                <span className="ml-auto text-sm text-muted">
                  <bdi>{recipients.map(({ name }) => name).join(", ")}</bdi>
                  {nextAt === null ? null : (
                    <>
                      {" · "}
                      <DateTime ms={nextAt} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        <ListFooter nextCursor={nextCursor} />
      </Card>
    </>
  );
}
