import { useEffect } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { cn } from "#app/components/ui/cn.ts";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { Question } from "#app/domain/service/list-questions.server.ts";
import type { ServiceChannel } from "#app/domain/service/list-service-channels.server.ts";
import { questionStates } from "#app/domain/service/policy.ts";
import { AboutListing } from "./about-listing.tsx";
import { AnswerForm, type AnswerSent } from "./answer-form.tsx";

type QuestionCardProps = { question: Question; channel: ServiceChannel | undefined; mayAnswer: boolean };

export function QuestionCard({ question, channel, mayAnswer }: QuestionCardProps) {
  const { t } = useTranslation("service");
  const sending = useFetcher<AnswerSent | FormProblem>({ key: `answer-${question.id}` });
  // Shown as answered while it is on its way; a refusal brings the form back with its text.
  const onItsWay = sending.formData?.get("text");
  const isSent = sending.data?.ok === true;
  const shown = typeof onItsWay === "string" ? onItsWay : question.answer;
  useEffect(() => {
    if (isSent) toast.ok(t("questions.sent"));
  }, [isSent, t]);
  return (
    <li className="grid gap-3 border-b border-line px-5 py-4 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 text-sm text-muted">
          <AboutListing {...question} /> · {channel?.name ?? question.channelId}
        </p>
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
          <QuestionState question={question} />
          <RelativeTime ms={question.askedAt} />
        </p>
      </div>
      <div className="grid items-start gap-x-8 gap-y-3 lg:grid-cols-2">
        <p className="max-w-prose text-base break-words whitespace-pre-wrap">{question.text}</p>
        {shown === null ? null : (
          <div className={cn("max-w-prose border-l-2 border-line-strong pl-3", typeof onItsWay === "string" && "opacity-70")}>
            <p className="text-sm text-muted">
              {typeof onItsWay === "string" ? t("questions.sending") : t("questions.yourAnswer")}
              {question.answeredAt === null || typeof onItsWay === "string" ? null : (
                <>
                  {" · "}
                  <RelativeTime ms={question.answeredAt} />
                </>
              )}
            </p>
            <p className="break-words whitespace-pre-wrap">{shown}</p>
          </div>
        )}
        {question.state === "open" && !isSent ? (
          <div className={cn(typeof onItsWay === "string" && "hidden")}>
            {mayAnswer && isOpenTo(channel) ? (
              <AnswerForm question={question} sending={sending} />
            ) : (
              <WhyNot channel={channel} mayAnswer={mayAnswer} />
            )}
          </div>
        ) : null}
      </div>
    </li>
  );
}

function isOpenTo(channel: ServiceChannel | undefined): boolean {
  return channel !== undefined && channel.answers && channel.state === "active";
}

function WhyNot({ channel, mayAnswer }: { channel: ServiceChannel | undefined; mayAnswer: boolean }) {
  const { t } = useTranslation("service");
  if (!mayAnswer) return <p className="text-sm text-muted">{t("questions.readOnly")}</p>;
  return <p className="text-sm text-muted">{t(channel?.answers === false ? "questions.unsupported" : "questions.paused")}</p>;
}

function QuestionState({ question }: { question: Question }) {
  const { t } = useTranslation("service");
  if (question.isOverdue) return <StateBadge tone="wrong">{t("questions.overdue")}</StateBadge>;
  const state = questionStates.find((one) => one === question.state);
  if (state === undefined) return <Badge>{question.state}</Badge>;
  if (state === "open") return <StateBadge tone="watch">{t("questions.states.open")}</StateBadge>;
  if (state === "answered") return <StateBadge tone="ok">{t("questions.states.answered")}</StateBadge>;
  return <Badge>{t(`questions.states.${state}`)}</Badge>;
}
