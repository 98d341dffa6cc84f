import { BadgeCheck } from "lucide-react";
import { Link } from "react-router";
import { approvalTools } from "#app/ai/chat/approval-tools.server.ts";
import { ApprovalBody } from "#app/components/approvals/approval-body.tsx";
import type { ShownApproval } from "#app/components/approvals/shown-approval.ts";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { countWaitingApprovals, listAskedApprovals } from "#app/domain/approvals/list-asked-approvals.server.ts";
import { decideApproval } from "#app/domain/approvals/decide-approval.server.ts";
import { AppError } from "#app/domain/errors.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { showApprovals } from "./show-approvals.server.ts";
import type { Route } from "./+types/approvals.ts";

export const handle = { i18n: ["approvals"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 20;
const tabs = ["waiting", "done", "failed", "refused", "all"] as const;
type Tab = (typeof tabs)[number];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const query = new URL(args.request.url).searchParams;
  const tab: Tab = tabs.find((one) => one === query.get("state")) ?? "waiting";
  const asked = { limit: pageSize, cursor: query.get("cursor") ?? undefined, ...(tab === "all" ? {} : { state: tab }) };
  const [page, waiting] = await orErrorPage(Promise.all([listAskedApprovals(ctx, asked), countWaitingApprovals(ctx)]));
  const approvals = await showApprovals(ctx, page.data);
  return { title: await pageTitle(args.context, "approvals", "title"), approvals, nextCursor: page.nextCursor, tab, waiting };
}

/** For pages without scripts and for programs that post a form: the same as on an approval's own page. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const { id, intent } = await formFields(args.request, "id", "intent");
  return tryVerb(args.context, async () => {
    if (intent !== "approve" && intent !== "refuse") throw new AppError("invalid", "checkFields");
    const { state, failure } = await decideApproval(ctx, { id, decision: intent }, approvalTools);
    return { ok: true as const, intent, state, failure };
  });
}

export default function Approvals({ loaderData: { approvals, nextCursor, tab, waiting } }: Route.ComponentProps) {
  useChanges("approvals");
  const { t } = useTranslation("approvals");
  return (
    <>
      <PageHeader title={t("title")} state={waiting === 0 ? t("stateNone") : t("state", { count: waiting })} />
      <LinkTabs
        label={t("tabs.label")}
        tabs={tabs.map((one) => ({
          to: `/approvals?state=${one}`,
          label: t(`tabs.${one}`),
          current: one === tab,
          ...(one === "waiting" && waiting > 0 ? { count: waiting } : {}),
        }))}
      />
      <Card>
        {approvals.length === 0 ? (
          <Empty isWaiting={tab === "waiting"} />
        ) : (
          <ul>
            {approvals.map((approval) => (
              <Item key={approval.id} approval={approval} />
            ))}
          </ul>
        )}
        <ListFooter nextCursor={nextCursor} />
      </Card>
    </>
  );
}

function Item({ approval }: { approval: ShownApproval }) {
  const { t } = useTranslation("approvals");
  return (
    <li className="border-b border-line px-5 py-4 last:border-b-0">
      <ApprovalBody
        approval={approval}
        heading={
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="text-base leading-6 font-semibold break-words">
              <Link to={`/approvals/${approval.id}`} className="hover:underline">
                {approval.title}
              </Link>
            </h2>
            <Badge>{t(`sources.${approval.source.kind}`)}</Badge>
          </div>
        }
      />
    </li>
  );
}

function Empty({ isWaiting }: { isWaiting: boolean }) {
  const { t } = useTranslation("approvals");
  return (
    <EmptyState
      title={t(isWaiting ? "empty.waitingTitle" : "empty.title")}
      picture={<BadgeCheck aria-hidden className="mx-auto size-10" />}
      action={<LinkButton to={isWaiting ? "/chat" : "/approvals?state=all"}>{t(isWaiting ? "empty.toChat" : "empty.clear")}</LinkButton>}
    >
      {t(isWaiting ? "empty.waitingText" : "empty.text")}
    </EmptyState>
  );
}
