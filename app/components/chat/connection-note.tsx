import { CloudAlert } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { useConversation } from "#party/conversation/use-conversation.ts";

/** Says when what is shown may be behind, and that nothing is lost. */
export function ConnectionNote({ status }: Pick<ReturnType<typeof useConversation>, "status">) {
  const { t } = useTranslation("chat");
  if (status === "live" || status === "connecting") return null;
  return (
    <output className="flex items-center gap-2 text-sm text-muted">
      <CloudAlert aria-hidden className="size-4 shrink-0 text-watch" />
      {t(`connection.${status}`)}
    </output>
  );
}
