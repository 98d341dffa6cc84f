import { useRef, useState } from "react";
import { useQueryWords } from "#app/components/answers/use-query-words.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { Button } from "#app/components/ui/button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Conversation, KeptTurn } from "#app/domain/conversations/conversation-row.ts";
import type { SuggestionKey } from "#app/domain/conversations/suggestions.ts";
import type { MetricQuery } from "#app/domain/metrics/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Ask } from "#party/conversation/protocol.ts";
import { useConversation } from "#party/conversation/use-conversation.ts";
import { Composer } from "./composer.tsx";
import { ConnectionNote } from "./connection-note.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import { type Choices, joinTurns, keyOf, shownBranch, suggestionsOf, type ThreadTurn } from "./thread.ts";
import { TurnView } from "./turn-view.tsx";
import { useFiles } from "./use-files.ts";
import { useFollowEnd } from "./use-follow-end.ts";

type Props = { conversation: Conversation; kept: readonly KeptTurn[]; suggestions: readonly SuggestionKey[] };

/** A conversation as it goes on: what was kept, what its room tells, and where one asks next. */
export function ChatThread({ conversation: { id }, kept, suggestions }: Props) {
  const { t } = useTranslation(["chat", "common"]);
  const { member, workspace, actions } = useConsole();
  const mayAsk = actions.includes("chat:write");
  const chat = useConversation({ workspaceId: workspace.id, conversationId: id });
  const [choices, setChoices] = useState<Choices>({});
  const [editing, setEditing] = useState<string>();
  const files = useFiles(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const ask = useAsking(chat.ask);
  const self = { id: member.userId, label: member.name };
  const turns = joinTurns({ kept, live: chat.turns, pending: chat.pending, self });
  const shown = shownBranch(turns, choices);
  const last = shown.at(-1)?.turn;
  const open = turns.find(({ state }) => state === "running") ?? turns.find(({ state, isSending }) => state === "waiting" && !isSending);
  const end = useFollowEnd(turns.length, last?.parts, open === undefined);

  function askNext(question: string, more: Partial<Ask> = {}) {
    // Whoever asks wants to see it: the way to the newest is shown again.
    setChoices({});
    ask({ question, parentId: last?.isSending === true ? undefined : (last?.id ?? null), ...more });
  }
  function choose(turn: ThreadTurn, turnId: string) {
    setChoices({ ...choices, [keyOf(turn.parentId)]: turnId });
  }
  const proposed = last === undefined ? suggestions.map((key) => t(`suggest.${key}`)) : suggestionsOf(last);
  const refine = useRefining();
  return (
    <>
      <ol aria-label={t("title")} className="grid grid-cols-[minmax(0,1fr)] gap-8">
        {shown.map((one) => (
          <TurnView
            key={one.turn.id}
            {...one}
            conversationId={id}
            selfId={member.userId}
            mayAsk={mayAsk && chat.status !== "ended"}
            isEditing={editing === one.turn.id}
            onEditing={(isOn) => setEditing(isOn ? one.turn.id : undefined)}
            onRefine={(turn, query) => askNext(refine(query), { query: { type: "metric", ...query }, parentId: turn.id })}
            onEdit={(turn, question) => {
              const attachmentIds = turn.attachments.map((file) => file.id);
              askNext(question, { parentId: turn.parentId, attachmentIds });
            }}
            onChoose={(turnId) => choose(one.turn, turnId)}
          />
        ))}
      </ol>
      <AnswerNews last={last} />
      {mayAsk && open === undefined ? (
        <SuggestionList label={t(last === undefined ? "suggestions" : "followUps")} suggestions={proposed} onAsk={(one) => askNext(one)} />
      ) : null}
      <div className="sticky bottom-14 z-10 grid gap-2 bg-ground pt-2 pb-3 md:bottom-0">
        <ConnectionNote status={chat.status} />
        {chat.refused === undefined ? null : (
          <InlineAlert
            tone="wrong"
            title={t(`refused.${chat.refused.reason}`)}
            action={
              <Button size="sm" onClick={chat.forgive}>
                {t("close", { ns: "common" })}
              </Button>
            }
          >
            {chat.refused.ask.question}
          </InlineAlert>
        )}
        {mayAsk && chat.status !== "ended" ? (
          <Composer
            field={field}
            files={files}
            onAsk={(question) => {
              askNext(question, { attachmentIds: files.attached.map((file) => file.id) });
              files.clear();
            }}
            onStop={open === undefined ? undefined : () => chat.stop(open.id)}
            onEditLast={() => setEditing(shown.findLast(({ turn }) => turn.askedBy.id === member.userId && !turn.isSending)?.turn.id)}
          />
        ) : (
          <p className="text-muted">{mayAsk ? null : t("readOnly")}</p>
        )}
      </div>
      {/* Below the field and not above it: what lies at the end would be hidden behind the field. */}
      <div ref={end} className="scroll-mb-14 md:scroll-mb-0" />
    </>
  );
}

/** Asks under a name of its own, in the language of the page. */
function useAsking(send: (ask: Ask) => void): (ask: Pick<Ask, "question"> & Partial<Ask>) => void {
  const locale = useLocale();
  return (ask) => send({ askId: `ask_${crypto.randomUUID().replaceAll("-", "")}`, query: null, attachmentIds: [], locale, ...ask });
}

/** What was changed with chips, in words: so it stands in the conversation as a question like any other. */
function useRefining(): (query: MetricQuery) => string {
  const { t } = useTranslation("chat");
  const words = useQueryWords();
  return (query) => {
    const parts = [words.splits(query), ...query.where.map(words.filter), words.when(query.when).name, words.having(query)];
    return t("refined", { metric: words.metric[query.metric].name, parts: parts.filter((one) => one !== "").join(", ") });
  };
}

/** For those who do not see it: that an answer is there, once. The words themselves would be told again with each piece. */
function AnswerNews({ last }: { last: ThreadTurn | undefined }) {
  const { t } = useTranslation("chat");
  const [atFirst] = useState(last?.id);
  const isOver = last !== undefined && last.state !== "running" && last.state !== "waiting";
  return <output className="sr-only">{isOver && last.id !== atFirst ? t("turn.done") : ""}</output>;
}
