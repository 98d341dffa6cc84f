import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link, redirect, useSearchParams } from "react-router";
import { ChangeItems } from "#app/components/catalog/change-items.tsx";
import { ChangeProgress } from "#app/components/catalog/change-progress.tsx";
import { useListingWords } from "#app/components/catalog/use-listing-words.ts";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { cancelListingChange } from "#app/domain/catalog/cancel-listing-change.server.ts";
import { type ListingChangeDetail, readListingChange } from "#app/domain/catalog/read-listing-change.server.ts";
import { undoListingChange } from "#app/domain/catalog/undo-listing-change.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/change.ts";

export const handle = { i18n: ["catalog"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "catalog:read");
  const query = new URL(args.request.url).searchParams;
  const itemState = query.get("only") === "refused" ? "refused" : undefined;
  const change = await orErrorPage(readListingChange(ctx, { id: args.params.id, itemState, cursor: query.get("cursor") ?? undefined }));
  return { title: await pageTitle(args.context, "catalog", "changes.title"), change };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "catalog:write");
  const form = await args.request.formData();
  if (form.get("intent") === "cancel") {
    return tryVerb(args.context, () => cancelListingChange(ctx, { id: args.params.id, state: "cancelled" }));
  }
  return tryVerb(args.context, async () => {
    const { id } = await undoListingChange(ctx, { id: args.params.id });
    throw redirect(`/listings/changes/${id}`);
  });
}

export default function ChangePage({ loaderData: { change } }: Route.ComponentProps) {
  useChanges("listings");
  const { t } = useTranslation("catalog");
  const [query] = useSearchParams();
  const { actions } = useConsole();
  const { changeStateName, changeKindName } = useListingWords();
  const mayWrite = actions.includes("catalog:write");
  const mayUndo = mayWrite && (change.state === "done" || change.state === "cancelled") && change.applied > 0;
  const undo = (
    <ConfirmDialog
      trigger={<Button>{t("changes.undo")}</Button>}
      title={t("changes.undoTitle")}
      description={t("changes.undoText")}
      confirmLabel={t("changes.undo")}
      form={{ fields: { intent: "undo" } }}
    />
  );
  return (
    <>
      <PageHeader
        title={changeKindName(change.kind)}
        state={`${t("changes.pageState", { name: change.requestedBy })} ${changeStateName(change.state)}.`}
        actions={mayUndo ? undo : null}
      />
      <Notes change={change} />
      <Card className="overflow-clip">
        <CardHeader title={t("changes.items")} description={<Counts change={change} />} />
        {change.state === "waiting" || change.state === "running" ? (
          <CardBody>
            <ChangeProgress change={change} mayCancel={mayWrite} />
          </CardBody>
        ) : null}
        {change.refused > 0 && change.refused < change.total ? (
          <ItemTabs change={change} onlyRefused={query.get("only") === "refused"} />
        ) : null}
        <ChangeItems change={change} />
        <ListFooter nextCursor={change.nextCursor} />
      </Card>
    </>
  );
}

/** Of hundreds of listings people look for those that did not change. */
function ItemTabs({ change, onlyRefused }: { change: ListingChangeDetail; onlyRefused: boolean }) {
  const { t } = useTranslation("catalog");
  return (
    <LinkTabs
      label={t("changes.items")}
      className="px-5"
      tabs={[
        { to: "?", label: t("changes.allItems"), count: change.total, current: !onlyRefused },
        { to: "?only=refused", label: t("changes.refusedItems"), count: change.refused, current: onlyRefused },
      ]}
    />
  );
}

function Notes({ change }: { change: ListingChangeDetail }) {
  const { t } = useTranslation("catalog");
  const linkTo = (id: string | null, label: string) =>
    id === null ? null : (
      <Link to={`/listings/changes/${id}`} className="text-accent underline underline-offset-4">
        {label}
      </Link>
    );
  if (change.state === "undone") {
    return <InlineAlert tone="info" title={t("changes.undone")} action={linkTo(change.undoneById, t("changes.undoneBy"))} />;
  }
  if (change.undoOfId === null) return null;
  return <InlineAlert tone="info" title={t("changes.isUndo")} action={linkTo(change.undoOfId, t("changes.original"))} />;
}

function Counts({ change }: { change: ListingChangeDetail }) {
  const { t } = useTranslation("catalog");
  const parts: string[] = [t("changes.appliedCount", { count: change.applied })];
  if (change.refused > 0) parts.push(t("changes.refusedCount", { count: change.refused }));
  return parts.join(", ");
}
