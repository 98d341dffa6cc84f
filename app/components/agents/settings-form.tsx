import { useDraft } from "#app/components/settings/use-draft.ts";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import type { Agent } from "#app/domain/agents/read-agent.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AgentForm } from "./agent-form.tsx";
import { isPlain, type Setting } from "./read-setting.ts";
import { useAgentWords } from "./use-agent-words.ts";

const isNothing = (value: unknown) => value === null || (typeof value === "object" && Object.keys(value).length === 0);

/** The settings an agent has, whichever they are: a field each, of the kind of its value. */
export function SettingsForm({ agent: { settings }, mayWrite }: { agent: Agent; mayWrite: boolean }) {
  const { t } = useTranslation("automation");
  const { settingOf } = useAgentWords();
  const plain = Object.entries(settings).filter((entry): entry is [string, Setting] => isPlain(entry[1]));
  const others = Object.entries(settings).filter(([, value]) => !isPlain(value));
  const [draft, setDraft] = useDraft<Record<string, string>>(Object.fromEntries(plain.map(([name, value]) => [name, String(value)])));
  if (plain.length + others.length === 0) {
    return (
      <Card>
        <CardHeader title={t("settings.title")} />
        <CardBody className="text-muted">{t("settings.none")}</CardBody>
      </Card>
    );
  }
  const change = (name: string, value: string) => setDraft({ ...draft, [name]: value });
  return (
    <AgentForm intent="settings" title={t("settings.title")} text={t("settings.text")} save={t("settings.save")} mayWrite={mayWrite}>
      {(errors) => (
        <>
          <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
            {plain.map(([name, value]) => (
              <Field
                key={name}
                label={settingOf(name)}
                name={`setting.${name}`}
                error={errors[`settings.${name}`]}
                inline={typeof value === "boolean"}
              >
                {typeof value === "boolean" ? (
                  <Checkbox
                    value="true"
                    checked={draft[name] === "true"}
                    onChange={(event) => change(name, String(event.target.checked))}
                  />
                ) : (
                  <Input
                    inputMode={typeof value === "number" ? "decimal" : "text"}
                    value={draft[name] ?? ""}
                    onChange={(event) => change(name, event.target.value)}
                  />
                )}
              </Field>
            ))}
          </div>
          {others.map(([name, value]) => (
            <p key={name} className="text-muted">
              <strong className="font-semibold text-ink">{settingOf(name)}</strong>{" "}
              {isNothing(value) ? t("settings.fixedNone") : t("settings.fixed", { value: JSON.stringify(value) })}
            </p>
          ))}
        </>
      )}
    </AgentForm>
  );
}
