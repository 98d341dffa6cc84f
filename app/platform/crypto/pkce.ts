import { encodeBase64Url } from "./base64url.ts";

/** The S256 challenge of RFC 7636: what travels through the browser does not reveal the verifier. */
export async function pkceChallenge(verifier: string): Promise<string> {
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
}
