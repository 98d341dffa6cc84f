import { Bot, Check, CircleAlert, Route } from "lucide-react";
import { useParams } from "react-router";
import { AnswerCard } from "#app/components/answers/answer-card.tsx";
import { KeepAnswer } from "#app/components/answers/keep-answer.tsx";
import { ApprovalCard } from "#app/components/approvals/approval-card.tsx";
import { useConsole } from "#app/components/console/use-console.ts";
import { Button } from "#app/components/ui/button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Spinner } from "#app/components/ui/spinner.tsx";
import type { AnswerPart } from "#app/domain/conversations/parts.ts";
import type { Answered } from "#app/domain/metrics/answer.ts";
import type { MetricQuery } from "#app/domain/metrics/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { RichText } from "./rich-text.tsx";
import type { ThreadTurn } from "./thread.ts";

type Props = { turn: ThreadTurn; onRefine: (query: MetricQuery) => void; onAgain?: () => void };

/** An answer, part by part, in the order it came. */
export function AnswerParts({ turn, onRefine, onAgain }: Props) {
  const { t } = useTranslation("chat");
  const last = turn.parts.at(-1);
  const isSaidAlready = turn.parts.some(({ type }) => type === "answer");
  const isWaiting = turn.state === "waiting" || (turn.state === "running" && last?.type !== "text" && !isAtWork(last));
  return (
    <>
      {named(turn.parts).map(({ key, part }) => (
        <Part
          key={key}
          part={part}
          question={turn.question}
          isSaidAlready={isSaidAlready}
          onRefine={onRefine}
          {...(onAgain === undefined ? {} : { onAgain })}
        />
      ))}
      {isWaiting ? (
        <p className="flex items-center gap-2 text-muted">
          <Spinner label={t(turn.state === "waiting" && !turn.isSending ? "turn.waiting" : "turn.working")} />
          <span aria-hidden>{t(turn.isSending ? "turn.sending" : turn.state === "waiting" ? "turn.waiting" : "turn.working")}</span>
        </p>
      ) : null}
    </>
  );
}

/** Parts only come at the end, each at a place of its own. */
function named(parts: readonly AnswerPart[]): { key: string; part: AnswerPart }[] {
  return parts.map((part, place) => ({ key: `${place} ${part.type}`, part }));
}

function isAtWork(part: AnswerPart | undefined): boolean {
  return part?.type === "tool" && part.state === "running";
}

type PartProps = Pick<Props, "onRefine" | "onAgain"> & { part: AnswerPart; question: string; isSaidAlready: boolean };

function Part({ part, question, isSaidAlready, onRefine, onAgain }: PartProps) {
  const { t } = useTranslation("chat");
  switch (part.type) {
    case "routed":
      return (
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <Route aria-hidden className="size-4" />
          {t(`specialists.${part.specialist}`)}
        </p>
      );
    case "text":
      return <RichText text={part.text} />;
    case "tool":
      return <ToolLine part={part} />;
    case "answer":
      return <KeepableAnswer answer={part.answer} title={question} onRefine={onRefine} />;
    case "refusal":
      return (
        <p className="flex max-w-prose items-start gap-2 wrap-anywhere">
          <CircleAlert aria-hidden className="mt-1 size-4 shrink-0 text-watch" />
          <span>{part.text}</span>
        </p>
      );
    case "approval":
      return <ApprovalCard approvalId={part.approvalId} />;
    case "source":
      return <Source part={part} isSaidAlready={isSaidAlready} />;
    case "broken":
      return (
        <InlineAlert
          tone="watch"
          title={t(`broken.${part.reason}`)}
          action={
            onAgain === undefined || part.reason === "withheld" ? null : (
              <Button size="sm" onClick={onAgain}>
                {t("broken.again")}
              </Button>
            )
          }
        />
      );
    default:
      return part satisfies never;
  }
}

/** Whose words these are. A card with numbers says it of itself. */
function Source({ part, isSaidAlready }: { part: Extract<AnswerPart, { type: "source" }>; isSaidAlready: boolean }) {
  const { t } = useTranslation("chat");
  if (part.source === "model" && !isSaidAlready)
    return (
      <p className="flex items-center gap-1.5 text-sm text-muted">
        <Bot aria-hidden className="size-4" />
        {t("source.model")}
      </p>
    );
  const isInstead = part.source === "rules" && part.reason !== null && part.reason !== "no-models";
  return isInstead ? <p className="text-sm text-muted">{t("source.rulesInstead")}</p> : null;
}

type Keepable = { answer: Answered; title: string; onRefine: (query: MetricQuery) => void };

/** Who may write may also pin what is read. */
function KeepableAnswer({ answer, title, onRefine }: Keepable) {
  const { actions } = useConsole();
  const { id } = useParams();
  const keep =
    actions.includes("chat:write") && id !== undefined ? (
      <KeepAnswer answer={answer} conversationId={id} {...(title === "" ? {} : { title })} />
    ) : null;
  return <AnswerCard answer={answer} onRefine={onRefine} actions={keep} />;
}

function ToolLine({ part }: { part: Extract<AnswerPart, { type: "tool" }> }) {
  const { t } = useTranslation("chat");
  return (
    <p className="flex items-center gap-2 text-sm text-muted">
      {part.state === "running" ? <Spinner label={t("tool.running")} /> : null}
      {part.state === "done" ? <Check aria-label={t("tool.done")} className="size-4 text-ok" /> : null}
      {part.state === "failed" ? <CircleAlert aria-label={t("tool.failed")} className="size-4 text-watch" /> : null}
      {part.label}
    </p>
  );
}
