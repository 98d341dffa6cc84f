import { Archive, Pin } from "lucide-react";
import { useFetcher, useNavigate } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { Answered } from "#app/domain/metrics/answer.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { plainLabel } from "./plain-label.ts";

export type KeptAnswer = { ok: true; href: string; intent: "pin" | "keep" } | FormProblem;

const titleSigns = 110;

/** Pins an answer to the workspace's board, or keeps it for later. Texts that were found are no numbers, and are not kept. */
export function KeepAnswer({ answer, title, conversationId }: { answer: Answered; title?: string; conversationId?: string }) {
  const { t } = useTranslation("dashboards");
  const navigate = useNavigate();
  const keeping = useFetcher<KeptAnswer>();
  useAnswer(keeping, (kept) => {
    if (!kept.ok) toast.wrong(kept.error);
    else {
      const label = t(kept.intent === "pin" ? "artifact.toBoard" : "artifact.open");
      toast.ok(t(kept.intent === "pin" ? "artifact.pinned" : "artifact.kept"), {
        action: { label, onPress: () => void navigate(kept.href) },
      });
    }
  });
  if (answer.query.type !== "metric" && answer.query.type !== "why") return null;
  const { type, ...query } = answer.query;
  const section = { title: plainLabel(title ?? answer.answer, titleSigns), type, query, chart: answer.chart };
  const post = (intent: "pin" | "keep") =>
    void keeping.submit(
      { intent, section: JSON.stringify(section), conversationId: conversationId ?? "" },
      { method: "post", action: "/pins" },
    );
  const isBusy = keeping.state !== "idle";
  return (
    <>
      <Button size="sm" variant="ghost" icon={<Pin aria-hidden />} loading={isBusy} onClick={() => post("pin")}>
        {t("artifact.pin")}
      </Button>
      <Button size="sm" variant="ghost" icon={<Archive aria-hidden />} loading={isBusy} onClick={() => post("keep")}>
        {t("artifact.keep")}
      </Button>
    </>
  );
}
