import fc from "fast-check";
import { expect, test } from "vitest";
import { EnvelopeError, open, needsRotation, parseKeyring, seal } from "./envelope.server.ts";

const keyOne = `k1:${btoa("1".repeat(32))}`;
const keyTwo = `k2:${btoa("2".repeat(32))}`;
const keyring = parseKeyring(keyOne);

test("what was sealed opens again, whatever the text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), async (text, place) => {
      expect(await open(keyring, await seal(keyring, text, place), place)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test("the sealed form names its version and key and hides the text", async () => {
  const sealed = await seal(keyring, "secret", "connections:con_1");
  expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+$/);
  expect(sealed).not.toBe(await seal(keyring, "secret", "connections:con_1"));
});

test("an envelope does not open in another place", async () => {
  const sealed = await seal(keyring, "secret", "connections:con_1");
  await expect(open(keyring, sealed, "connections:con_2")).rejects.toEqual(
    new EnvelopeError("not-authentic", "The envelope was altered or belongs elsewhere"),
  );
});

test("an envelope altered anywhere does not open", async () => {
  const sealed = await seal(keyring, "secret", "place");
  const [, , iv = "", cipher = ""] = sealed.split(".");
  for (let index = 0; index < cipher.length - 1; index += 1) {
    const altered = cipher.slice(0, index) + (cipher[index] === "A" ? "B" : "A") + cipher.slice(index + 1);
    await expect(open(keyring, `v1.k1.${iv}.${altered}`, "place")).rejects.toMatchObject({ code: "not-authentic" });
  }
});

test("garbage is malformed, and a key that was dropped is unknown", async () => {
  for (const text of ["", "secret", "v2.k1.a.b", "v1.k1.AAAA.AAAA", `v1..${"A".repeat(16)}.${"A".repeat(22)}`]) {
    await expect(open(keyring, text, "place")).rejects.toMatchObject({ code: "malformed" });
  }
  const sealed = await seal(parseKeyring(keyTwo), "secret", "place");
  await expect(open(keyring, sealed, "place")).rejects.toMatchObject({ code: "unknown-key" });
});

test("after a rotation old envelopes open and ask to be sealed again", async () => {
  const old = await seal(keyring, "secret", "place");
  const rotated = parseKeyring(`${keyTwo}, ${keyOne}`);
  expect(await open(rotated, old, "place")).toBe("secret");
  expect(needsRotation(rotated, old)).toBe(true);
  expect(needsRotation(rotated, await seal(rotated, "secret", "place"))).toBe(false);
});

test("a keyring that would lose data is refused at the start", () => {
  for (const text of ["", "k1", "k1:short", `${keyOne},${keyOne}`, `bad id:${btoa("1".repeat(32))}`]) {
    expect(() => parseKeyring(text)).toThrow(expect.objectContaining({ code: "bad-keyring" }));
  }
});
