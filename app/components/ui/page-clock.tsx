import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

type PageClockFacts = { nowMs: number; timeZone: string };

const PageClockContext = createContext<PageClockFacts>({ nowMs: 0, timeZone: "UTC" });
const tickMs = 15_000;

/** First the loader's time, so that server and browser render the same words; then it ticks. */
export function PageClock({ nowMs, timeZone, children }: PageClockFacts & { children: ReactNode }) {
  const [tickedMs, setTicked] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setTicked(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const shownMs = Math.max(nowMs, tickedMs);
  const facts = useMemo(() => ({ nowMs: shownMs, timeZone }), [shownMs, timeZone]);
  return <PageClockContext value={facts}>{children}</PageClockContext>;
}

export function usePageClock(): PageClockFacts {
  return useContext(PageClockContext);
}
