import { useAgentWords } from "#app/components/agents/use-agent-words.ts";
import type { CapScope, CapWindow } from "#app/domain/ai/kinds.ts";
import { purposes } from "#app/domain/ai/purposes.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Cap = { scope: CapScope; subjectId: string; window: CapWindow };
export type People = readonly { id: string; name: string }[];

/** What purposes, those who ask and caps are called. */
export function useModelWords(people: People = []) {
  const { t } = useTranslation("models");
  const { nameOf } = useAgentWords();
  function whom({ scope, subjectId }: Omit<Cap, "window">): string {
    if (subjectId === "") return t(`caps.each.${scope}`);
    if (scope === "agent") return nameOf(subjectId);
    return people.find(({ id }) => id === subjectId)?.name ?? t("caps.gone");
  }
  return {
    purposeOf(purpose: string): string {
      const known = purposes.find((one) => one === purpose);
      return known === undefined ? purpose : t(`purposes.names.${known}`);
    },
    askerOf: ({ kind, id, label }: { kind: string; id: string; label: string }) => (kind === "agent" ? nameOf(id) : label),
    whom,
    capOf: (cap: Cap) => `${whom(cap)}, ${t(`caps.perWindow.${cap.window}`)}`,
  };
}
