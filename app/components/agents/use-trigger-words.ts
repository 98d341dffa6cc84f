import type { RunRow } from "#app/domain/agents/run-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Why an agent looked, and on whose wish. */
export function useTriggerWords(): (run: Pick<RunRow, "trigger" | "askedBy">) => string {
  const { t } = useTranslation("automation");
  return ({ trigger, askedBy }) =>
    trigger === "person" || trigger === "event" ? t(`run.triggers.${trigger}`, { name: askedBy }) : t(`run.triggers.${trigger}`);
}
