import { useAgentWords } from "#app/components/agents/use-agent-words.ts";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { roles } from "#app/domain/accounts/permissions.ts";
import type { TriggerAction } from "#app/domain/triggers/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type ActionFieldsProps = {
  actions: readonly TriggerAction[];
  agents: readonly string[];
  tools: readonly string[];
  errors: Readonly<Record<string, string>>;
};

/** What is done: each kind once, whatever is left empty is not done. */
export function ActionFields({ actions, agents, tools, errors }: ActionFieldsProps) {
  const { t } = useTranslation(["triggers", "settings"]);
  const { nameOf, toolOf } = useAgentWords();
  const saved = <Kind extends TriggerAction["do"]>(kind: Kind) =>
    actions.find((one): one is Extract<TriggerAction, { do: Kind }> => one.do === kind);
  const errorOf = (...parts: string[]) =>
    Object.entries(errors).find(([name]) => name.startsWith("actions.") && parts.some((part) => name.endsWith(`.${part}`)))?.[1];
  const told = saved("notify");
  return (
    <div className="grid gap-5">
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{t("form.notify")}</legend>
        <p className="text-sm text-muted">{t("form.roles")}</p>
        <div className="flex flex-wrap gap-x-5">
          {roles.map((role) => (
            <label key={role} className="flex min-h-9 items-center gap-2">
              <Checkbox name="roles" value={role} defaultChecked={told?.roles.includes(role) ?? false} />
              {t(`roles.${role}.name`, { ns: "settings" })}
            </label>
          ))}
        </div>
        <Field label={t("form.text")} name="text" optional description={t("form.textHint")} error={errorOf("text")}>
          <Input className="max-w-prose" maxLength={200} defaultValue={told?.text ?? ""} />
        </Field>
      </fieldset>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("form.runAgent")} name="agent" error={errorOf("agent")}>
          <NativeSelect
            defaultValue={saved("run-agent")?.agent ?? ""}
            options={[{ value: "", label: t("form.noAgent") }, ...agents.map((agent) => ({ value: agent, label: nameOf(agent) }))]}
          />
        </Field>
        {tools.length === 0 ? null : (
          <Field label={t("form.propose")} name="tool" error={errorOf("tool")}>
            <NativeSelect
              defaultValue={saved("propose")?.tool ?? ""}
              options={[{ value: "", label: t("form.noTool") }, ...tools.map((tool) => ({ value: tool, label: toolOf(tool) }))]}
            />
          </Field>
        )}
      </div>
      <Field label={t("form.webhook")} name="url" optional description={t("form.webhookHint")} error={errorOf("url")}>
        <Input type="url" className="max-w-prose" maxLength={500} autoComplete="off" defaultValue={saved("webhook")?.url ?? ""} />
      </Field>
      {errors["actions"] === undefined ? null : <p className="text-sm text-wrong">{errors["actions"]}</p>}
    </div>
  );
}
