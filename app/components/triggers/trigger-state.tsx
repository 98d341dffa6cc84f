import { StateBadge } from "#app/components/ui/badge.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import type { TriggerState } from "#app/domain/triggers/trigger-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const tones: Record<TriggerState, StateTone> = { on: "ok", off: "info", paused: "wrong" };

export function TriggerStateBadge({ state }: { state: TriggerState }) {
  const { t } = useTranslation("triggers");
  return <StateBadge tone={tones[state]}>{t(`states.${state}`)}</StateBadge>;
}
