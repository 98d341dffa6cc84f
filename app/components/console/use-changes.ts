import { useEffect, useRef } from "react";
import { useFetchers, useRevalidator } from "react-router";
import type { ChangedArea } from "#app/domain/changed-areas.ts";
import { readAgain } from "./patient-fetch.ts";
import { useLive } from "./use-console.ts";

const atMostEveryMs = 1_000;

/**
 * Reads the page's data again when the room says that something of its areas changed, at most once a second. A document is
 * rendered a moment before its socket opens, and what changed in between is told to nobody: the room's first hello counts too.
 */
export function useChanges(...areas: readonly ChangedArea[]): void {
  const { changes, cursor } = useLive();
  const { revalidate, state } = useRevalidator();
  // Reading again now would lose where a form's answer leads, or fail on what it deleted; the router reads again by itself then.
  const isSending = useFetchers().some((fetcher) => fetcher.state !== "idle");
  const hello = cursor === undefined ? 0 : 1;
  const heard = areas.reduce((sum, area) => sum + (changes[area] ?? 0), hello);
  const shown = useRef({ heard: hello, atMs: 0 });
  useEffect(() => {
    if (heard === shown.current.heard || state !== "idle" || isSending) return;
    const waitMs = Math.max(0, shown.current.atMs + atMostEveryMs - Date.now());
    const timer = setTimeout(() => {
      shown.current = { heard, atMs: Date.now() };
      void readAgain(revalidate);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [heard, state, isSending, revalidate]);
}
