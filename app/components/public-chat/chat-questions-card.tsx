import { useState } from "react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { type Outcome, outcomes } from "#app/domain/public-chat/kinds.ts";
import type { PublicQuestion } from "#app/domain/public-chat/list-public-questions.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ChatAnswer } from "./chat-settings-card.tsx";

type QuestionsProps = {
  questions: readonly PublicQuestion[];
  nextCursor: string | null;
  outcome: Outcome | undefined;
  mayWrite: boolean;
};

const tones = { answered: "ok", unanswered: "watch", declined: "info" } as const;

/** The newest first. What was not answered is what the shop's texts lack. */
export function ChatQuestionsCard({ questions, nextCursor, outcome, mayWrite }: QuestionsProps) {
  const { t } = useTranslation("visitors");
  const [isAsking, setAsking] = useState(false);
  const forgetting = useFetcher<ChatAnswer>();
  useAnswer(forgetting, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.intent === "forget") toast.ok(t("questions.forgotten", { count: answer.forgotten }));
  });
  const tabs = [
    { to: "?", label: t("questions.all"), current: outcome === undefined },
    ...outcomes.map((one) => ({ to: `?outcome=${one}`, label: t(`questions.${one}`), current: one === outcome })),
  ];
  const forgetAll =
    mayWrite && questions.length > 0 ? (
      <Button size="sm" onClick={() => setAsking(true)}>
        {t("questions.forgetAll")}
      </Button>
    ) : null;
  return (
    <Card>
      <CardHeader title={t("questions.title")} description={t("questions.text")} action={forgetAll} />
      <LinkTabs label={t("questions.filters")} tabs={tabs} className="px-5" />
      {questions.length > 0 ? (
        <ol aria-label={t("questions.title")} className="divide-y divide-line">
          {questions.map((question) => (
            <QuestionRow key={question.id} question={question} mayWrite={mayWrite} forgetting={forgetting} />
          ))}
        </ol>
      ) : outcome === undefined ? (
        <EmptyState title={t("questions.empty")}>{t("questions.emptyText")}</EmptyState>
      ) : (
        <CardBody className="text-muted">{t("questions.emptyFiltered")}</CardBody>
      )}
      <ListFooter nextCursor={nextCursor} />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("questions.askForget.title")}
        description={t("questions.askForget.text")}
        confirmLabel={t("questions.askForget.confirm")}
        destructive
        onConfirm={() => {
          setAsking(false);
          void forgetting.submit({ intent: "forget" }, { method: "post" });
        }}
      />
    </Card>
  );
}

type RowProps = { question: PublicQuestion; mayWrite: boolean; forgetting: ReturnType<typeof useFetcher<ChatAnswer>> };

function QuestionRow({ question, mayWrite, forgetting }: RowProps) {
  const { t } = useTranslation("visitors");
  const { id, question: asked, answer, outcome, source, askedAt, language } = question;
  return (
    <li className="grid gap-1.5 px-5 py-4">
      <p lang={language === "pt" ? "pt-BR" : "en"} className="font-semibold wrap-anywhere">
        {asked}
      </p>
      <p lang={language === "pt" ? "pt-BR" : "en"} className="max-w-prose text-sm wrap-anywhere whitespace-pre-line text-muted">
        {answer}
      </p>
      <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
        <StateBadge tone={tones[outcome]}>{t(`questions.outcomes.${outcome}`)}</StateBadge>
        {source === "model" ? <Badge>{t("questions.byModel")}</Badge> : null}
        <RelativeTime ms={askedAt} />
        {mayWrite ? (
          <forgetting.Form method="post" className="ml-auto">
            <input type="hidden" name="intent" value="forget" />
            <input type="hidden" name="questionId" value={id} />
            <Button type="submit" size="sm" variant="ghost" aria-label={t("questions.forgetOne", { question: asked })}>
              {t("questions.forget")}
            </Button>
          </forgetting.Form>
        ) : null}
      </div>
    </li>
  );
}
