import { CloudOff, LoaderCircle, Radio } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "#app/components/ui/cn.ts";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatRelative } from "#app/i18n/format.ts";
import type { LiveState } from "./shell-types.ts";

const looks = {
  live: { Icon: Radio, color: "text-ok", motion: "" },
  reconnecting: { Icon: LoaderCircle, color: "text-watch", motion: "animate-turn" },
  offline: { Icon: CloudOff, color: "text-wrong", motion: "" },
} satisfies Record<LiveState, unknown>;

export type LiveStatusProps = {
  state: LiveState;
  /** When the newest data on the page was true. */
  freshAtMs?: number | undefined;
};

export function LiveStatus({ state, freshAtMs }: LiveStatusProps) {
  const { t } = useTranslation("shell");
  const locale = useLocale();
  const { nowMs } = usePageClock();
  const { Icon, color, motion } = looks[state];
  const age = freshAtMs === undefined ? undefined : t("live.age", { age: formatRelative(Math.min(freshAtMs, nowMs), nowMs, locale) });
  return (
    <output className="flex items-center gap-1.5 px-1.5 whitespace-nowrap" title={age}>
      <Icon aria-hidden className={cn("size-4", color, motion)} />
      <span className={cn("font-semibold", state === "live" && "max-lg:sr-only")}>{t(`live.${state}`)}</span>
      {age && state !== "live" ? <span className="hidden text-faint xl:inline">{age}</span> : null}
    </output>
  );
}
