import { ArrowDown, ArrowUp, GripVertical, PinOff, RotateCw } from "lucide-react";
import type { DragEvent } from "react";
import { useFetcher } from "react-router";
import { HowComputed } from "#app/components/answers/how-computed.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { cn } from "#app/components/ui/cn.ts";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { DateTime, RelativeTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { pinSizes } from "#app/domain/artifacts/kinds.ts";
import type { AnsweredPin } from "#app/domain/artifacts/read-dashboard.server.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { SectionView } from "./section-view.tsx";

type PinCardProps = {
  pin: AnsweredPin;
  mayArrange: boolean;
  isFirst: boolean;
  isLast: boolean;
  isOver: boolean;
  onMove: (by: -1 | 1) => void;
  onDrag: { start: (event: DragEvent) => void; over: (event: DragEvent) => void; drop: (event: DragEvent) => void };
};

const widths = { third: "lg:col-span-2", half: "lg:col-span-3", full: "lg:col-span-6" } as const;

/** One answer of a board: it is read again by itself, and keeps what it showed where that fails. */
export function PinCard({ pin: loaded, mayArrange, isFirst, isLast, isOver, onMove, onDrag }: PinCardProps) {
  const { t } = useTranslation("dashboards");
  const reading = useFetcher<AnsweredPin>();
  const changing = useFetcher<{ ok: true } | FormProblem>();
  useAnswer(changing, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
  });
  const pin = newest(reading.data, loaded);
  const { answer, title } = pin;
  const shown = answer.state === "failed" && loaded.answer.state === "answered" ? loaded.answer : answer;
  const act = (text: string) => t("board.actOf", { act: text, what: title });
  return (
    <Card
      aria-label={title}
      className={cn("flex flex-col", widths[loaded.size], isOver && "border-accent")}
      onDragOver={onDrag.over}
      onDrop={onDrag.drop}
    >
      <CardHeader
        level={2}
        title={
          <span className="flex items-center gap-1.5">
            {mayArrange ? (
              <span draggable onDragStart={onDrag.start} title={t("board.drag")} className="-ml-2 cursor-grab text-faint max-lg:hidden">
                <GripVertical aria-hidden className="size-4" />
              </span>
            ) : null}
            <bdi className="min-w-0 wrap-anywhere">{title}</bdi>
          </span>
        }
        action={
          <Button
            size="icon-sm"
            variant="ghost"
            loading={reading.state !== "idle"}
            aria-label={act(t("board.refresh"))}
            icon={<RotateCw aria-hidden />}
            onClick={() => void reading.load(`/pins/${loaded.id}`)}
          />
        }
      />
      <CardBody className="grow">
        {shown !== answer && shown.state === "answered" ? (
          <p className="mb-3 text-sm text-watch">
            {t("board.stale")} <DateTime ms={shown.asOfMs} />
          </p>
        ) : null}
        <SectionView answer={shown} />
      </CardBody>
      <footer className="flex flex-wrap items-center gap-1 border-t border-line px-3 py-1.5 text-sm text-muted">
        {shown.state === "answered" ? (
          <>
            <span className="px-2">
              <RelativeTime ms={shown.asOfMs} />
            </span>
            <HowComputed query={shown.query} comparedWith={shown.result.comparedWith} asOfMs={shown.asOfMs} />
          </>
        ) : null}
        {mayArrange ? (
          <span className="ml-auto flex items-center gap-1">
            <NativeSelect
              aria-label={act(t("board.size"))}
              className="w-28"
              value={loaded.size}
              onChange={(event) => void changing.submit({ size: event.target.value }, { method: "post", action: `/pins/${loaded.id}` })}
              options={pinSizes.map((size) => ({ value: size, label: t(`board.sizes.${size}`) }))}
            />
            <Button
              size="icon-sm"
              variant="ghost"
              disabled={isFirst}
              aria-label={act(t("board.earlier"))}
              icon={<ArrowUp aria-hidden />}
              onClick={() => onMove(-1)}
            />
            <Button
              size="icon-sm"
              variant="ghost"
              disabled={isLast}
              aria-label={act(t("board.later"))}
              icon={<ArrowDown aria-hidden />}
              onClick={() => onMove(1)}
            />
            <Button
              size="icon-sm"
              variant="ghost"
              aria-label={act(t("board.unpin"))}
              icon={<PinOff aria-hidden />}
              onClick={() => void changing.submit({ intent: "unpin" }, { method: "post", action: `/pins/${loaded.id}` })}
            />
          </span>
        ) : null}
      </footer>
    </Card>
  );
}

/** The page may have been read again since the card was. */
function newest(own: AnsweredPin | undefined, loaded: AnsweredPin): AnsweredPin {
  if (own === undefined) return loaded;
  const at = ({ answer }: AnsweredPin) => (answer.state === "answered" ? answer.asOfMs : 0);
  return own.answer.state === "failed" || at(own) >= at(loaded) ? own : loaded;
}
