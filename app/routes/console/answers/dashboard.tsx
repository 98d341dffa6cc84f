import { FileDown, Mail } from "lucide-react";
import { redirect, useActionData } from "react-router";
import { BoardGrid } from "#app/components/dashboards/board-grid.tsx";
import { BoardSettings } from "#app/components/dashboards/board-settings.tsx";
import { VisibilityBadge } from "#app/components/dashboards/visibility-badge.tsx";
import { WhenChip } from "#app/components/answers/when-chip.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { changeDashboard } from "#app/domain/artifacts/change-dashboard.server.ts";
import { arrangePins } from "#app/domain/artifacts/change-pin.server.ts";
import { readDashboard } from "#app/domain/artifacts/read-dashboard.server.ts";
import { removeDashboard } from "#app/domain/artifacts/remove-dashboard.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { parseField } from "./parse-field.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/dashboard.ts";

export const handle = { i18n: ["dashboards", "answers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const board = await orErrorPage(readDashboard(ctx, { id: args.params.id }));
  return { title: titled(board.name), board };
}

type Posted = Record<"intent" | "name" | "pinIds" | "period" | "visibility", string>;

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const form = await formFields(args.request, "intent", "name", "pinIds", "period", "visibility");
  return tryVerb(args.context, async () => {
    if (form.intent === "remove") {
      await removeDashboard(ctx, { id: args.params.id });
      return redirect("/dashboards");
    }
    await change(ctx, args.params.id, form);
    return { ok: true as const };
  });
}

async function change(ctx: ServiceContext, id: string, form: Posted): Promise<void> {
  switch (form.intent) {
    case "arrange":
      await arrangePins(ctx, { id, pinIds: form.pinIds.split(" ") });
      return;
    case "period":
      await changeDashboard(ctx, { id, period: form.period === "" ? null : parseField(form.period) });
      return;
    case "default":
      await changeDashboard(ctx, { id, isDefault: true });
      return;
    case "visibility":
      await changeDashboard(ctx, { id, visibility: form.visibility });
      return;
    default:
      await changeDashboard(ctx, { id, name: form.name });
  }
}

export default function Dashboard({ loaderData: { board } }: Route.ComponentProps) {
  useChanges("answers", "orders", "listings", "service", "warehouse", "shoppers", "models");
  const { t } = useTranslation("dashboards");
  const mayWrite = useConsole().actions.includes("chat:write");
  const posted = useActionData<typeof action>();
  const { id, name, pins, period, visibility } = board;
  return (
    <>
      <PageHeader
        title={<bdi>{name}</bdi>}
        state={<VisibilityBadge visibility={visibility} />}
        actions={
          <>
            <LinkButton to={`/api/v1/dashboards/${id}/file?as=pdf`} reloadDocument icon={<FileDown aria-hidden />}>
              {t("file.pdf")}
            </LinkButton>
            {mayWrite ? (
              <LinkButton to={`/mails/new?kind=dashboard&id=${id}`} icon={<Mail aria-hidden />}>
                {t("board.mail")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      {pins.length === 0 ? (
        <Card>
          <EmptyState title={t("board.pinsEmpty")} action={<LinkButton to="/artifacts">{t("board.toArtifacts")}</LinkButton>}>
            {t("board.pinsEmptyText")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <WhenChip label={t("board.period")} when={period} none={t("board.ownPeriods")} mayChange={mayWrite} />
          <BoardGrid pins={pins} mayArrange={mayWrite} />
        </>
      )}
      {mayWrite ? <BoardSettings board={board} errors={posted?.ok === false ? posted.fields : {}} /> : null}
    </>
  );
}
