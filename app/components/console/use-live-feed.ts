import { useMemo } from "react";
import type { Feed } from "#app/domain/audit/feed-entry.ts";
import { useLive } from "./use-console.ts";

/** The page's entries with the newer ones in front, each once: the room may tell again what the page already has. */
export function useLiveFeed(loaded: readonly Feed[], limit?: number): { entries: Feed[]; freshIds: ReadonlySet<string> } {
  const { entries: arrived } = useLive();
  return useMemo(() => {
    const newestLoaded = loaded[0]?.id ?? "";
    const fresh = arrived.map((item) => item.entry).filter((entry) => entry.id > newestLoaded);
    const entries = [...fresh, ...loaded].toSorted((a, b) => (a.id < b.id ? 1 : -1));
    return { entries: limit === undefined ? entries : entries.slice(0, limit), freshIds: new Set(fresh.map((entry) => entry.id)) };
  }, [loaded, arrived, limit]);
}
