import { Users } from "lucide-react";
import { Link, type useFetcher } from "react-router";
import { Badge } from "#app/components/ui/badge.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { Conversation } from "#app/domain/conversations/conversation-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ConversationAnswer } from "./conversation-answer.ts";
import { ConversationMenu } from "./conversation-menu.tsx";

type Props = { conversations: readonly Conversation[]; managing: ReturnType<typeof useFetcher<ConversationAnswer>> };

export function ConversationList({ conversations, managing }: Props) {
  const { t } = useTranslation("chat");
  return (
    <Card>
      <ul aria-label={t("list")}>
        {conversations.map((one) => (
          <li key={one.id} className="flex items-center gap-3 border-b border-line px-5 py-3 last:border-b-0 max-sm:px-4">
            <div className="min-w-0 grow">
              <Link to={`/chat/${one.id}`} className="block truncate font-semibold hover:underline">
                {one.title === "" ? t("untitled") : one.title}
              </Link>
              <p className="text-sm text-muted">
                {one.isOwn ? null : `${t("sharedBy", { name: one.owner.label })} · `}
                {t("asked")} <RelativeTime ms={one.lastAskedAt} />
              </p>
            </div>
            {one.isShared && one.isOwn ? (
              <Badge icon={<Users aria-hidden />} className="max-sm:hidden">
                {t("isShared")}
              </Badge>
            ) : null}
            {one.isOwn ? <ConversationMenu conversation={one} managing={managing} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
