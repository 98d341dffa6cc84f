import { Ban, Check, Circle, CircleDot, Undo2 } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "#app/components/ui/cn.ts";
import { DateTime } from "#app/components/ui/time.tsx";
import type { OrderDetail } from "#app/domain/orders/read-order.server.ts";
import { type TimelineStep, timelineOf } from "./order-steps.ts";

const icons = { done: Check, now: CircleDot, ahead: Circle } as const;

/** The order's way as a row of steps; on a phone from top to bottom. */
export function OrderTimeline({ order }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  return (
    <ol aria-label={t("timeline.title")} className="grid gap-y-3 sm:auto-cols-fr sm:grid-flow-col">
      {timelineOf(order).map((step, index) => (
        <Step key={step.name} step={step} isFirst={index === 0} />
      ))}
    </ol>
  );
}

function Step({ step: { name, mark, at }, isFirst }: { step: TimelineStep; isFirst: boolean }) {
  const { t } = useTranslation("orders");
  const isExit = name === "cancelled" || name === "returned";
  const ExitIcon = name === "cancelled" ? Ban : Undo2;
  const Icon = isExit ? ExitIcon : icons[mark];
  return (
    <li aria-current={mark === "now" ? "step" : undefined} className="flex items-start gap-3 sm:grid sm:content-start sm:gap-1.5">
      <span className="flex shrink-0 items-center sm:w-full">
        <span
          className={cn(
            "grid size-6 shrink-0 place-items-center rounded-full border",
            mark === "ahead" && "border-dashed border-line-strong text-faint",
            mark === "done" && "border-ink bg-raised text-ink",
            mark === "now" && "border-ink bg-ink text-raised",
          )}
        >
          <Icon aria-hidden className="size-3.5" />
        </span>
        <span
          aria-hidden
          className={cn("ml-1 hidden grow border-t sm:block", mark === "done" ? "border-ink" : "border-dashed border-line-strong")}
        />
      </span>
      <span className={cn("grid pr-2", isFirst && "pl-0", mark === "ahead" && "text-faint")}>
        <span className={cn(mark === "now" && "font-semibold")}>
          {t(`timeline.${name}`)}
          <span className="sr-only">, {t(`timeline.${mark}`)}</span>
        </span>
        {at === null ? null : <DateTime ms={at} className="text-sm text-muted" />}
      </span>
    </li>
  );
}
