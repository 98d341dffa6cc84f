import { useTranslation } from "#app/i18n/use-translation.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";

const tones: Record<string, StateTone> = { active: "ok", paused: "info", attention: "wrong", disconnected: "info" };

export function ChannelState({ state, erasingAt }: { state: string; erasingAt: number | null }) {
  const { t } = useTranslation("channels");
  if (erasingAt !== null) return <StateBadge tone="watch">{t("erasing.short")}</StateBadge>;
  return <StateBadge tone={tones[state] ?? "info"}>{t(`states.${state as "active"}`)}</StateBadge>;
}
