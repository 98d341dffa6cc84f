import { useDraft } from "#app/components/settings/use-draft.ts";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import type { Agent } from "#app/domain/agents/read-agent.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AgentForm } from "./agent-form.tsx";

const limits = ["everyMinutes", "ratePerMinute", "burst"] as const;

/** How often it looks by itself, and how fast it works. */
export function LimitsForm({ agent, mayWrite }: { agent: Agent; mayWrite: boolean }) {
  const { t } = useTranslation("automation");
  const { everyMinutes, ratePerMinute, burst } = agent;
  const [draft, setDraft] = useDraft({ everyMinutes: String(everyMinutes), ratePerMinute: String(ratePerMinute), burst: String(burst) });
  return (
    <AgentForm intent="limits" title={t("limits.title")} text={t("limits.text")} save={t("limits.save")} mayWrite={mayWrite}>
      {(errors) => (
        <div className="grid items-end gap-4 sm:grid-cols-3">
          {limits.map((name) => (
            <Field key={name} label={t(`limits.${name}`)} name={name} error={errors[name]}>
              <Input inputMode="numeric" value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
            </Field>
          ))}
        </div>
      )}
    </AgentForm>
  );
}
