import { useCallback, useRef } from "react";

type Run = () => void | Promise<void>;

/** One after the other, in the order they came: a scan that comes while a task is being taken waits for it, and none is lost. */
export function useInOrder(): (run: Run) => void {
  const last = useRef<Promise<void>>(Promise.resolve());
  return useCallback((run) => {
    // What fails must not hold up what comes after it.
    last.current = last.current.catch(() => undefined).then(run);
  }, []);
}
