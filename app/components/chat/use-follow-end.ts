import { type RefObject, useEffect, useRef } from "react";

const nearPx = 240;

/** Keeps the end in sight while it grows, for whoever is there already; whoever reads further up is left alone. */
export function useFollowEnd(turns: number, parts: unknown): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null);
  const known = useRef<{ turns: number; parts: unknown; isNear: boolean }>({ turns: 0, parts: undefined, isNear: true });
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
    const hasGrown = isNew || parts !== known.current.parts;
    const { isNear } = known.current;
    known.current = { turns, parts, isNear };
    if (hasGrown && (isNew || isNear)) end.current?.scrollIntoView({ block: "end" });
  }, [turns, parts]);
  return end;
}
