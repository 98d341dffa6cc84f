import type { ReactNode } from "react";
import { Card, CardBody, CardFooter } from "#app/components/ui/card.tsx";
import type { Answered } from "#app/domain/metrics/answer.ts";
import type { MetricQuery } from "#app/domain/metrics/schemas.ts";
import { AnswerTable } from "./answer-table.tsx";

export type AnswerCardProps = {
  answer: Answered;
  /** The same question, asked anew after a person changed a part of it. */
  onRefine: (query: MetricQuery) => void;
  actions?: ReactNode;
};

/** One answer: what it says, what it rests on. The page that shows it has the texts of `answers`. */
export function AnswerCard({ answer, actions }: AnswerCardProps) {
  return (
    <Card>
      <CardBody className="grid gap-4">
        <p className="max-w-prose wrap-anywhere">{answer.answer}</p>
        {answer.rows.length > 0 ? (
          <AnswerTable label={answer.answer} columns={answer.columns} rows={answer.rows} totals={answer.result?.totals ?? []} />
        ) : null}
      </CardBody>
      {actions ? <CardFooter>{actions}</CardFooter> : null}
    </Card>
  );
}
