const chunkBytes = 8_192;

/** Base64url without padding (RFC 4648 section 5): safe in URLs, headers and file names. */
export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = "";
  // Spread arguments are limited by the stack, hence the chunks.
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunkBytes));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Takes base64url and plain base64, with or without padding. Anything else is undefined. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const base64 = text
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/={1,2}$/, "");
  if (!/^[A-Za-z0-9+/]*$/.test(base64) || base64.length % 4 === 1) return undefined;
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
