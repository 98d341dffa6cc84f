import { problem } from "./problem-answer.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
/** Vendors and embedded shops post from elsewhere by design; they prove themselves by signature or public key. */
const openPrefixes = ["/hooks/", "/collect/", "/public/"];

/**
 * Refuses state-changing requests that a foreign page may have made with somebody's cookie.
 * Browsers always send Origin or Sec-Fetch-Site with these; a request with neither is let through only
 * when it carries no cookie, because then there is nothing to misuse.
 */
export function refuseForeignOrigin(request: Request, requestId: string): Response | undefined {
  if (safeMethods.has(request.method)) return undefined;
  const url = new URL(request.url);
  if (openPrefixes.some((prefix) => url.pathname.startsWith(prefix))) return undefined;
  if (request.headers.get("authorization")?.startsWith("Bearer ")) return undefined;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isForeign = (origin !== null && origin !== url.origin) || (site !== null && site !== "same-origin" && site !== "none");
  const isUnknown = origin === null && site === null && request.headers.has("cookie");
  if (!isForeign && !isUnknown) return undefined;
  return problem(requestId, { status: 403, code: "forbidden", title: "Forbidden", detail: "This request came from another site." });
}
