import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formatDuration, formatNumber } from "#app/i18n/format.ts";
import { cn } from "./cn.ts";
import { useLocale } from "./use-locale.ts";

export type ProgressProps = {
  label: string;
  done?: number;
  /** Left out while the amount of work is unknown. */
  total?: number;
  timeLeftMs?: number;
  errors?: number;
  /** A cancel button or form. */
  action?: ReactNode;
  className?: string;
};

/** What, how many of how many, time left, errors so far, cancel. */
export function Progress({ label, done = 0, total, timeLeftMs, errors = 0, action, className }: ProgressProps) {
  const { t } = useTranslation("ui");
  const locale = useLocale();
  const ratio = total ? Math.min(1, done / total) : 0;
  const isFinished = total !== undefined && done >= total;
  const counted =
    total === undefined
      ? t("progress.running")
      : t("progress.counted", { done: formatNumber(done, locale), total: formatNumber(total, locale) });
  const timeLeft =
    timeLeftMs === undefined || isFinished ? null : <span>{t("progress.timeLeft", { duration: formatDuration(timeLeftMs, locale) })}</span>;
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{label}</span>
        <span className="text-muted">{isFinished ? t("progress.finished") : counted}</span>
      </div>
      <progress
        aria-label={label}
        aria-valuetext={counted}
        className="sr-only"
        {...(total === undefined ? {} : { max: total, value: done })}
      />
      <div aria-hidden className="h-2 overflow-hidden rounded-full border border-line bg-sunken">
        {total === undefined ? (
          <div className="h-full w-2/5 animate-travel rounded-full bg-accent" />
        ) : (
          <div className={cn("h-full rounded-full", isFinished ? "bg-ok" : "bg-accent")} style={{ width: `${ratio * 100}%` }} />
        )}
      </div>
      {timeLeft || errors > 0 || action ? (
        <div className="flex min-h-8 flex-wrap items-center gap-x-4 text-faint">
          {timeLeft}
          {errors > 0 ? <span className="font-semibold text-wrong">{t("progress.errors", { count: errors })}</span> : null}
          {action ? <span className="ml-auto">{action}</span> : null}
        </div>
      ) : null}
    </div>
  );
}
