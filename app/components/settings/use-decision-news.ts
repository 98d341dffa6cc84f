import { useSubmit } from "react-router";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useAnswer } from "./use-answer.ts";

type Decided<State extends string> = { ok: true; id: string; state: State } | FormProblem;
type Deciding<State extends string> = Parameters<typeof useAnswer<Decided<State>>>[0];

/** Says what was decided about a row of a page, and offers to take it back. */
export function useDecisionNews<State extends string>(deciding: Deciding<State>, page: string, told: (state: State) => string): void {
  const { t } = useTranslation("common");
  const submit = useSubmit();
  useAnswer(deciding, (answer) => {
    if (!answer.ok) {
      toast.wrong(answer.error);
      return;
    }
    const { id, state } = answer;
    const undo = () => void submit({ id, state: "open" }, { method: "post", action: page, navigate: false });
    toast.ok(told(state), state === "open" ? {} : { action: { label: t("undo"), onPress: undo } });
  });
}
