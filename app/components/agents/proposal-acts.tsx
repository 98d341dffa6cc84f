import { Check, Undo2, X } from "lucide-react";
import { ActButton } from "#app/components/ui/act-button.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { canBeUndone } from "#app/domain/agents/tool-inputs.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Deciding } from "./use-deciding.tsx";

type DecideActsProps = { ids: readonly string[]; title: string; deciding: Deciding };

/** Yes or no, for one proposal or for all steps of a group. */
export function DecideActs({ ids, title, deciding: { fetcher, isSending } }: DecideActsProps) {
  const { t } = useTranslation("automation");
  if (ids.length === 0) return null;
  return (
    <fetcher.Form method="post" action="/proposals" className="flex flex-wrap gap-2">
      <input type="hidden" name="ids" value={ids.join(",")} />
      <ActButton
        intent="approve"
        variant="primary"
        icon={<Check aria-hidden />}
        loading={isSending("approve", ids)}
        label={t("proposals.actOf", { act: t("proposals.approve"), proposal: title })}
      >
        {t("proposals.approve")}
      </ActButton>
      <ActButton
        intent="reject"
        icon={<X aria-hidden />}
        loading={isSending("reject", ids)}
        label={t("proposals.actOf", { act: t("proposals.reject"), proposal: title })}
      >
        {t("proposals.reject")}
      </ActButton>
    </fetcher.Form>
  );
}

/** Only for what was done and can be taken back; asks first. */
export function UndoAct({ proposal: { id, state, call }, title, deciding }: { proposal: ProposalRow; title: string; deciding: Deciding }) {
  const { t } = useTranslation("automation");
  if (state !== "applied" || !canBeUndone(call.tool)) return null;
  return (
    <Button
      size="sm"
      icon={<Undo2 aria-hidden />}
      loading={deciding.isSending("undo", [id])}
      onClick={() => deciding.ask({ intent: "undo", ids: [id], title })}
      aria-label={t("proposals.actOf", { act: t("proposals.undo"), proposal: title })}
    >
      {t("proposals.undo")}
    </Button>
  );
}
