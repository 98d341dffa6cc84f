import type { ReactNode } from "react";
import type { Field } from "#app/domain/conditions.ts";
import type { Trigger } from "#app/domain/triggers/trigger-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useConditionWords } from "./use-condition-words.ts";
import { useTriggerPhrases } from "./use-trigger-phrases.ts";

type SentenceProps = { trigger: Pick<Trigger, "event" | "schedule" | "repeats" | "conditions" | "actions">; fields: readonly Field[] };

/** When, if, then: all a trigger is. */
export function TriggerSentence({ trigger, fields }: SentenceProps) {
  const { t } = useTranslation("triggers");
  const { whenOf, actionOf } = useTriggerPhrases();
  const { conditionsOf } = useConditionWords();
  return (
    <dl className="grid max-w-prose gap-x-4 gap-y-1.5 sm:grid-cols-[auto_1fr]">
      <Part label={t("when")}>{whenOf(trigger)}</Part>
      <Part label={t("if")}>{conditionsOf(trigger.conditions, fields)}</Part>
      <Part label={t("so")}>{trigger.actions.map(actionOf).join("; ")}</Part>
    </dl>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="label-caps pt-0.5">{label}</dt>
      <dd className="min-w-0 break-words max-sm:mb-1">{children}</dd>
    </div>
  );
}
