import { Network } from "lucide-react";
import { Link, useSearchParams } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { StopTask, TaskFacts } from "#app/components/delegations/task-facts.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { taskStates } from "#app/domain/delegations/kinds.ts";
import { listDelegations } from "#app/domain/delegations/list-delegations.server.ts";
import type { Delegation } from "#app/domain/delegations/task-row.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/delegations.ts";

export const handle = { i18n: ["delegations"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 25;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "agents:read");
  const query = new URL(args.request.url).searchParams;
  const state = taskStates.find((one) => one === query.get("state"));
  const page = await orErrorPage(listDelegations(ctx, { state, limit: pageSize, cursor: query.get("cursor") ?? undefined }));
  return { title: await pageTitle(args.context, "delegations", "title"), page, state: state ?? null };
}

export default function Delegations({ loaderData: { page, state } }: Route.ComponentProps) {
  useChanges("delegations");
  const { t } = useTranslation("delegations");
  const [query] = useSearchParams();
  const isFirstPage = !query.has("cursor");
  const count = page.data.length;
  const counted = page.nextCursor === null && isFirstPage ? t("state", { count }) : t("stateMore", { count });
  return (
    <>
      <PageHeader title={t("title")} state={state !== null || count === 0 ? t("stateNone") : counted} />
      <LinkTabs
        label={t("filter")}
        tabs={[
          { to: "/delegations", label: t("all"), current: state === null },
          ...taskStates.map((one) => ({ to: `/delegations?state=${one}`, label: t(`states.${one}`), current: one === state })),
        ]}
      />
      <Card>
        {count === 0 ? (
          <Empty isFiltered={state !== null} />
        ) : (
          <ul aria-label={t("list")}>
            {page.data.map((task) => (
              <Item key={task.id} task={task} />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
    </>
  );
}

function Item({ task }: { task: Delegation }) {
  const { t } = useTranslation("delegations");
  const { actions } = useConsole();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="grid min-w-0 flex-1 basis-64 gap-1.5">
        <h2 className="text-base leading-6 font-semibold break-words">
          <Link to={`/delegations/${task.id}`} className="line-clamp-2 hover:underline">
            {task.question === "" ? t("noWords") : task.question}
          </Link>
        </h2>
        <TaskFacts task={task} />
        {task.answer === "" ? null : <p className="line-clamp-2 break-words">{task.answer}</p>}
      </div>
      {actions.includes("agents:write") ? <StopTask task={task} /> : null}
    </li>
  );
}

function Empty({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation("delegations");
  const { actions } = useConsole();
  const picture = <Network aria-hidden className="mx-auto size-10" />;
  if (isFiltered) {
    return (
      <EmptyState title={t("empty.filteredTitle")} picture={picture} action={<LinkButton to="/delegations">{t("empty.clear")}</LinkButton>}>
        {t("empty.filteredText")}
      </EmptyState>
    );
  }
  const action = actions.includes("keys:write") ? { action: <LinkButton to="/settings/api-keys">{t("empty.action")}</LinkButton> } : {};
  return (
    <EmptyState title={t("empty.title")} picture={picture} {...action}>
      {t("empty.text")}
    </EmptyState>
  );
}
