import { useEffect, useRef, useState } from "react";

const lookEveryMs = 30_000;
const lockAfterMs = 5 * 60_000;
/** The server gives a tablet up after a quarter of an hour without a word; somebody who only reads says one now and then. */
const tellEveryMs = 4 * 60_000;
const place = "floor-touched";

type Options = { isOpen: boolean; onIdle: () => void; onActive: () => void };

/**
 * A tablet that nobody touches is put down; one in use keeps its person. True while it lay untouched and could not be put
 * down yet: without a connection nobody knows who picks it up.
 */
export function useIdleLock({ isOpen, onIdle, onActive }: Options): boolean {
  const [isIdle, setIdle] = useState(false);
  const acts = useRef({ onIdle, onActive });
  useEffect(() => {
    acts.current = { onIdle, onActive };
  });
  useTouches();
  useEffect(() => {
    if (!isOpen) return;
    let toldAtMs = Date.now();
    const look = () => {
      const now = Date.now();
      const isLeft = now - touchedAtMs(now) >= lockAfterMs;
      if (isLeft) {
        setIdle(true);
        acts.current.onIdle();
      } else if (now - toldAtMs >= tellEveryMs) {
        toldAtMs = now;
        acts.current.onActive();
      }
    };
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => {
      clearInterval(timer);
      setIdle(false);
    };
  }, [isOpen]);
  return isOpen && isIdle;
}

/** Kept over a restart: a tablet that is switched on again after an hour was idle for an hour. */
function touchedAtMs(nowMs: number): number {
  const kept = Number(localStorage.getItem(place));
  return kept > 0 && kept <= nowMs ? kept : nowMs;
}

function useTouches(): void {
  useEffect(() => {
    const touch = () => localStorage.setItem(place, String(Date.now()));
    for (const event of ["pointerup", "keydown"]) window.addEventListener(event, touch, { capture: true });
    return () => {
      for (const event of ["pointerup", "keydown"]) window.removeEventListener(event, touch, { capture: true });
    };
  }, []);
}
