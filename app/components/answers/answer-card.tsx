import { Bot, ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardFooter } from "#app/components/ui/card.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import type { Answered } from "#app/domain/metrics/answer.ts";
import type { MetricQuery } from "#app/domain/metrics/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AnswerBody } from "./answer-body.tsx";
import { answerCsv } from "./answer-csv.ts";
import { HowComputed } from "./how-computed.tsx";
import { QueryChips } from "./query-chips.tsx";
import { useColumnNames } from "./use-column-names.ts";
import { useQueryWords } from "./use-query-words.ts";

type AnswerCardProps = {
  answer: Answered;
  /** The same question, asked anew after a person changed a part of it. */
  onRefine: (query: MetricQuery) => void;
  actions?: ReactNode;
};

/** One answer: what it says, what it rests on, and the question behind it to change by hand. */
export function AnswerCard({ answer, onRefine, actions }: AnswerCardProps) {
  const { query, result } = answer;
  const { t } = useTranslation("answers");
  const nameOf = useColumnNames();
  const say = useQueryWords();
  const isOfNumbers = query.type === "metric" || query.type === "why";
  const asked = isOfNumbers ? withoutType(query) : undefined;
  // The sentence is read once: a chart is called by what it shows.
  const title = asked === undefined ? t("found") : [say.metric[asked.metric].name, say.splits(asked)].filter(Boolean).join(" ");
  const isModel = answer.source === "model";
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- many stand below each other: sections with a name would be landmarks
    <Card role="group" aria-label={t("card")}>
      <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-4 max-sm:p-4">
        <p className="max-w-prose wrap-anywhere">
          <bdi>{answer.answer}</bdi>
        </p>
        {asked === undefined ? null : (
          <QueryChips query={asked} known={{ columns: answer.columns, rows: answer.rows }} onRefine={onRefine} />
        )}
        <AnswerBody title={title} answer={answer} />
      </CardBody>
      <CardFooter className="justify-start gap-2 max-sm:px-4">
        <Badge icon={isModel ? <Bot aria-hidden /> : <ListChecks aria-hidden />}>{t(isModel ? "source.model" : "source.rules")}</Badge>
        {asked === undefined ? null : (
          <HowComputed
            query={asked}
            comparedWith={result?.comparedWith ?? answer.explanation?.comparedWith ?? null}
            asOfMs={result?.asOfMs ?? null}
          />
        )}
        {answer.rows.length === 0 ? null : (
          <CopyButton size="sm" variant="ghost" label={t("copyCsv")} value={answerCsv(answer.columns, answer.rows, nameOf)} />
        )}
        {actions ? <span className="ml-auto flex flex-wrap gap-2">{actions}</span> : null}
      </CardFooter>
    </Card>
  );
}

function withoutType({ type: _type, ...query }: { type: string } & MetricQuery): MetricQuery {
  return query;
}
