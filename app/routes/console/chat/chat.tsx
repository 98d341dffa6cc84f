import { Users } from "lucide-react";
import { redirect, useFetcher, useSubmit } from "react-router";
import { ChatThread } from "#app/components/chat/chat-thread.tsx";
import type { ConversationAnswer } from "#app/components/chat/conversation-answer.ts";
import { ConversationMenu } from "#app/components/chat/conversation-menu.tsx";
import { useToldOfConversations } from "#app/components/chat/use-told.ts";
import { useChanges } from "#app/components/console/use-changes.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { askConversation } from "#app/domain/conversations/ask-conversation.server.ts";
import { listTurns, readConversation } from "#app/domain/conversations/read-conversation.server.ts";
import { suggestQuestions } from "#app/domain/conversations/suggest-questions.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/chat.ts";

export const handle = { i18n: ["chat", "answers", "approvals", "dashboards"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

/** Further back is read through the API; a person scrolls no further. */
const shownTurns = 80;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const { id } = args.params;
  const [conversation, turns, suggestions, title] = await orErrorPage(
    Promise.all([
      readConversation(ctx, { id }),
      listTurns(ctx, { conversationId: id, limit: shownTurns }),
      suggestQuestions(ctx),
      pageTitle(args.context, "chat", "title"),
    ]),
  );
  return {
    title: conversation.title === "" ? title : titled(conversation.title),
    conversation,
    turns: turns.data,
    suggestions,
  };
}

/** For a page whose scripts have not come: the question is asked all the same, and the page shows its answer when it is loaded again. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const { id } = args.params;
  const { question } = await formFields(args.request, "question");
  return tryVerb(args.context, async () => {
    await askConversation(ctx, { conversationId: id, question });
    return redirect(`/chat/${id}`);
  });
}

export default function Chat({ loaderData: { conversation, turns, suggestions }, actionData }: Route.ComponentProps) {
  useChanges("chat");
  const { t } = useTranslation("chat");
  const submit = useSubmit();
  const managing = useFetcher<ConversationAnswer>();
  useToldOfConversations(managing);
  const { id, title, isOwn, isShared, owner } = conversation;
  const remove = () => void submit({ intent: "remove", id }, { method: "post", action: "/chat" });
  return (
    <div className="mx-auto grid w-full max-w-4xl content-start gap-6">
      <PageHeader
        title={title === "" ? t("untitled") : title}
        state={isOwn ? undefined : t("sharedBy", { name: owner.label })}
        actions={
          <>
            {isShared && isOwn ? <Badge icon={<Users aria-hidden />}>{t("isShared")}</Badge> : null}
            <LinkButton to="/chat" size="sm">
              {t("list")}
            </LinkButton>
            {isOwn ? <ConversationMenu conversation={conversation} managing={managing} onRemove={remove} /> : null}
          </>
        }
      />
      {actionData?.ok === false ? <InlineAlert tone="wrong" title={actionData.error} /> : null}
      <ChatThread key={conversation.id} conversation={conversation} kept={turns} suggestions={suggestions} />
    </div>
  );
}
