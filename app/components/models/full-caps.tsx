import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { CapState } from "#app/domain/ai/ports.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formatUsd } from "./usd.ts";
import { type People, useModelWords } from "./use-model-words.ts";

/** Caps that are nearly or quite used up, and what that means. */
export function FullCaps({ states, people }: { states: readonly CapState[]; people: People }) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  const { capOf } = useModelWords(people);
  return states.flatMap((state) => {
    if (state.level === "open") return [];
    const values = {
      cap: capOf(state),
      spent: formatUsd(state.spentMicroUsd, locale),
      limit: formatUsd(state.limitMicroUsd, locale),
    };
    return [
      <InlineAlert
        key={`${state.scope} ${state.subjectId} ${state.window}`}
        tone={state.level === "blocked" ? "wrong" : "watch"}
        title={t(`spend.${state.level}Title`)}
      >
        {t(`spend.${state.level}Text`, values)}
      </InlineAlert>,
    ];
  });
}
