import { StateBadge } from "#app/components/ui/badge.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import type { TaskState } from "#app/domain/delegations/kinds.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const tones: Record<TaskState, StateTone> = {
  submitted: "info",
  working: "info",
  "input-required": "watch",
  "auth-required": "watch",
  completed: "ok",
  failed: "wrong",
  canceled: "info",
  rejected: "info",
};

export function TaskStateBadge({ state }: { state: TaskState }) {
  const { t } = useTranslation("delegations");
  return <StateBadge tone={tones[state]}>{t(`states.${state}`)}</StateBadge>;
}
