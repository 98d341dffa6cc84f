import { ChevronLeft, ChevronRight, Paperclip, Pencil } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { outcomeOf } from "#app/domain/conversations/fold-parts.ts";
import type { MetricQuery } from "#app/domain/metrics/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AnswerParts } from "./answer-parts.tsx";
import { EditQuestion } from "./edit-question.tsx";
import type { Shown, ThreadTurn } from "./thread.ts";

export type TurnActs = {
  onRefine: (turn: ThreadTurn, query: MetricQuery) => void;
  /** The same question in these words, beside the first one. */
  onEdit: (turn: ThreadTurn, question: string) => void;
  onChoose: (turnId: string) => void;
};

type Props = Shown &
  TurnActs & { conversationId: string; selfId: string; mayAsk: boolean; isEditing: boolean; onEditing: (isOn: boolean) => void };

/** A question, what was asked with it, and its answer as far as it is there. */
export function TurnView({ turn, siblings, place, conversationId, selfId, mayAsk, isEditing, onEditing, ...acts }: Props) {
  const { t } = useTranslation("chat");
  const isOver = turn.state !== "waiting" && turn.state !== "running";
  const { answer } = outcomeOf(turn.parts);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-4" id={turn.id}>
      <article aria-label={t("turn.label", { question: turn.question })} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
        <div className="grid justify-items-end gap-1">
          {isEditing ? (
            <EditQuestion
              question={turn.question}
              onCancel={() => onEditing(false)}
              onAsk={(question) => {
                onEditing(false);
                acts.onEdit(turn, question);
              }}
            />
          ) : (
            <p className="max-w-[min(100%,44rem)] rounded bg-sunken px-4 py-2.5 whitespace-pre-line wrap-anywhere">
              {turn.askedBy.id === selfId ? null : <span className="block text-sm font-semibold">{turn.askedBy.label}</span>}
              {turn.question}
            </p>
          )}
          <Attachments turn={turn} conversationId={conversationId} />
          <div className="flex flex-wrap items-center gap-1">
            {siblings.length > 1 ? <Branches {...{ siblings, place }} onChoose={acts.onChoose} /> : null}
            {mayAsk && !isEditing && isOver ? (
              <Button size="sm" variant="ghost" icon={<Pencil aria-hidden />} onClick={() => onEditing(true)}>
                {t("turn.edit")}
              </Button>
            ) : null}
          </div>
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3" aria-busy={!isOver}>
          <AnswerParts
            turn={turn}
            onRefine={(query) => acts.onRefine(turn, query)}
            {...(mayAsk ? { onAgain: () => acts.onEdit(turn, turn.question) } : {})}
          />
          {isOver && answer !== "" ? (
            <div>
              <CopyButton size="sm" variant="ghost" value={answer} label={t("turn.copy")} />
            </div>
          ) : null}
        </div>
      </article>
    </li>
  );
}

function Branches({ siblings, place, onChoose }: Pick<Shown, "siblings" | "place"> & Pick<TurnActs, "onChoose">) {
  const { t } = useTranslation("chat");
  const [before, after] = [siblings[place - 1], siblings[place + 1]];
  return (
    <span className="flex items-center text-sm text-muted">
      <Button
        size="icon-sm"
        variant="ghost"
        aria-label={t("turn.before")}
        disabled={before === undefined}
        onClick={() => before !== undefined && onChoose(before)}
        icon={<ChevronLeft aria-hidden />}
      />
      <span className="tabular-nums">{t("turn.place", { place: place + 1, of: siblings.length })}</span>
      <Button
        size="icon-sm"
        variant="ghost"
        aria-label={t("turn.after")}
        disabled={after === undefined}
        onClick={() => after !== undefined && onChoose(after)}
        icon={<ChevronRight aria-hidden />}
      />
    </span>
  );
}

function Attachments({ turn, conversationId }: { turn: ThreadTurn; conversationId: string }) {
  const [broken, setBroken] = useState<readonly string[]>([]);
  if (turn.attachments.length === 0) return null;
  return (
    <ul className="flex flex-wrap justify-end gap-2">
      {turn.attachments.map(({ id, name, mediaType }) => {
        const href = `/chat/${conversationId}/files/${id}`;
        const isPicture = mediaType.startsWith("image/") && !broken.includes(id);
        return (
          <li key={id}>
            <a
              href={href}
              download={name}
              className="flex items-center gap-2 rounded border border-line bg-raised px-3 py-1.5 text-sm hover:bg-sunken"
            >
              {isPicture ? (
                <img src={href} alt="" className="size-10 rounded object-cover" onError={() => setBroken([...broken, id])} />
              ) : (
                <Paperclip aria-hidden className="size-4 shrink-0" />
              )}
              <span className="max-w-48 truncate">{name}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
