import { useEffect, useRef } from "react";

const lookEveryMs = 30_000;
const lockAfterMs = 5 * 60_000;
/** The server gives a tablet up after a quarter of an hour without a word; somebody who only reads says one now and then. */
const tellEveryMs = 4 * 60_000;

type Options = { isOpen: boolean; onIdle: () => void; onActive: () => void };

/** A tablet that nobody touches is put down; one in use keeps its person. */
export function useIdleLock({ isOpen, onIdle, onActive }: Options): void {
  const acts = useRef({ onIdle, onActive });
  useEffect(() => {
    acts.current = { onIdle, onActive };
  });
  useEffect(() => {
    if (!isOpen) return;
    let touchedAtMs = Date.now();
    let toldAtMs = Date.now();
    const touch = () => {
      touchedAtMs = Date.now();
    };
    const look = () => {
      const now = Date.now();
      if (now - touchedAtMs >= lockAfterMs) acts.current.onIdle();
      else if (now - toldAtMs >= tellEveryMs) {
        toldAtMs = now;
        acts.current.onActive();
      }
    };
    const timer = setInterval(look, lookEveryMs);
    for (const event of ["pointerdown", "keydown"]) document.addEventListener(event, touch, { capture: true });
    return () => {
      clearInterval(timer);
      for (const event of ["pointerdown", "keydown"]) document.removeEventListener(event, touch, { capture: true });
    };
  }, [isOpen]);
}
