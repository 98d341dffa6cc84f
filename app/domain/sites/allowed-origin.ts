import type { Site } from "./site-row.ts";

/** `*.` before a name takes its subdomains, and not the name itself. A port plays no part. */
function isWithin(domain: string, host: string): boolean {
  return domain.startsWith("*.") ? host.endsWith(domain.slice(1)) && host.length > domain.length - 1 : host === domain;
}

/**
 * Whether a batch may come from here: web pages only from the site's own domains. An app has no address, so its key is taken
 * without one, or with one that is no web page's (`null`, `file://`, `app://…`).
 */
export function isAllowedOrigin({ kind, domains }: Pick<Site, "kind" | "domains">, origin: string | null): boolean {
  if (origin === null || origin === "" || origin === "null") return kind === "app";
  const url = URL.parse(origin);
  if (url === null) return false;
  if (url.protocol !== "http:" && url.protocol !== "https:") return kind === "app";
  const host = url.hostname.toLowerCase();
  return domains.some((domain) => isWithin(domain, host));
}

/** What a browser has to hear to let a page of another host read the answer. Cookies are never part of it. */
export function corsHeaders(origin: string | null): Record<string, string> {
  if (origin === null) return { vary: "origin" };
  return {
    "access-control-allow-origin": origin,
    "access-control-expose-headers": "retry-after",
    vary: "origin",
  };
}

/** The answer to a browser's question before a request it does not take for simple. */
export function preflightHeaders(origin: string | null): Record<string, string> {
  return {
    ...corsHeaders(origin),
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": "content-type",
    "access-control-max-age": "600",
  };
}
