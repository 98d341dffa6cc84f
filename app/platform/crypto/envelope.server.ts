import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";

/** The first key seals; all keys open. A rotation puts a new key in front and re-seals row by row. */
export type Keyring = { currentKeyId: string; keys: ReadonlyMap<string, Uint8Array<ArrayBuffer>> };

/** `not-authentic`: altered, cut, or sealed for other associated data; the cipher cannot tell which, by design. */
export type EnvelopeErrorCode = "bad-keyring" | "malformed" | "unknown-key" | "not-authentic";

export class EnvelopeError extends Error {
  override name = "EnvelopeError";
  readonly code: EnvelopeErrorCode;
  constructor(code: EnvelopeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const version = "v1";
const keyBytes = 32;
const ivBytes = 12;
const utf8 = new TextEncoder();
const importedKeys = new WeakMap<Uint8Array, Promise<CryptoKey>>();

export function parseKeyring(text: string): Keyring {
  const keys = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of text.split(",").map((part) => part.trim())) {
    const colon = entry.indexOf(":");
    const keyId = entry.slice(0, Math.max(0, colon));
    const key = decodeBase64Url(entry.slice(colon + 1));
    if (!/^[\w-]{1,32}$/.test(keyId)) throw new EnvelopeError("bad-keyring", "A keyring entry must look like id:base64");
    if (key?.length !== keyBytes) throw new EnvelopeError("bad-keyring", `Key ${keyId} must be ${keyBytes} bytes in base64`);
    if (keys.has(keyId)) throw new EnvelopeError("bad-keyring", `Key ${keyId} is listed twice`);
    keys.set(keyId, key);
  }
  const [currentKeyId] = keys.keys();
  if (currentKeyId === undefined) throw new EnvelopeError("bad-keyring", "The keyring is empty");
  return { currentKeyId, keys };
}

function importKey(keyring: Keyring, keyId: string): Promise<CryptoKey> {
  const bytes = keyring.keys.get(keyId);
  if (!bytes) throw new EnvelopeError("unknown-key", `No key with the id ${keyId}`);
  const known = importedKeys.get(bytes);
  if (known) return known;
  const imported = crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  importedKeys.set(bytes, imported);
  return imported;
}

function parseSealed(sealed: string) {
  const [sealedVersion, keyId, ivText, cipherText, ...rest] = sealed.split(".");
  const iv = decodeBase64Url(ivText ?? "");
  const cipher = decodeBase64Url(cipherText ?? "");
  const complete = sealedVersion === version && keyId && iv?.length === ivBytes && cipher && cipher.length >= 16 && rest.length === 0;
  if (!complete) throw new EnvelopeError("malformed", "Not a sealed envelope");
  return { keyId, iv, cipher };
}

/** `associatedData` names the place the secret belongs to (table, row, column): elsewhere it will not open. */
export async function seal(keyring: Keyring, plaintext: string, associatedData: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const key = await importKey(keyring, keyring.currentKeyId);
  const params = { name: "AES-GCM", iv, additionalData: utf8.encode(associatedData) };
  const cipher = await crypto.subtle.encrypt(params, key, utf8.encode(plaintext));
  return [version, keyring.currentKeyId, encodeBase64Url(iv), encodeBase64Url(new Uint8Array(cipher))].join(".");
}

export async function open(keyring: Keyring, sealed: string, associatedData: string): Promise<string> {
  const { keyId, iv, cipher } = parseSealed(sealed);
  const key = await importKey(keyring, keyId);
  const params = { name: "AES-GCM", iv, additionalData: utf8.encode(associatedData) };
  const plain = await crypto.subtle.decrypt(params, key, cipher).catch(() => {
    throw new EnvelopeError("not-authentic", "The envelope was altered or belongs elsewhere");
  });
  return new TextDecoder().decode(plain);
}

export function needsRotation(keyring: Keyring, sealed: string): boolean {
  return parseSealed(sealed).keyId !== keyring.currentKeyId;
}
