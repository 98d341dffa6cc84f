import { type RefObject, useEffect, useRef } from "react";

const nearPx = 240;
/** What an answer draws is fetched when it is first needed, and takes its room a moment after the answer itself. */
const settlesWithinMs = 15_000;
/** How people scroll. What an answer takes by itself may look like scrolling away. */
const gestures = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
/** Of the keys those that scroll, pressed outside of a field: writing and sending a question is not reading further up. */
const scrollingKeys: ReadonlySet<string> = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

type Known = { turns: number; parts: unknown; isSettled: boolean; isNear: boolean; followUntilMs: number };

/** Keeps the end in sight while it grows and settles, for whoever is there already; whoever reads further up is left alone. */
export function useFollowEnd(turns: number, parts: unknown, isSettled: boolean): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null);
  const known = useRef<Known>({ turns: 0, parts: undefined, isSettled: true, isNear: true, followUntilMs: 0 });
  useEffect(() => {
    let isByHand = false;
    const touch = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || scrolls(event)) isByHand = true;
    };
    function look() {
      if (!isByHand) return;
      const { scrollHeight } = document.documentElement;
      known.current.isNear = scrollHeight - window.scrollY - window.innerHeight < nearPx;
    }
    const growth = new ResizeObserver(() => {
      const { isNear, followUntilMs } = known.current;
      if (isNear && Date.now() < followUntilMs) end.current?.scrollIntoView({ block: "end" });
    });
    if (end.current?.parentElement) growth.observe(end.current.parentElement);
    for (const gesture of gestures) window.addEventListener(gesture, touch, { passive: true });
    window.addEventListener("scroll", look, { passive: true });
    return () => {
      growth.disconnect();
      for (const gesture of gestures) window.removeEventListener(gesture, touch);
      window.removeEventListener("scroll", look);
    };
  }, []);
  useEffect(() => {
    const { isNear, followUntilMs } = known.current;
    const isNew = turns > known.current.turns;
    const hasGrown = isNew || parts !== known.current.parts || isSettled !== known.current.isSettled;
    const isFollowed = hasGrown && (isNew || isNear);
    known.current = {
      turns,
      parts,
      isSettled,
      isNear: isNear || isFollowed,
      followUntilMs: isFollowed ? Date.now() + settlesWithinMs : followUntilMs,
    };
    if (isFollowed) end.current?.scrollIntoView({ block: "end" });
  }, [turns, parts, isSettled]);
  return end;
}

function scrolls({ key, target }: KeyboardEvent): boolean {
  return scrollingKeys.has(key) && !(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement);
}
