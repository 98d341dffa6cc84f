import { type ReactNode, useState } from "react";
import { type FetcherWithComponents, useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { EditableField } from "#app/domain/agents/editable.ts";
import type { ToolName } from "#app/domain/agents/tool-inputs.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export const decisions = ["approve", "reject", "undo"] as const;
export type Decision = (typeof decisions)[number];
export type DecisionAnswer = { ok: true; intent: Decision; count: number } | { ok: true; intent: "edit" } | { ok: false; error: string };
type Question = { intent: Decision; ids: readonly string[]; title: string };

export type Deciding = {
  fetcher: FetcherWithComponents<DecisionAnswer>;
  /** What of each tool's input a person may change on this page; nothing where it is left out. */
  editable: Readonly<Partial<Record<ToolName, readonly EditableField[]>>>;
  /** Has the person confirm first. */
  ask: (question: Question) => void;
  isSending: (intent: Decision | "edit", ids: readonly string[]) => boolean;
};

/**
 * Decides on proposals from any page. Held by the page: what was decided may have left the list before the answer comes, and
 * what is asked about may be decided by somebody else meanwhile.
 */
export function useDeciding(editable: Deciding["editable"] = {}): { deciding: Deciding; dialog: ReactNode } {
  const { t } = useTranslation("automation");
  const fetcher = useFetcher<DecisionAnswer>();
  const [question, setQuestion] = useState<Question>();
  const [isOpen, setOpen] = useState(false);
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.intent === "edit") toast.ok(t("proposals.told.edit"));
    else if (answer.intent === "undo") toast.ok(t("proposals.told.undo"));
    else toast.ok(t(`proposals.told.${answer.intent}`, { count: answer.count }));
  });
  const { intent, ids, title } = question ?? { intent: "approve", ids: [], title: "" };
  const words = useQuestionWords(intent, ids.length, title);
  const dialog = (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={setOpen}
      {...words}
      destructive={intent === "undo"}
      onConfirm={() => void fetcher.submit({ intent, ids: ids.join(",") }, { method: "post", action: "/proposals" })}
    />
  );
  const deciding: Deciding = {
    editable,
    fetcher,
    ask: (asked) => {
      setQuestion(asked);
      setOpen(true);
    },
    isSending: (asked, askedIds) => fetcher.formData?.get("intent") === asked && fetcher.formData.get("ids") === askedIds.join(","),
  };
  return { deciding, dialog };
}

function useQuestionWords(intent: Decision, count: number, proposal: string) {
  const { t } = useTranslation("automation");
  if (intent === "undo") {
    return {
      title: t("proposals.ask.undoTitle"),
      description: t("proposals.ask.undoText", { proposal }),
      confirmLabel: t("proposals.ask.undo"),
    };
  }
  return {
    title: t(`proposals.ask.${intent}Title`, { count }),
    description: t(`proposals.ask.${intent}Text`),
    confirmLabel: t(`proposals.ask.${intent}`, { count }),
  };
}
