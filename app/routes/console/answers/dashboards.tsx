import { Plus } from "lucide-react";
import { Form, Link, redirect, useActionData, useNavigation } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { VisibilityBadge } from "#app/components/dashboards/visibility-badge.tsx";
import { Badge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { createDashboard } from "#app/domain/artifacts/create-dashboard.server.ts";
import { listDashboards } from "#app/domain/artifacts/list-dashboards.server.ts";
import { restoreDashboard } from "#app/domain/artifacts/remove-dashboard.server.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/dashboards.ts";

export const handle = { i18n: ["dashboards"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const mostShown = 100;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const { data } = await orErrorPage(listDashboards(ctx, { limit: mostShown }));
  const boards = data.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
  return { title: await pageTitle(args.context, "dashboards", "board.title"), boards };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const { intent, name, id } = await formFields(args.request, "intent", "name", "id");
  return tryVerb(args.context, async () => {
    if (intent === "restore") {
      await restoreDashboard(ctx, { id });
      return redirect(`/dashboards/${id}`);
    }
    const t = await getTranslator(ctx.locale, "dashboards");
    const isStarter = intent === "start";
    const made = await createDashboard(ctx, { name: isStarter ? t("defaultName") : name, isStarter });
    return redirect(`/dashboards/${made.id}`);
  });
}

export default function Dashboards({ loaderData: { boards } }: Route.ComponentProps) {
  useChanges("answers");
  const { t } = useTranslation("dashboards");
  const mayWrite = useConsole().actions.includes("chat:write");
  const posted = useActionData<typeof action>();
  const isSending = useNavigation().formMethod === "POST";
  return (
    <>
      <PageHeader title={t("board.title")} state={t("board.lead")} />
      {posted?.ok === false && Object.keys(posted.fields).length === 0 ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <Card>
        {boards.length === 0 ? (
          <EmptyState
            title={t("board.empty")}
            action={
              mayWrite ? (
                <Form method="post">
                  <Button type="submit" name="intent" value="start" variant="primary" loading={isSending}>
                    {t("board.start")}
                  </Button>
                </Form>
              ) : null
            }
          >
            {t("board.emptyText")}
          </EmptyState>
        ) : (
          <ul aria-label={t("board.list")}>
            {boards.map(({ id, name, isDefault, visibility, createdBy }) => (
              <li key={id} className="flex flex-wrap items-center gap-3 border-b border-line px-5 py-4 last:border-b-0">
                <Link
                  to={`/dashboards/${id}`}
                  className="min-w-0 text-base font-semibold wrap-anywhere underline decoration-1 underline-offset-4"
                >
                  <bdi>{name}</bdi>
                </Link>
                {isDefault ? <Badge>{t("board.isDefault")}</Badge> : null}
                <VisibilityBadge visibility={visibility} />
                <span className="ml-auto text-sm text-muted">{t("board.by", { name: createdBy })}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {mayWrite ? (
        <Card>
          <CardHeader title={t("board.new")} />
          <CardBody>
            <Form method="post" noValidate className="flex flex-wrap items-start gap-3">
              <Field
                label={t("board.name")}
                name="name"
                error={posted?.ok === false ? posted.fields["name"] : undefined}
                className="min-w-60 grow"
              >
                <Input maxLength={120} />
              </Field>
              <Button type="submit" className="mt-6.5" icon={<Plus aria-hidden />} loading={isSending}>
                {t("board.create")}
              </Button>
            </Form>
          </CardBody>
        </Card>
      ) : null}
    </>
  );
}
