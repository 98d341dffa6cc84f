import { FlaskConical, Pause, Play, ScanEye } from "lucide-react";
import { useFetcher, useNavigate } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { ActButton } from "#app/components/ui/act-button.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useAgentWords } from "./use-agent-words.ts";

export type AgentAnswer =
  | { ok: true; intent: "run" | "dry"; runId: string }
  | { ok: true; intent: "paused" | "resumed" | "leaves" | "limits" | "settings" }
  | { ok: false; error: string; fields?: Record<string, string> };

/** What one can have an agent do at once. */
export function AgentActs({ id, state }: { id: string; state: "on" | "paused" }) {
  const { t } = useTranslation("automation");
  const { nameOf } = useAgentWords();
  const navigate = useNavigate();
  const acting = useFetcher<AgentAnswer>();
  useAnswer(acting, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if ("runId" in answer) {
      const to = `/agents/runs/${answer.runId}`;
      toast.ok(t(`acts.told.${answer.intent}`), { action: { label: t("acts.show"), onPress: () => void navigate(to) } });
    } else if (answer.intent === "paused" || answer.intent === "resumed") toast.ok(t(`acts.told.${answer.intent}`));
  });
  const sent = acting.formData?.get("intent");
  const labelOf = (act: string) => t("acts.labelOf", { act, agent: nameOf(id) });
  return (
    <acting.Form method="post" action={`/agents/${id}`} className="flex flex-wrap gap-2">
      <ActButton intent="run" icon={<ScanEye aria-hidden />} loading={sent === "run"} label={labelOf(t("acts.run"))}>
        {t("acts.run")}
      </ActButton>
      <ActButton
        intent="dry"
        icon={<FlaskConical aria-hidden />}
        title={t("acts.dryHint")}
        loading={sent === "dry"}
        label={labelOf(t("acts.dry"))}
      >
        {t("acts.dry")}
      </ActButton>
      {state === "on" ? (
        <ActButton
          intent="paused"
          variant="ghost"
          icon={<Pause aria-hidden />}
          loading={sent === "paused"}
          label={labelOf(t("acts.pause"))}
        >
          {t("acts.pause")}
        </ActButton>
      ) : (
        <ActButton
          intent="resumed"
          variant="primary"
          icon={<Play aria-hidden />}
          loading={sent === "resumed"}
          label={labelOf(t("acts.resume"))}
        >
          {t("acts.resume")}
        </ActButton>
      )}
    </acting.Form>
  );
}
