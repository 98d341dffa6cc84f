import { CalendarDays } from "lucide-react";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CalendarProps } from "./calendar.tsx";
import { cn } from "./cn.ts";
import { controlClass } from "./control-class.ts";
import { useFieldControl } from "./field-context.ts";
import { formatIsoDay } from "./iso-day.ts";
import { Popover } from "./popover.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useLocale } from "./use-locale.ts";

const Calendar = lazy<ComponentType<CalendarProps>>(async () => {
  const module = await import("./calendar.tsx");
  return { default: module.Calendar };
});

export type DatePickerProps = {
  name?: string;
  defaultValue?: string;
  onChange?: (day: string | undefined) => void;
  /** The person's today, from the loader. */
  today: string;
  minDay?: string;
  maxDay?: string;
  className?: string;
};

/** One day, posted as "2026-11-20" under the field's name. */
export function DatePicker({ name, defaultValue, onChange, className, ...calendar }: DatePickerProps) {
  const { t } = useTranslation("ui");
  const locale = useLocale();
  const wired = useFieldControl({ name });
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState(defaultValue);
  function choose(next: string | undefined) {
    setDay(next);
    onChange?.(next);
    setOpen(false);
  }
  return (
    <>
      <input type="hidden" name={wired.name ?? name} value={day ?? ""} />
      <Popover
        open={isOpen}
        onOpenChange={setOpen}
        label={t("date.choose")}
        trigger={
          <button
            type="button"
            id={wired.id}
            aria-describedby={wired["aria-describedby"]}
            className={cn(
              controlClass,
              "flex items-center justify-between gap-2 text-left",
              wired["aria-invalid"] && "border-wrong",
              className,
            )}
          >
            <span className={cn(!day && "text-faint")}>{day ? formatIsoDay(day, locale) : t("date.choose")}</span>
            <CalendarDays aria-hidden className="size-4 shrink-0 text-faint" />
          </button>
        }
      >
        <Suspense fallback={<Skeleton className="h-72 w-64" />}>
          <Calendar value={day} onChange={choose} {...calendar} />
        </Suspense>
      </Popover>
    </>
  );
}
