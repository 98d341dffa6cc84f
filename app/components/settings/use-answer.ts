import { useEffect, useRef } from "react";

type Asked<Answer> = { state: "idle" | "loading" | "submitting"; data: Answer | undefined };

/** Tells each answer of an action once, when the page already shows what it changed. */
export function useAnswer<Answer>({ state, data }: Asked<Answer>, tell: (answer: Answer) => void): void {
  const latest = useRef(tell);
  const told = useRef<Answer>(undefined);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    if (state !== "idle" || data === undefined || data === told.current) return;
    told.current = data;
    latest.current(data);
  }, [state, data]);
}
