import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** When the clock has it look again; one that is due looks at the next tick. */
export function NextLook({ state, nextRunAt }: { state: "on" | "paused"; nextRunAt: number | null }) {
  const { t } = useTranslation("automation");
  const { nowMs } = usePageClock();
  if (state === "paused") return t("list.whilePaused");
  if (nextRunAt === null || nextRunAt <= nowMs) return t("list.whenDue");
  return <RelativeTime ms={nextRunAt} />;
}
