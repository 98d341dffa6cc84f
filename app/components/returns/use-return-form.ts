import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import type { FormProblem } from "#app/domain/errors.ts";

export type ReturnAnswer = FormProblem | { ok: true; intent: string; id: string };

/** A form about a return. Whoever shows it keeps this where it stays, as the form itself may go with a change elsewhere. */
export function useReturnForm(onDone: (answer: ReturnAnswer & { ok: true }) => void) {
  const fetcher = useFetcher<ReturnAnswer>();
  useAnswer(fetcher, (answer) => {
    if (answer.ok) onDone(answer);
  });
  const problem = fetcher.data?.ok === false && fetcher.state === "idle" ? fetcher.data : undefined;
  return { fetcher, isBusy: fetcher.state !== "idle", fields: problem?.fields ?? {}, error: problem?.error };
}

export type ReturnForm = ReturnType<typeof useReturnForm>;
