/** Keeps the floor's page and its scripts, so that a tablet opens without a connection. Knows nothing of stock: the page keeps that. */
const shell = "floor-shell-1";
const answerWithinMs = 4_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== shell).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === "/floor") event.respondWith(freshOrKept(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(keptOrFresh(request));
});

/** Names of assets tell their contents: what is kept is right. */
async function keptOrFresh(request) {
  const cache = await caches.open(shell);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

/** A slow answer is no better than none to somebody with goods in their hands. */
async function freshOrKept(request) {
  const cache = await caches.open(shell);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(answerWithinMs) });
    if (fresh.ok && !fresh.redirected) await cache.put("/floor", fresh.clone());
    return fresh;
  } catch {
    return (await cache.match("/floor")) ?? Response.error();
  }
}
