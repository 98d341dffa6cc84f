import type { Environment } from "../accounts/api-key-format.ts";

export type AddressFault = "addressInvalid" | "addressNeedsHttps" | "addressPrivate";

const privateNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|onion)$/;

/**
 * Why an address may not be called, or undefined. Somebody who can name any address could make the server ask what only
 * it can reach, so away from a developer's own computer addresses are names in public, over https.
 */
export function faultInAddress(text: string, environment: Environment): AddressFault | undefined {
  const url = URL.parse(text);
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (url === null || !isWeb || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return "addressInvalid";
  if (environment === "local") return undefined;
  if (url.protocol !== "https:") return "addressNeedsHttps";
  return isPublicName(url.hostname) ? undefined : "addressPrivate";
}

/** Numbers are refused whatever they are: no provider of models is known by one. */
function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  const isNumber = name.startsWith("[") || /^[\d.]+$/.test(name);
  return !isNumber && name.includes(".") && !privateNames.test(name);
}

/** Without what only looks different. */
export function tidyAddress(text: string): string {
  return text.replace(/\/+$/, "");
}
