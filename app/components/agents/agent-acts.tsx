import { FlaskConical, Pause, Play, ScanEye } from "lucide-react";
import { useFetcher, useNavigate } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
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
      <Button
        type="submit"
        name="intent"
        value="run"
        size="sm"
        icon={<ScanEye aria-hidden />}
        loading={sent === "run"}
        aria-label={labelOf(t("acts.run"))}
      >
        {t("acts.run")}
      </Button>
      <Button
        type="submit"
        name="intent"
        value="dry"
        size="sm"
        icon={<FlaskConical aria-hidden />}
        title={t("acts.dryHint")}
        loading={sent === "dry"}
        aria-label={labelOf(t("acts.dry"))}
      >
        {t("acts.dry")}
      </Button>
      {state === "on" ? (
        <Button
          type="submit"
          name="intent"
          value="paused"
          size="sm"
          variant="ghost"
          icon={<Pause aria-hidden />}
          loading={sent === "paused"}
          aria-label={labelOf(t("acts.pause"))}
        >
          {t("acts.pause")}
        </Button>
      ) : (
        <Button
          type="submit"
          name="intent"
          value="resumed"
          size="sm"
          variant="primary"
          icon={<Play aria-hidden />}
          loading={sent === "resumed"}
          aria-label={labelOf(t("acts.resume"))}
        >
          {t("acts.resume")}
        </Button>
      )}
    </acting.Form>
  );
}
