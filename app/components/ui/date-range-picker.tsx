import { CalendarRange } from "lucide-react";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RangeCalendarProps } from "./calendar.tsx";
import { Button } from "./button.tsx";
import { formatIsoDay, type IsoDayRange, lastDays } from "./iso-day.ts";
import { Popover } from "./popover.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useLocale } from "./use-locale.ts";

const RangeCalendar = lazy<ComponentType<RangeCalendarProps>>(async () => {
  const module = await import("./calendar.tsx");
  return { default: module.RangeCalendar };
});

export type DateRangePickerProps = {
  value?: IsoDayRange | undefined;
  onChange: (range: IsoDayRange | undefined) => void;
  /** The person's today, from the loader. */
  today: string;
  /** With a prefix "created" it posts `createdFrom` and `createdTo`. */
  namePrefix?: string;
  maxDay?: string;
};

const presets = [
  ["last7", 7],
  ["last30", 30],
  ["last90", 90],
] as const;

export function DateRangePicker({ value, onChange, today, namePrefix, maxDay }: DateRangePickerProps) {
  const { t } = useTranslation("ui");
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState(value);
  const write = (day: string) => formatIsoDay(day, locale);

  function apply(range: IsoDayRange | undefined) {
    setDraft(range);
    onChange(range);
    setOpen(false);
  }
  function change(open: boolean) {
    setDraft(value);
    setOpen(open);
  }
  return (
    <>
      {namePrefix ? (
        <>
          <input type="hidden" name={`${namePrefix}From`} value={value?.from ?? ""} />
          <input type="hidden" name={`${namePrefix}To`} value={value?.to ?? ""} />
        </>
      ) : null}
      <Popover
        open={isOpen}
        onOpenChange={change}
        label={t("date.chooseRange")}
        className="max-w-[calc(100vw-2rem)]"
        trigger={
          <Button size="sm" icon={<CalendarRange aria-hidden />} aria-label={value ? undefined : t("date.chooseRange")}>
            {value ? `${write(value.from)} – ${write(value.to)}` : t("date.chooseRange")}
          </Button>
        }
      >
        <div className="flex flex-wrap gap-4">
          <div className="grid content-start gap-1">
            {presets.map(([name, days]) => (
              <Button key={name} variant="ghost" size="sm" className="justify-start" onClick={() => apply(lastDays(today, days))}>
                {t(`date.${name}`)}
              </Button>
            ))}
          </div>
          <Suspense fallback={<Skeleton className="h-72 w-64" />}>
            <RangeCalendar value={draft} onChange={setDraft} today={today} maxDay={maxDay ?? today} />
          </Suspense>
        </div>
        <div className="mt-3 flex justify-end gap-2 border-t border-line pt-3">
          <Button size="sm" variant="ghost" onClick={() => apply(undefined)}>
            {t("date.clear")}
          </Button>
          <Button size="sm" variant="primary" onClick={() => apply(draft)}>
            {t("date.apply")}
          </Button>
        </div>
      </Popover>
    </>
  );
}
