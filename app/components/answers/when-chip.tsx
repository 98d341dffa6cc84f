import { CalendarRange, X } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { LazyOverlay } from "#app/components/ui/lazy-overlay.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { When } from "#app/domain/metrics/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useQueryWords } from "./use-query-words.ts";

type WhenChipProps = { label: string; when: When | null; none: string; mayChange: boolean };
type PanelProps = { when: When | null; onChoose: (when: When) => void };

const loadPanel = async (): Promise<ComponentType<PanelProps & { trigger: ReactNode }>> =>
  (await import("./chips/when-panel.tsx")).WhenOverlay;

/** The period of a whole board: posted to its page as JSON, or nothing for none of its own. */
export function WhenChip({ label, when, none, mayChange }: WhenChipProps) {
  const { t } = useTranslation("dashboards");
  const say = useQueryWords();
  const saving = useFetcher<{ ok: true } | FormProblem>();
  useAnswer(saving, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
  });
  const post = (period: string) => void saving.submit({ intent: "period", period }, { method: "post" });
  const text = when === null ? none : say.when(when).name;
  if (!mayChange)
    return (
      <p className="text-sm text-muted">
        {label}: {text}
      </p>
    );
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <LazyOverlay
        load={loadPanel}
        popup="dialog"
        overlay={{ when, onChoose: (next: When) => post(JSON.stringify(next)) }}
        trigger={
          <Button size="sm" icon={<CalendarRange aria-hidden />} loading={saving.state !== "idle"} className="max-w-full font-normal">
            <span className="min-w-0 truncate">
              {label}: <span className="font-semibold">{text}</span>
            </span>
          </Button>
        }
      />
      {when === null ? null : (
        <Button size="sm" variant="ghost" icon={<X aria-hidden />} onClick={() => post("")}>
          {t("board.clearPeriod")}
        </Button>
      )}
    </div>
  );
}
