import { useTranslation } from "#app/i18n/use-translation.ts";
import { StateBadge } from "#app/components/ui/badge.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";

const tones: Record<string, StateTone> = { active: "ok", paused: "info", attention: "wrong", disconnected: "info" };

export function ChannelState({ state }: { state: string }) {
  const { t } = useTranslation("channels");
  return <StateBadge tone={tones[state] ?? "info"}>{t(`states.${state as "active"}`)}</StateBadge>;
}
