import { type RefObject, useEffect, useRef } from "react";

const nearPx = 240;

/** Keeps the end in sight while it grows and when it is settled, for whoever is there already; whoever reads further up is left alone. */
export function useFollowEnd(turns: number, parts: unknown, isSettled: boolean): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null);
  const known = useRef<{ turns: number; parts: unknown; isSettled: boolean; isNear: boolean }>({
    turns: 0,
    parts: undefined,
    isSettled: true,
    isNear: true,
  });
  useEffect(() => {
    function look() {
      const { scrollHeight } = document.documentElement;
      known.current.isNear = scrollHeight - window.scrollY - window.innerHeight < nearPx;
    }
    window.addEventListener("scroll", look, { passive: true });
    return () => window.removeEventListener("scroll", look);
  }, []);
  useEffect(() => {
    const isNew = turns > known.current.turns;
    const hasGrown = isNew || parts !== known.current.parts || isSettled !== known.current.isSettled;
    const { isNear } = known.current;
    known.current = { turns, parts, isSettled, isNear };
    if (hasGrown && (isNew || isNear)) end.current?.scrollIntoView({ block: "end" });
  }, [turns, parts, isSettled]);
  return end;
}
