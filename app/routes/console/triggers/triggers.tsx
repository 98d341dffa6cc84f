import { Plus } from "lucide-react";
import { Link } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { TemplateList } from "#app/components/triggers/template-list.tsx";
import { TriggerSentence } from "#app/components/triggers/trigger-sentence.tsx";
import { TriggerStateBadge } from "#app/components/triggers/trigger-state.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { Field } from "#app/domain/conditions.ts";
import { fieldsOf } from "#app/domain/triggers/events.ts";
import { listTriggers, type TriggerSummary } from "#app/domain/triggers/list-triggers.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/triggers.ts";

export const handle = { i18n: ["triggers", "automation", "notifications", "advice", "settings"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "triggers:read");
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  const page = await orErrorPage(listTriggers(ctx, { cursor }));
  const rows = page.data.map((trigger) => ({ trigger, fields: fieldsOf[trigger.event] }));
  return {
    title: await pageTitle(args.context, "triggers", "title"),
    rows,
    nextCursor: page.nextCursor,
  };
}

export default function Triggers({ loaderData: { rows, nextCursor } }: Route.ComponentProps) {
  useChanges("triggers");
  const { t } = useTranslation("triggers");
  const mayWrite = useConsole().actions.includes("triggers:write");
  const on = rows.filter(({ trigger }) => trigger.state === "on").length;
  return (
    <>
      <PageHeader
        title={t("title")}
        state={on === 0 ? t("stateNone") : t("state", { count: on })}
        actions={
          mayWrite ? (
            <LinkButton to="/triggers/new" variant="primary" icon={<Plus aria-hidden />}>
              {t("new")}
            </LinkButton>
          ) : null
        }
      />
      <Card>
        {rows.length === 0 ? (
          <EmptyState title={t("empty")} action={mayWrite ? <TemplateList /> : null}>
            {t("emptyText")} {mayWrite ? t("emptyStart") : null}
          </EmptyState>
        ) : (
          <ul aria-label={t("list")}>
            {rows.map((row) => (
              <TriggerRow key={row.trigger.id} {...row} />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={nextCursor} />
      </Card>
    </>
  );
}

function TriggerRow({ trigger, fields }: { trigger: TriggerSummary; fields: readonly Field[] }) {
  const { t } = useTranslation("triggers");
  const { id, name, state, lastFiredAt, fired, failed } = trigger;
  return (
    <li className="grid gap-3 border-b border-line px-5 py-4 last:border-b-0 lg:grid-cols-[1fr_auto] lg:gap-8">
      <div className="grid min-w-0 gap-2">
        <p className="flex flex-wrap items-center gap-3">
          <Link to={`/triggers/${id}`} className="min-w-0 text-base font-semibold break-words underline decoration-1 underline-offset-4">
            {name}
          </Link>
          <TriggerStateBadge state={state} />
        </p>
        <TriggerSentence trigger={trigger} fields={fields} />
      </div>
      <p className="text-sm text-muted lg:text-right">
        {t("lastFired")}: {lastFiredAt === null ? t("never") : <RelativeTime ms={lastFiredAt} />}
        <br />
        {fired === 0 ? null : t("firedWeek", { count: fired })}
        {failed === 0 ? null : <strong className="font-semibold text-wrong"> · {t("failedWeek", { count: failed })}</strong>}
      </p>
    </li>
  );
}
