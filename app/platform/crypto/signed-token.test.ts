import { createHmac, generateKeyPairSync, sign as signRaw } from "node:crypto";
import { expect, test } from "vitest";
import { encodeBase64Url } from "./base64url.ts";
import { parseKeyring } from "./envelope.server.ts";
import { longestLifeSeconds, signToken, verifyToken } from "./signed-token.server.ts";
import { createSigningKeys } from "./signing-keys.server.ts";

const keyOne = `k1:${btoa("1".repeat(32))}`;
const keyTwo = `k2:${btoa("2".repeat(32))}`;
const keys = createSigningKeys(parseKeyring(keyOne));
const nowMs = Date.UTC(2026, 10, 28, 12);
const monthMs = 30 * 24 * 3_600_000;
const content = { subject: "key_1", id: "tok_1", claims: { ws: "wsp_1", scp: ["activity:read"] } };
const sign = (change: { audience?: string; lifeSeconds?: number } = {}) =>
  signToken(keys, content, { audience: "rooms", nowMs, lifeSeconds: 60, ...change });
const verify = (token: string, change: { audience?: string; nowMs?: number } = {}) =>
  verifyToken(keys, token, { audience: "rooms", nowMs, ...change });

const utf8 = new TextEncoder();
const part = (value: unknown) => encodeBase64Url(utf8.encode(JSON.stringify(value)));
function read(token: string, index: number): Record<string, unknown> {
  const bytes = Buffer.from(token.split(".")[index] ?? "", "base64url");
  return JSON.parse(bytes.toString()) as Record<string, unknown>;
}

/** A token with another head or body and the signature that `how` makes of it. */
function forge(token: string, change: { head?: object; body?: object }, how: (signed: string) => string): string {
  const signed = `${part({ ...read(token, 0), ...change.head })}.${part({ ...read(token, 1), ...change.body })}`;
  return `${signed}.${how(signed)}`;
}

test("what was signed is read again, with nothing added", async () => {
  expect(await verify(await sign())).toEqual(content);
});

test("a token without a signature, or with one of another kind, is none", async () => {
  const token = await sign();
  const [published] = await keys.published(nowMs);
  const publicBytes = Buffer.from(published?.x ?? "", "base64url");
  for (const alg of ["none", "None", "NONE", ""]) expect(await verify(forge(token, { head: { alg } }, () => ""))).toBeUndefined();
  // The public key as the secret of a symmetric signature: whoever asks the token how to check it would fall for it.
  for (const secret of [publicBytes, Buffer.from(published?.x ?? "")]) {
    const confused = forge(token, { head: { alg: "HS256" } }, (text) => createHmac("sha256", secret).update(text).digest("base64url"));
    expect(await verify(confused)).toBeUndefined();
  }
});

test("a key that the token brings along counts for nothing", async () => {
  const token = await sign();
  const own = generateKeyPairSync("ed25519");
  const bySelf = (text: string) => signRaw(null, utf8.encode(text), own.privateKey).toString("base64url");
  const jwk = own.publicKey.export({ format: "jwk" });
  expect(await verify(forge(token, {}, bySelf))).toBeUndefined();
  expect(await verify(forge(token, { head: { jwk } }, bySelf))).toBeUndefined();
  expect(await verify(forge(token, { head: { kid: "k9.1", jwk } }, bySelf))).toBeUndefined();
  expect(await verify(forge(token, { head: { jku: "https://evil.test/jwks.json" } }, bySelf))).toBeUndefined();
});

test("a token altered anywhere is none, also one letter of it", async () => {
  const token = await sign();
  const signature = token.split(".")[2] ?? "";
  expect(await verify(forge(token, { body: { ws: "wsp_2" } }, () => signature))).toBeUndefined();
  expect(await verify(forge(token, { body: { scp: ["keys:write"] } }, () => signature))).toBeUndefined();
  // The last letter holds bits that no byte has.
  for (let index = 0; index < token.length - 1; index += 3) {
    const altered = token.slice(0, index) + (token[index] === "A" ? "B" : "A") + token.slice(index + 1);
    expect(await verify(altered), String(index)).toBeUndefined();
  }
});

test("a token is for one use and its own minutes", async () => {
  const token = await sign();
  expect(await verify(token, { audience: "public-chat" })).toBeUndefined();
  expect(await verify(token, { nowMs: nowMs + 64_000 })).toEqual(content);
  expect(await verify(token, { nowMs: nowMs + 66_000 })).toBeUndefined();
  expect(await verify(token, { nowMs: nowMs - 4_000 })).toEqual(content);
  expect(await verify(token, { nowMs: nowMs - 6_000 })).toBeUndefined();
  await expect(sign({ lifeSeconds: longestLifeSeconds + 1 })).rejects.toThrow(RangeError);
});

test("the key of the last period still counts, the one before does not", async () => {
  const token = await sign({ lifeSeconds: 300 });
  const before = await signToken(keys, content, { audience: "rooms", nowMs: nowMs - monthMs, lifeSeconds: 300 });
  const [kid, kidBefore] = [read(token, 0)["kid"], read(before, 0)["kid"]];
  expect(kid).not.toBe(kidBefore);
  const known = async (id: unknown, at: number) => (await keys.find(String(id), at)) !== undefined;
  expect([await known(kidBefore, nowMs), await known(kid, nowMs), await known(kid, nowMs - monthMs)]).toEqual([true, true, true]);
  expect([await known(kidBefore, nowMs + monthMs), await known("", nowMs), await known("k1", nowMs)]).toEqual([false, false, false]);
});

test("a new sealing key signs at once, and tokens of the old one hold until it is dropped", async () => {
  const token = await sign();
  const rotated = createSigningKeys(parseKeyring(`${keyTwo},${keyOne}`));
  const at = { audience: "rooms", nowMs };
  expect(await verifyToken(rotated, token, at)).toEqual(content);
  const next = await signToken(rotated, content, { ...at, lifeSeconds: 60 });
  expect(read(next, 0)["kid"]).toMatch(/^k2\./);
  expect(await verify(next)).toBeUndefined();
  expect(await verifyToken(createSigningKeys(parseKeyring(keyTwo)), token, at)).toBeUndefined();
});

test("what is published verifies and nothing more", async () => {
  const published = await keys.published(nowMs);
  expect(published.map(({ kid }) => kid)).toHaveLength(3);
  for (const key of published) expect(Object.keys(key).toSorted()).toEqual(["alg", "crv", "kid", "kty", "use", "x"]);
});

test("what no token of ours looks like costs no look at a key", async () => {
  for (const text of ["", ".", "a.b", "a.b.c.d", `${"a".repeat(3_000)}.b.c`, "a.b.c ", "á.b.c"]) expect(await verify(text)).toBeUndefined();
});
