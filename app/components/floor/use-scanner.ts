import { useEffect, useRef } from "react";
import { idleWedge, stepWedge, type WedgeState } from "#app/domain/warehouse/wedge.ts";

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** Listens to a scanner that types, wherever the focus is. Scans are handed on one by one, in the order they came. */
export function useScanner(onScan: (text: string) => void): void {
  const tell = useRef(onScan);
  useEffect(() => {
    tell.current = onScan;
  });
  useEffect(() => {
    let state: WedgeState = idleWedge;
    function onKey(event: KeyboardEvent): void {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      const step = stepWedge(state, { type: "key", key: event.key, atMs: event.timeStamp, inTextField: isTextField(event.target) });
      state = step.state;
      if (step.isConsumed) {
        event.preventDefault();
        event.stopPropagation();
      }
      for (const scan of step.scans) tell.current(scan.text);
    }
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, []);
}
