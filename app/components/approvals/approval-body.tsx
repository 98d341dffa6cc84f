import { Check, RotateCcw, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { useFetcher } from "react-router";
import { useKnownText } from "#app/components/agents/use-known-text.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { ActButton } from "#app/components/ui/act-button.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { DateTime, RelativeTime } from "#app/components/ui/time.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ApprovalStateBadge } from "./approval-state.tsx";
import type { ShownApproval } from "./shown-approval.ts";

export type DecisionAnswer =
  | { ok: true; intent: "approve" | "refuse"; state: string; failure: string | null }
  | { ok: false; error: string };

/** What exactly would be done, who asked, how it stands, and yes or no for whoever may say it. */
export function ApprovalBody({ approval, heading }: { approval: ShownApproval; heading: ReactNode }) {
  const { t } = useTranslation("approvals");
  const { state, effects, isDestructive, askedBy, createdAt, expiresAt } = approval;
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        <ApprovalStateBadge state={state} />
        <span>{t("askedBy", { name: askedBy })}</span>
        <RelativeTime ms={createdAt} />
      </p>
      {heading}
      <section aria-label={t("effects")} className="grid gap-1">
        <p className="label-caps">{t("effects")}</p>
        <ul className="grid list-disc gap-1 pl-5">
          {effects.map((effect, index) => (
            <li key={`${index}-${effect}`} className="break-words">
              {effect}
            </li>
          ))}
        </ul>
      </section>
      {isDestructive && state === "waiting" ? (
        <p className="flex items-start gap-2 text-sm text-muted">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-watch" />
          {t("irreversible")}
        </p>
      ) : null}
      <Outcome approval={approval} />
      <Decide approval={approval} />
      {state === "waiting" ? (
        <p className="text-sm text-muted">
          {t("until")} <DateTime ms={expiresAt} />
        </p>
      ) : null}
    </div>
  );
}

function Outcome({ approval: { state, failure, decidedBy } }: { approval: ShownApproval }) {
  const { t } = useTranslation("approvals");
  const known = useKnownText();
  const why = failure === null ? undefined : known("errors", `reasons.${failure}`);
  const said: Record<ShownApproval["state"], string | null> = {
    waiting: failure === null ? null : t("triedText"),
    approved: t("workingText"),
    done: t("doneText"),
    failed: t("failedText"),
    refused: t("refusedText"),
    expired: t("expiredText"),
  };
  if (said[state] === null) return null;
  const who = decidedBy === null ? null : t(state === "refused" ? "refusedBy" : "approvedBy", { name: decidedBy });
  return (
    <p role="status" className="break-words">
      {[said[state], why].filter((text) => text !== undefined).join(" ")} {who === null ? null : <span className="text-muted">{who}</span>}
    </p>
  );
}

function Decide({ approval: { id, title, state, decidedAt, mayApprove, mayRefuse, scopeLabel } }: { approval: ShownApproval }) {
  const { t } = useTranslation("approvals");
  const known = useKnownText();
  const fetcher = useFetcher<DecisionAnswer>();
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.state === "done" || answer.state === "refused") toast.ok(t(`told.${answer.intent}`));
    else if (answer.failure !== null) toast.wrong(known("errors", `reasons.${answer.failure}`) ?? t("failedText"));
  });
  const isWaiting = state === "waiting";
  if (!isWaiting && state !== "approved") return null;
  const sending = fetcher.formData?.get("intent");
  return (
    <fetcher.Form method="post" action={`/approvals/${id}`} className="flex flex-wrap items-center gap-2">
      {mayApprove && (isWaiting || decidedAt !== null) ? (
        <ActButton
          intent="approve"
          variant={isWaiting ? "primary" : "secondary"}
          icon={isWaiting ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
          loading={sending === "approve"}
          label={t("actOf", { act: t(isWaiting ? "approve" : "again"), title })}
        >
          {t(isWaiting ? "approve" : "again")}
        </ActButton>
      ) : null}
      {mayRefuse && isWaiting ? (
        <ActButton intent="refuse" icon={<X aria-hidden />} loading={sending === "refuse"} label={t("actOf", { act: t("refuse"), title })}>
          {t("refuse")}
        </ActButton>
      ) : null}
      {mayApprove ? null : <p className="text-sm text-muted">{t("mayNot", { scope: scopeLabel })}</p>}
    </fetcher.Form>
  );
}
