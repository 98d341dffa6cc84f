import { StateBadge } from "#app/components/ui/badge.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import type { ApprovalState } from "#app/domain/approvals/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const tones: Record<ApprovalState, StateTone> = {
  waiting: "watch",
  approved: "info",
  done: "ok",
  failed: "wrong",
  refused: "info",
  expired: "info",
};

export function ApprovalStateBadge({ state }: { state: ApprovalState }) {
  const { t } = useTranslation("approvals");
  return <StateBadge tone={tones[state]}>{t(`states.${state}`)}</StateBadge>;
}
