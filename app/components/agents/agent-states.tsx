import { FlaskConical } from "lucide-react";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import type { ProposalState, RunState } from "#app/domain/agents/kinds.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const runTones: Record<RunState, StateTone> = { queued: "info", running: "info", done: "ok", failed: "wrong", "put-off": "watch" };
const proposalTones: Record<ProposalState, StateTone> = {
  open: "watch",
  approved: "info",
  applying: "info",
  applied: "ok",
  failed: "wrong",
  rejected: "info",
  expired: "info",
  superseded: "info",
  undoing: "info",
  undone: "info",
};

export function AgentState({ state }: { state: "on" | "paused" }) {
  const { t } = useTranslation("automation");
  return <StateBadge tone={state === "on" ? "ok" : "watch"}>{t(`states.${state}`)}</StateBadge>;
}

export function RunStateBadge({ state }: { state: RunState }) {
  const { t } = useTranslation("automation");
  return <StateBadge tone={runTones[state]}>{t(`run.states.${state}`)}</StateBadge>;
}

export function ProposalStateBadge({ state }: { state: ProposalState }) {
  const { t } = useTranslation("automation");
  return <StateBadge tone={proposalTones[state]}>{t(`proposals.states.${state}`)}</StateBadge>;
}

export function DryBadge() {
  const { t } = useTranslation("automation");
  return <Badge icon={<FlaskConical aria-hidden />}>{t("run.dry")}</Badge>;
}
