import { type DragEvent, useState } from "react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { toast } from "#app/components/ui/toast.ts";
import type { AnsweredPin } from "#app/domain/artifacts/read-dashboard.server.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { movePin } from "./move-pin.ts";
import { PinCard } from "./pin-card.tsx";

/** The answers of a board in their order, which the pointer changes by dragging and the keyboard by buttons. */
export function BoardGrid({ pins, mayArrange }: { pins: readonly AnsweredPin[]; mayArrange: boolean }) {
  const { t } = useTranslation("dashboards");
  const arranging = useFetcher<{ ok: true } | FormProblem>();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const [news, setNews] = useState("");
  useAnswer(arranging, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
  });
  const wanted = arranging.state === "idle" ? undefined : arranging.formData?.get("pinIds");
  const shown = ordered(pins, typeof wanted === "string" ? wanted.split(" ") : []);
  const ids = shown.map(({ id }) => id);
  function arrange(id: string, to: number) {
    const next = movePin(ids, id, to);
    if (next === ids) return;
    const title = shown.find((pin) => pin.id === id)?.title ?? "";
    setNews(t("board.moved", { title, place: next.indexOf(id) + 1, all: next.length }));
    void arranging.submit({ intent: "arrange", pinIds: next.join(" ") }, { method: "post" });
  }
  return (
    <>
      <div className="grid items-stretch gap-5 lg:grid-cols-6">
        {shown.map((pin, index) => (
          <PinCard
            key={pin.id}
            pin={pin}
            mayArrange={mayArrange}
            isFirst={index === 0}
            isLast={index === shown.length - 1}
            isOver={over === pin.id && dragged !== undefined && dragged !== pin.id}
            onMove={(by) => arrange(pin.id, index + by)}
            onDrag={{
              start: (event: DragEvent) => {
                event.dataTransfer.setData("text/plain", pin.title);
                event.dataTransfer.effectAllowed = "move";
                setDragged(pin.id);
              },
              over: (event: DragEvent) => {
                if (dragged === undefined) return;
                event.preventDefault();
                setOver(pin.id);
              },
              drop: (event: DragEvent) => {
                event.preventDefault();
                if (dragged !== undefined) arrange(dragged, index);
                setDragged(undefined);
                setOver(undefined);
              },
            }}
          />
        ))}
      </div>
      <p aria-live="polite" className="sr-only">
        {news}
      </p>
    </>
  );
}

/** As it was asked for, until the server has said so too. */
function ordered(pins: readonly AnsweredPin[], ids: readonly string[]): readonly AnsweredPin[] {
  if (ids.length !== pins.length) return pins;
  return pins.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
