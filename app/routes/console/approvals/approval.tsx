import { approvalTools } from "#app/ai/chat/approval-tools.server.ts";
import { ApprovalBody } from "#app/components/approvals/approval-body.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import type { Approval } from "#app/domain/approvals/approval-row.ts";
import { decideApproval } from "#app/domain/approvals/decide-approval.server.ts";
import { readApproval } from "#app/domain/approvals/read-approval.server.ts";
import { AppError } from "#app/domain/errors.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { showApprovals } from "./show-approvals.server.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/approval.ts";

export const handle = { i18n: ["approvals"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  // A card in a conversation says by itself that it cannot be shown, and leaves the page as it is.
  const isCard = new URL(args.request.url).searchParams.has("card");
  const found = readApproval(ctx, { id: args.params.id });
  const approval: Approval | null = await (isCard ? found.catch(orNull) : orErrorPage(found));
  const [shown = null] = await showApprovals(ctx, approval === null ? [] : [approval]);
  return { title: shown === null ? await pageTitle(args.context, "approvals", "title") : titled(shown.title), approval: shown };
}

function orNull(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const form = await args.request.formData().catch(() => new FormData());
  const intent = form.get("intent") === "approve" ? "approve" : form.get("intent") === "refuse" ? "refuse" : undefined;
  return tryVerb(args.context, async () => {
    if (intent === undefined) throw new AppError("invalid", "checkFields");
    const { state, failure } = await decideApproval(ctx, { id: args.params.id, decision: intent }, approvalTools);
    return { ok: true as const, intent, state, failure };
  });
}

export default function ApprovalPage({ loaderData: { approval } }: Route.ComponentProps) {
  useChanges("approvals");
  const { t } = useTranslation("approvals");
  if (approval === null) return null;
  return (
    <>
      <PageHeader title={approval.title} />
      <Card>
        <CardBody className="grid gap-5">
          <ApprovalBody approval={approval} heading={null} />
          <details>
            <summary className="cursor-pointer text-sm text-muted">{t("input")}</summary>
            <pre className="mt-2 rounded bg-sunken p-3 font-mono text-xs break-words whitespace-pre-wrap">
              {`${approval.tool} ${JSON.stringify(approval.input, null, 2)}`}
            </pre>
          </details>
        </CardBody>
      </Card>
    </>
  );
}
