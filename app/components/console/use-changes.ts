import { useEffect, useRef } from "react";
import { useRevalidator } from "react-router";
import type { ChangedArea } from "#app/domain/changed-areas.ts";
import { useLive } from "./use-console.ts";

const atMostEveryMs = 1_000;

/** Reads the page's data again when the room says that something of its areas changed, at most once a second. */
export function useChanges(...areas: readonly ChangedArea[]): void {
  const { changes } = useLive();
  const { revalidate, state } = useRevalidator();
  const heard = areas.reduce((sum, area) => sum + (changes[area] ?? 0), 0);
  const shown = useRef({ heard: 0, atMs: 0 });
  useEffect(() => {
    if (heard === shown.current.heard || state !== "idle") return;
    const waitMs = Math.max(0, shown.current.atMs + atMostEveryMs - Date.now());
    const timer = setTimeout(() => {
      shown.current = { heard, atMs: Date.now() };
      void revalidate();
    }, waitMs);
    return () => clearTimeout(timer);
  }, [heard, state, revalidate]);
}
