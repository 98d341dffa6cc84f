import type { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { toast } from "#app/components/ui/toast.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ConversationAnswer } from "./conversation-answer.ts";

type Managing = ReturnType<typeof useFetcher<ConversationAnswer>>;
type Answered = Pick<Managing, "state"> & { data: ConversationAnswer | undefined };

/** Tells what became of a conversation, and offers to take back what was deleted. */
export function useToldOfConversations(managing: Managing, answered: Answered = managing): void {
  const { t } = useTranslation("chat");
  useAnswer(answered, (answer) => {
    if (!answer.ok) {
      toast.wrong(answer.error);
      return;
    }
    const undo = () => void managing.submit({ intent: "restore", id: answer.id }, { method: "post", action: "/chat" });
    toast.ok(t(`told.${answer.intent}`), answer.intent === "removed" ? { action: { label: t("actions.undo"), onPress: undo } } : {});
  });
}
