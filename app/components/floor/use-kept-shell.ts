import { useEffect } from "react";
import { loadStations } from "./stations/later-stations.tsx";

/** The same name as in the service worker. */
const shell = "floor-shell-1";

/**
 * Keeps this page, as it is for whoever holds the tablet now, with all that it runs on. The worker alone would only know
 * what was asked for after it began.
 */
export function useKeptShell(holder: string): void {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    // Without a connection, or where the browser keeps nothing, what was kept before stays.
    keepShell(holder).catch(() => undefined);
  }, [holder]);
}

let keptFor: string | undefined;

async function keepShell(holder: string): Promise<void> {
  if (keptFor === holder) return;
  await navigator.serviceWorker.register("/floor-sw.js", { scope: "/floor" });
  const [page] = await Promise.all([fetch("/floor"), loadStations()]);
  if (!page.ok) return;
  const cache = await caches.open(shell);
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const assets = new Set(loaded.filter((url) => url.startsWith(`${window.location.origin}/assets/`)));
  // The page comes after what it runs on, and what the page before it ran on goes last: whatever breaks in between, one of them opens.
  await Promise.all([...assets].map(async (url) => ((await cache.match(url)) === undefined ? cache.add(url) : undefined)));
  await cache.put("/floor", page);
  const isKept = (url: string) => assets.has(url) || new URL(url).pathname === "/floor";
  for (const { url } of await cache.keys()) if (!isKept(url)) await cache.delete(url);
  keptFor = holder;
}
