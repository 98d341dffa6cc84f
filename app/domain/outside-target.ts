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
