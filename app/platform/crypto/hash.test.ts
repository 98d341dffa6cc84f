import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";
import { sha256Hex, timingSafeEqual } from "./hash.ts";

test("sha256Hex gives the published digests", async () => {
  expect(await sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(await sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("timingSafeEqual agrees with equality", () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => timingSafeEqual(a, b) === (a === b) && timingSafeEqual(a, a)));
  expect(timingSafeEqual("a", "a\0")).toBe(false);
  expect(timingSafeEqual("a\0", "a")).toBe(false);
  expect(timingSafeEqual(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true);
});

test("base64url brings back every byte string", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      const text = encodeBase64Url(bytes);
      expect(text).toMatch(/^[\w-]*$/);
      expect(decodeBase64Url(text)).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: 30 },
  );
});

test("base64url refuses what it did not write", () => {
  for (const text of ["a", "a b", "é", "====", "ab=c"]) expect(decodeBase64Url(text)).toBeUndefined();
});
