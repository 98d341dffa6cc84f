import { useDraft } from "#app/components/settings/use-draft.ts";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Agent } from "#app/domain/agents/read-agent.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AgentForm } from "./agent-form.tsx";
import { useAgentWords } from "./use-agent-words.ts";

/** For each tool whether a person is asked first, and how much may be done without asking. */
export function LeavesForm({ agent, mayWrite }: { agent: Agent; mayWrite: boolean }) {
  const { t } = useTranslation("automation");
  const { toolOf, toolDoesOf } = useAgentWords();
  const locale = useLocale();
  const { tools, autonomy, actionsPerDay, doneByItselfToday } = agent;
  const saved = Object.fromEntries(tools.map((tool) => [tool, autonomy[tool] ?? "ask"] as const));
  const [draft, setDraft] = useDraft<Record<string, string>>({ ...saved, actionsPerDay: String(actionsPerDay) });
  const options = [
    { value: "ask", label: t("leaves.ask") },
    { value: "auto", label: t("leaves.auto") },
  ];
  return (
    <AgentForm intent="leaves" title={t("leaves.title")} text={t("leaves.text")} save={t("leaves.save")} mayWrite={mayWrite}>
      {(errors) => (
        <>
          <ul aria-label={t("leaves.tools")} className="grid gap-4">
            {tools.map((tool) => (
              <li key={tool}>
                <Field label={toolOf(tool)} name={`leave.${tool}`} description={toolDoesOf(tool)} error={errors[`autonomy.${tool}`]}>
                  <NativeSelect
                    className="sm:w-52"
                    options={options}
                    value={draft[tool]}
                    onChange={(event) => setDraft({ ...draft, [tool]: event.target.value })}
                  />
                </Field>
              </li>
            ))}
          </ul>
          <div className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
            <Field label={t("leaves.perDay")} name="actionsPerDay" description={t("leaves.perDayHint")} error={errors["actionsPerDay"]}>
              <Input
                inputMode="numeric"
                value={draft["actionsPerDay"]}
                onChange={(event) => setDraft({ ...draft, actionsPerDay: event.target.value })}
              />
            </Field>
            <dl className="text-sm">
              <dt className="font-semibold">{t("leaves.used")}</dt>
              <dd className="mt-1.5 leading-9 tabular-nums">
                {t("leaves.usedOf", { used: formatNumber(doneByItselfToday, locale), most: formatNumber(actionsPerDay, locale) })}
              </dd>
            </dl>
          </div>
        </>
      )}
    </AgentForm>
  );
}
