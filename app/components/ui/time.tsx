import { type DateStyle, formatDateTime, formatRelative } from "#app/i18n/format.ts";
import { usePageClock } from "./page-clock.tsx";
import { useLocale } from "./use-locale.ts";

type TimeProps = { ms: number; className?: string };

/** "5 minutes ago", with the full date on hover. Needs a `PageClock` above it. */
export function RelativeTime({ ms, className }: TimeProps) {
  const locale = useLocale();
  const { nowMs, timeZone } = usePageClock();
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatDateTime(ms, { locale, timeZone, style: "full" })} className={className}>
      {formatRelative(ms, nowMs, locale)}
    </time>
  );
}

export function DateTime({ ms, show = "datetime", className }: TimeProps & { show?: DateStyle }) {
  const locale = useLocale();
  const { timeZone } = usePageClock();
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatDateTime(ms, { locale, timeZone, style: "full" })} className={className}>
      {formatDateTime(ms, { locale, timeZone, style: show })}
    </time>
  );
}
