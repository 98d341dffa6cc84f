import { decodeBase64Url } from "./base64url.ts";
import type { Keyring } from "./envelope.server.ts";

/** A key as others may see it. */
export type PublishedKey = { kty: "OKP"; crv: "Ed25519"; x: string; kid: string; alg: "EdDSA"; use: "sig" };
type KeyPair = { kid: string; sign: CryptoKey; verify: CryptoKey; published: PublishedKey };

export type SigningKeys = {
  /** What signs at this moment. */
  current(nowMs: number): Promise<Pick<KeyPair, "kid" | "sign">>;
  /** The key of this id, if it still, or already, counts. */
  find(kid: string, nowMs: number): Promise<CryptoKey | undefined>;
  published(nowMs: number): Promise<PublishedKey[]>;
};

const periodMs = 30 * 24 * 3_600_000;
const utf8 = new TextEncoder();
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Prefix = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/**
 * Keys to sign with, worked out of the keyring that seals our secrets: one for each of its keys and each thirty days. Nothing is
 * stored that could be stolen or made twice at once, a new period rotates by itself, and a new sealing key rotates at once. The
 * key of the last period still counts, and that of the next one already does: others learn of it before anything is signed with it.
 */
export function createSigningKeys(keyring: Keyring): SigningKeys {
  const pairs = new Map<string, Promise<KeyPair>>();

  function pairOf(keyId: string, period: number): Promise<KeyPair> {
    const kid = `${keyId}.${period}`;
    const known = pairs.get(kid);
    if (known !== undefined) return known;
    const secret = keyring.keys.get(keyId);
    if (secret === undefined) throw new RangeError(`No key with the id ${keyId}`);
    const made = derive(secret, period, kid);
    pairs.set(kid, made);
    return made;
  }

  const counting = (nowMs: number) => {
    const period = Math.floor(nowMs / periodMs);
    return [...keyring.keys.keys()].flatMap((keyId) => [period, period - 1, period + 1].map((one) => ({ keyId, period: one })));
  };

  return {
    current: (nowMs) => pairOf(keyring.currentKeyId, Math.floor(nowMs / periodMs)),
    async find(kid, nowMs) {
      const one = counting(nowMs).find(({ keyId, period }) => kid === `${keyId}.${period}`);
      return one === undefined ? undefined : (await pairOf(one.keyId, one.period)).verify;
    },
    published: (nowMs) => Promise.all(counting(nowMs).map(async ({ keyId, period }) => (await pairOf(keyId, period)).published)),
  };
}

async function derive(secret: Uint8Array<ArrayBuffer>, period: number, kid: string): Promise<KeyPair> {
  const root = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: utf8.encode("entrepot"), info: utf8.encode(`signed tokens ${period}`) };
  const seed = new Uint8Array(await crypto.subtle.deriveBits(how, root, 256));
  const pkcs8 = new Uint8Array([...pkcs8Prefix, ...seed]);
  const sign = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const x = publicPart(await crypto.subtle.exportKey("jwk", sign));
  const verify = await crypto.subtle.importKey("raw", bytesOf(x), "Ed25519", true, ["verify"]);
  return { kid, sign, verify, published: { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" } };
}

function publicPart(exported: unknown): string {
  if (typeof exported === "object" && exported !== null && "x" in exported && typeof exported.x === "string") return exported.x;
  throw new TypeError("This platform tells no public part of an Ed25519 key");
}

function bytesOf(x: string): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64Url(x);
  if (bytes?.length !== 32) throw new TypeError("An Ed25519 key has 32 bytes");
  return bytes;
}
