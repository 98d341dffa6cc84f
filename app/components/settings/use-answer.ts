import { useEffect, useRef } from "react";

/** `data` is null once the fetcher was reset: nothing was answered. */
type Asked<Answer> = { state: "idle" | "loading" | "submitting"; data: Answer | null | undefined };

/** Tells each answer of an action once, when the page already shows what it changed. */
export function useAnswer<Answer>({ state, data }: Asked<Answer>, tell: (answer: Answer) => void): void {
  const latest = useRef(tell);
  const told = useRef<Answer>(undefined);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    if (state !== "idle" || data === undefined || data === null || data === told.current) return;
    told.current = data;
    latest.current(data);
  }, [state, data]);
}
