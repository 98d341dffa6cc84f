import { useEffect, useRef } from "react";
import { redirect, useFetcher, useNavigation, useSearchParams, useSubmit } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { Composer } from "#app/components/chat/composer.tsx";
import { ConversationList } from "#app/components/chat/conversation-list.tsx";
import { SearchConversations } from "#app/components/chat/search-conversations.tsx";
import { SuggestionList } from "#app/components/chat/suggestion-list.tsx";
import { useToldOfConversations } from "#app/components/chat/use-told.ts";
import type { ConversationAnswer } from "#app/components/chat/conversation-answer.ts";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { askConversation } from "#app/domain/conversations/ask-conversation.server.ts";
import { createConversation } from "#app/domain/conversations/create-conversation.server.ts";
import { listConversations } from "#app/domain/conversations/list-conversations.server.ts";
import { questionSchema } from "#app/domain/conversations/schemas.ts";
import { suggestQuestions } from "#app/domain/conversations/suggest-questions.server.ts";
import { parseInput } from "#app/domain/errors.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { manageConversation } from "./manage.server.ts";
import type { Route } from "./+types/chats.ts";

export const handle = { i18n: ["chat"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 30;
const scopes = ["all", "own", "shared"] as const;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const query = new URL(args.request.url).searchParams;
  const scope = scopes.find((one) => one === query.get("scope")) ?? "all";
  const q = query.get("q")?.slice(0, 200) ?? "";
  const cursor = query.get("cursor") ?? undefined;
  const [page, suggestions, title] = await orErrorPage(
    Promise.all([
      listConversations(ctx, { scope, q, cursor, limit: pageSize }),
      suggestQuestions(ctx),
      pageTitle(args.context, "chat", "title"),
    ]),
  );
  return { title, page, suggestions, scope, q };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const { question, id, ...fields } = await formFields(args.request, "question", "intent", "id", "title");
  return tryVerb(args.context, async () => {
    if (fields.intent !== "") return manageConversation(ctx, id, fields);
    const asked = parseInput(questionSchema, question);
    const { id: conversationId } = await createConversation(ctx);
    await askConversation(ctx, { conversationId, question: asked });
    return redirect(`/chat/${conversationId}`);
  });
}

export default function Chats({ loaderData: { page, suggestions, scope, q }, actionData }: Route.ComponentProps) {
  useChanges("chat");
  const { t } = useTranslation("chat");
  const { actions } = useConsole();
  const mayAsk = actions.includes("chat:write");
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = useSubmit();
  const isAsking = useNavigation().formMethod === "POST";
  const managing = useFetcher<ConversationAnswer>();
  const [query] = useSearchParams();
  useToldOfConversations(managing);
  // What was deleted from its own page is told here, where that leads.
  useToldOfConversations(managing, { state: "idle", data: actionData });
  useEffect(() => {
    if (query.has("ask")) field.current?.focus();
  }, [query]);
  const ask = (question: string) => void submit({ question }, { method: "post" });
  const hasAny = page.data.length > 0 || q !== "" || scope !== "all";
  return (
    <>
      <PageHeader title={t("title")} state={t("state")} />
      {mayAsk ? <Composer field={field} onAsk={ask} isBusy={isAsking} /> : <p className="text-muted">{t("readOnly")}</p>}
      {actionData?.ok === false ? <InlineAlert tone="wrong" title={actionData.error} /> : null}
      {mayAsk ? (
        <SuggestionList
          label={t("suggestions")}
          suggestions={suggestions.map((key) => t(`suggest.${key}`))}
          onAsk={ask}
          isBusy={isAsking}
        />
      ) : null}
      {hasAny ? (
        <>
          <LinkTabs
            label={t("tabs.label")}
            tabs={scopes.map((one) => ({
              to: one === "all" ? "/chat" : `/chat?scope=${one}`,
              label: t(`tabs.${one}`),
              current: one === scope,
            }))}
          />
          <SearchConversations q={q} scope={scope} />
        </>
      ) : null}
      {page.data.length === 0 ? <Nothing isSearch={hasAny} /> : <ConversationList conversations={page.data} managing={managing} />}
      <ListFooter nextCursor={page.nextCursor} isBare />
    </>
  );
}

function Nothing({ isSearch }: { isSearch: boolean }) {
  const { t } = useTranslation("chat");
  return (
    <Card>
      {isSearch ? (
        <EmptyState title={t("none")} action={<LinkButton to="/chat">{t("clear")}</LinkButton>}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      )}
    </Card>
  );
}
