import { Lock, TriangleAlert } from "lucide-react";
import { AnswerBody } from "#app/components/answers/answer-body.tsx";
import type { SectionAnswer, SectionPicture } from "#app/domain/artifacts/section-answer.ts";
import type { ChartSpec } from "#app/domain/metrics/answer.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** An answer, or why there is none: each says it by itself. */
export function SectionView({ answer }: { answer: SectionAnswer }) {
  const { t } = useTranslation("dashboards");
  if (answer.state !== "answered") {
    const Icon = answer.state === "forbidden" ? Lock : TriangleAlert;
    return (
      <p className="flex items-center gap-2 text-muted">
        <Icon aria-hidden className="size-4 shrink-0" />
        {t(`state.${answer.state}`)}
      </p>
    );
  }
  const { title, result, explanation, chart } = answer;
  return <Shown title={title} chart={chart} picture={{ ...result, explanation }} />;
}

type ShownProps = { title: string; chart: ChartSpec | null; picture: SectionPicture };

/** Rows with their drawing: of now, or as they were. */
export function Shown({ title, chart, picture }: ShownProps) {
  const { explanation, ...result } = picture;
  return (
    <div className="grid min-w-0 gap-3">
      <AnswerBody title={title} answer={{ chart, columns: result.columns, rows: result.rows, explanation, found: [], result }} />
    </div>
  );
}
