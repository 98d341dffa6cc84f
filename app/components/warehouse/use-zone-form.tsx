import { useState } from "react";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { toast } from "#app/components/ui/toast.ts";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { BinProblem } from "#app/domain/warehouse/bin-csv.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Done = { ok: true; intent: string; bins: number; binId: string; qty: string; waits: boolean; problems: BinProblem[] };
type ZoneAnswer = FormProblem | Done;
export type ZoneForm = ReturnType<typeof useZoneForm>;

/**
 * A form that asks the zone for something. Its command's id stays the same until there is an answer: sent twice by a slow
 * network, it is done once.
 */
export function useZoneForm(intent: string, onDone?: () => void) {
  const fetcher = useFetcher<ZoneAnswer>();
  const isHydrated = useHydrated();
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const tell = useTellDone();
  useAnswer(fetcher, (answer) => {
    // Answered is answered: what is asked next, corrected or not, is another wish.
    setCommandId(crypto.randomUUID());
    if (!answer.ok || isRefusal(answer)) return;
    tell(answer);
    onDone?.();
  });
  const problems = fetcher.data?.ok === true && isRefusal(fetcher.data) ? fetcher.data.problems : [];
  const problem = fetcher.data?.ok === false ? fetcher.data : undefined;
  const hidden = (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="commandId" value={isHydrated ? commandId : ""} />
    </>
  );
  return { fetcher, commandId, hidden, fields: problem?.fields ?? {}, error: problem?.error, problems };
}

/** Nothing was done because of what is wrong in a file. */
function isRefusal({ bins, problems }: Done): boolean {
  return bins === 0 && problems.length > 0;
}

function useTellDone() {
  const { t } = useTranslation("warehouse");
  return ({ intent, bins, binId: bin, qty, waits }: Done) => {
    if (waits) return toast.info(t("waits"));
    switch (intent) {
      case "lay-out":
      case "import":
        return toast.ok(t("laidOut", { count: bins }));
      case "receive":
        return toast.ok(t("received", { count: Number(qty), bin }));
      case "move":
        return toast.ok(t("moved", { count: Number(qty), bin }));
      case "adjust":
        return toast.ok(t("corrected", { bin }));
      case "approve":
        return toast.ok(t("approved"));
      case "refuse":
        return toast.ok(t("refused"));
      case "count":
        return toast.ok(t("countBooked", { bin }));
      default:
        return toast.ok(t("countPlanned", { bin }));
    }
  };
}
