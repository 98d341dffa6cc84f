const utf8 = new TextEncoder();

/** Names that only mean something inside somebody's own network. */
const insideEndings = [".local", ".localhost", ".internal", ".lan", ".home", ".corp", ".intranet", ".home.arpa", ".test", ".invalid"];

/**
 * Only https, only to names that the whole world knows: an address by number could be any machine beside ours. On somebody's
 * own machine anything goes.
 */
export function isAllowedTarget(url: string, mayReachLocal: boolean): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || parsed.username !== "" || parsed.password !== "") return false;
  if (mayReachLocal) return parsed.protocol === "https:" || parsed.protocol === "http:";
  const host = parsed.hostname.toLowerCase().replace(/\.$/, "");
  const isNumber = host.startsWith("[") || /^[\d.]+$/.test(host);
  const isInside = !host.includes(".") || insideEndings.some((ending) => host.endsWith(ending));
  return parsed.protocol === "https:" && (parsed.port === "" || parsed.port === "443") && !isNumber && !isInside;
}

/** Signs the time and the body: whoever receives it can tell that it is ours, unchanged, and not an old one played again. */
export async function signatureOf(secret: string, atSeconds: number, body: string): Promise<string> {
  const key = await crypto.subtle.importKey("raw", utf8.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", key, utf8.encode(`${atSeconds}.${body}`)));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `t=${atSeconds},v1=${hex}`;
}
