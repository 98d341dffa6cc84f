import { scryptSync } from "node:crypto";
import { expect, test } from "vitest";
import { encodeBase64Url } from "./base64url.ts";
import { PasswordHasherBusyError } from "./hasher-busy-error.ts";
import { hashPassword, needsRehash, verifyPassword } from "./password.server.ts";

function storedWith(password: string, logN: number): string {
  const salt = new Uint8Array(16).fill(7);
  const hash = scryptSync(password, salt, 32, { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** 28 });
  return `scrypt$${logN}$8$1$${encodeBase64Url(salt)}$${encodeBase64Url(hash)}`;
}

test("a password opens its own hash and no other does", async () => {
  const stored = await hashPassword("correct horse");
  expect(stored).toMatch(/^scrypt\$15\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword(stored, "correct horse")).toBe(true);
  expect(await verifyPassword(stored, "correct horsf")).toBe(false);
  expect(await verifyPassword(stored, "")).toBe(false);
});

test("the same password never gives the same hash twice", async () => {
  expect(await hashPassword("x")).not.toBe(await hashPassword("x"));
});

test("a password typed with composed or decomposed accents is the same password", async () => {
  expect(await verifyPassword(await hashPassword("senh\u00e3"), "senha\u0303")).toBe(true);
});

test("a malformed, foreign or absurdly expensive hash is a no, never an error", async () => {
  const salt = "A".repeat(22);
  const hash = "A".repeat(43);
  for (const stored of [
    undefined,
    "",
    "x",
    "scrypt$15$8$1$$",
    `scrypt$31$8$1$${salt}$${hash}`,
    `scrypt$15$99$1$${salt}$${hash}`,
    "$2b$10$abc",
  ]) {
    expect(await verifyPassword(stored, "x")).toBe(false);
  }
});

test("a hash made at another cost still opens and asks to be made again", async () => {
  const old = storedWith("x", 12);
  expect(await verifyPassword(old, "x")).toBe(true);
  expect(needsRehash(old)).toBe(true);
  expect(needsRehash("garbage")).toBe(true);
  expect(needsRehash(await hashPassword("x"))).toBe(false);
});

test("a flood of sign-ins is refused with a typed error instead of piling up", async () => {
  const cheap = storedWith("x", 10);
  const results = await Promise.allSettled(Array.from({ length: 40 }, () => verifyPassword(cheap, "x")));
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused.length).toBe(40 - 2 - 24);
  expect(refused.every((result) => result.reason instanceof PasswordHasherBusyError)).toBe(true);
  expect(results.filter((result) => result.status === "fulfilled").every((result) => result.value)).toBe(true);
});
