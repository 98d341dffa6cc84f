import { DayPicker, type DateRange, type Matcher } from "react-day-picker";
import { enUS } from "react-day-picker/locale/en-US";
import { ptBR } from "react-day-picker/locale/pt-BR";
import type { Locale } from "#app/i18n/locales.ts";
import { cn } from "./cn.ts";
import { formatIsoDay, fromIsoDay, type IsoDayRange, toIsoDay } from "./iso-day.ts";
import { useLocale } from "./use-locale.ts";

const languages = { en: enUS, "pt-BR": ptBR };
const dayClasses = {
  root: "relative text-sm",
  months: "flex flex-wrap gap-6",
  month: "grid gap-2",
  nav: "absolute inset-x-0 top-0 flex justify-between",
  button_previous: "inline-flex size-8 items-center justify-center rounded text-muted hover:bg-sunken aria-disabled:opacity-40",
  button_next: "inline-flex size-8 items-center justify-center rounded text-muted hover:bg-sunken aria-disabled:opacity-40",
  chevron: "size-4 fill-current",
  month_caption: "flex h-8 items-center justify-center font-semibold",
  month_grid: "border-collapse",
  weekday: "size-9 text-xs font-semibold text-faint",
  day: "p-0 text-center",
  day_button: "size-9 rounded hover:bg-sunken pointer-coarse:size-10",
  today: "[&>button]:font-bold [&>button]:underline [&>button]:underline-offset-4",
  outside: "text-faint",
  disabled: "[&>button]:cursor-not-allowed [&>button]:text-faint [&>button]:line-through",
  selected: "[&>button]:bg-accent [&>button]:text-accent-ink [&>button]:hover:bg-accent-hover",
  range_start: "rounded-l bg-accent-soft",
  range_end: "rounded-r bg-accent-soft",
  range_middle: "bg-accent-soft [&>button]:bg-transparent [&>button]:text-ink [&>button]:hover:bg-transparent",
};

type Common = { minDay?: string; maxDay?: string; today?: string; className?: string };
export type CalendarProps = Common & { value?: string | undefined; onChange: (day: string | undefined) => void };
export type RangeCalendarProps = Common & {
  value?: IsoDayRange | undefined;
  onChange: (range: IsoDayRange | undefined) => void;
  months?: 1 | 2;
};

function outsideOf({ minDay, maxDay }: Common): Matcher[] {
  return [...(minDay ? [{ before: fromIsoDay(minDay) }] : []), ...(maxDay ? [{ after: fromIsoDay(maxDay) }] : [])];
}

/** The library says "1st", which does not hold the "1" on the button; the weekday and plain number do. */
function labelsIn(locale: Locale) {
  return { labelDayButton: (date: Date) => formatIsoDay(toIsoDay(date), locale, "weekday") };
}

export function Calendar({ value, onChange, className, today, ...limits }: CalendarProps) {
  const locale = useLocale();
  const selected = value ? fromIsoDay(value) : undefined;
  return (
    <DayPicker
      mode="single"
      locale={languages[locale]}
      labels={labelsIn(locale)}
      {...(today ? { today: fromIsoDay(today) } : {})}
      classNames={dayClasses}
      className={cn(className)}
      selected={selected}
      {...(selected ? { defaultMonth: selected } : {})}
      disabled={outsideOf(limits)}
      onSelect={(day) => onChange(day && toIsoDay(day))}
    />
  );
}

export function RangeCalendar({ value, onChange, months = 1, className, today, ...limits }: RangeCalendarProps) {
  const locale = useLocale();
  const selected: DateRange | undefined = value && { from: fromIsoDay(value.from), to: fromIsoDay(value.to) };
  return (
    <DayPicker
      mode="range"
      numberOfMonths={months}
      locale={languages[locale]}
      labels={labelsIn(locale)}
      {...(today ? { today: fromIsoDay(today) } : {})}
      classNames={dayClasses}
      className={cn(className)}
      selected={selected}
      {...(selected?.from ? { defaultMonth: selected.from } : {})}
      disabled={outsideOf(limits)}
      onSelect={(range) => onChange(range?.from && { from: toIsoDay(range.from), to: toIsoDay(range.to ?? range.from) })}
    />
  );
}
