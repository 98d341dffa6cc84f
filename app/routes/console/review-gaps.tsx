import { useFetcher } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import type { GapAnswer } from "#app/components/gaps/gap-answer.ts";
import { GapList } from "#app/components/gaps/gap-list.tsx";
import { SupplierIssues } from "#app/components/gaps/supplier-issues.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { AppError } from "#app/domain/errors.ts";
import { decideReviewGap } from "#app/domain/reviews/decide-review-gap.server.ts";
import { type GapState, gapStates } from "#app/domain/reviews/kinds.ts";
import { countReviewGaps, listReviewGaps } from "#app/domain/reviews/list-review-gaps.server.ts";
import { listSupplierIssues } from "#app/domain/reviews/list-supplier-issues.server.ts";
import { noteSupplierIssue } from "#app/domain/reviews/note-supplier-issue.server.ts";
import { resolveSupplierIssue } from "#app/domain/reviews/resolve-supplier-issue.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/review-gaps.ts";

export const handle = { i18n: ["gaps", "agents"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 30;
const tabs = [...gapStates, "all"] as const;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "service:read");
  const query = new URL(args.request.url).searchParams;
  const state = tabs.find((tab) => tab === query.get("state")) ?? "open";
  const narrowed = state === "all" ? {} : { state };
  const productId = query.get("product")?.slice(0, 60) || undefined;
  const [page, counts, issues, title] = await orErrorPage(
    Promise.all([
      listReviewGaps(ctx, { ...narrowed, productId, limit: pageSize, cursor: query.get("cursor") ?? undefined }),
      countReviewGaps(ctx),
      listSupplierIssues(ctx, { state: "open", limit: 20 }),
      pageTitle(args.context, "gaps", "title"),
    ]),
  );
  return { title, page, counts, state, issues: issues.data } as const;
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "service:write");
  const { id, intent: asked, note } = await formFields(args.request, "id", "intent", "note");
  return tryVerb(args.context, async () => {
    const state: GapState | undefined = gapStates.find((one) => one === asked);
    if (state !== undefined) {
      await decideReviewGap(ctx, { id, state });
      return { ok: true as const, intent: state };
    }
    if (asked === "note") {
      await noteSupplierIssue(ctx, { gapId: id, note });
      return { ok: true as const, intent: asked };
    }
    if (asked !== "settle") throw new AppError("invalid", "checkFields");
    await resolveSupplierIssue(ctx, { id });
    return { ok: true as const, intent: asked };
  });
}

export default function ReviewGaps({ loaderData: { page, counts, state, issues } }: Route.ComponentProps) {
  useChanges("service");
  const { t } = useTranslation("gaps");
  const { actions } = useConsole();
  const mayWrite = actions.includes("service:write");
  // Held by the page: what was decided about leaves its list.
  const acting = useFetcher<GapAnswer>();
  useAnswer(acting, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.intent === "note") toast.ok(t("note.told"));
    else if (answer.intent === "settle") toast.ok(t("issues.told"));
    else toast.ok(t(`told.${answer.intent}`));
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        state={counts.open === 0 ? t("stateNone") : t("state", { count: counts.open })}
        actions={
          <LinkButton to="/reviews" size="sm">
            {t("back")}
          </LinkButton>
        }
      />
      <LinkTabs
        label={t("tabs.label")}
        tabs={tabs.map((tab) => ({
          to: tab === "open" ? "/reviews/gaps" : `/reviews/gaps?state=${tab}`,
          label: t(`tabs.${tab}`),
          current: tab === state,
          ...(tab !== "all" && counts[tab] > 0 ? { count: counts[tab] } : {}),
        }))}
      />
      {mayWrite ? null : <p className="text-muted">{t("readOnly")}</p>}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,5fr)_minmax(0,2fr)]">
        <div className="grid gap-6">
          {page.data.length === 0 ? (
            <Nothing hasAny={Object.values(counts).some((count) => count > 0)} />
          ) : (
            <GapList gaps={page.data} mayWrite={mayWrite} acting={acting} />
          )}
          <ListFooter nextCursor={page.nextCursor} isBare />
        </div>
        <SupplierIssues issues={issues} mayWrite={mayWrite} acting={acting} />
      </div>
    </>
  );
}

function Nothing({ hasAny }: { hasAny: boolean }) {
  const { t } = useTranslation("gaps");
  return (
    <Card>
      {hasAny ? (
        <EmptyState title={t("empty.none")} action={<LinkButton to="/reviews/gaps?state=all">{t("empty.toAll")}</LinkButton>} />
      ) : (
        <EmptyState title={t("empty.title")} picture={<EmptyShelf />} action={<LinkButton to="/reviews">{t("back")}</LinkButton>}>
          {t("empty.text")}
        </EmptyState>
      )}
    </Card>
  );
}
