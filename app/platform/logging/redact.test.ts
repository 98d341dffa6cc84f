import fc from "fast-check";
import { expect, test } from "vitest";
import { redact, redactText } from "./redact.ts";

const secrets = {
  bearer: "Bearer abc.def-ghi",
  apiKey: "ek_local_demo_owner",
  jwt: "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-DEF_123",
  address: "maria.silva+shop@demo.test",
  ownToken: "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE",
  urlPassword: "https://user:hunter22@vendor.test/x",
  query: "https://vendor.test/cb?code=TG-123456&state=1",
};

test("a secret is hidden wherever it stands in a text", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(secrets)), fc.lorem(), fc.lorem(), (secret, before, after) => {
      const text = redactText(`${before} ${secret} ${after}`);
      for (const part of ["abc.def", "demo_owner", "eyJ", "maria", "Zm9v", "hunter22", "TG-123456"]) expect(text).not.toContain(part);
      expect(text).toContain(before);
      expect(text).toContain(after);
    }),
  );
});

test("what is needed to find the cause stays readable", () => {
  expect(redactText("POST /reset/usr_01jd8z3k9m failed for ***")).toBe("POST /reset/usr_01jd8z3k9m failed for ***");
  expect(redactText("mail to maria@demo.test bounced")).toBe("mail to ***@demo.test bounced");
  expect(redactText("https://vendor.test/cb?code=TG-1&state=7")).toBe("https://vendor.test/cb?code=[redacted]&state=7");
  expect(redactText(`/reset/${secrets.ownToken}/confirm`)).toBe("/reset/[redacted]/confirm");
  expect(redactText("the-same-slug-in-lower-case-is-not-a-token-1")).toBe("the-same-slug-in-lower-case-is-not-a-token-1");
});

test("keys that name secrets hide their value in any spelling and depth", () => {
  const keys = [
    "authorization",
    "Cookie",
    "Set-Cookie",
    "password",
    "newPassword",
    "access_token",
    "clientSecret",
    "x-api-key",
    "apiKey",
    "pin",
  ];
  for (const key of keys) {
    expect(redact({ outer: [{ [key]: "value-1" }] })).toEqual({ outer: [{ [key]: "[redacted]" }] });
    expect(JSON.stringify(redact({ [key]: { inner: "value-1" } }))).not.toContain("value-1");
  }
  expect(redact({ inputTokens: 12, hasPassword: true, spinner: "x" })).toEqual({ inputTokens: 12, hasPassword: true, spinner: "x" });
});

test("errors keep name, message, a short stack and their cause, without secrets", () => {
  const error = new TypeError("no for maria@demo.test", { cause: new Error("Bearer abc.def-ghi") });
  const logged = redact({ error }) as { error: Record<string, unknown> };
  expect(logged.error).toMatchObject({
    name: "TypeError",
    kind: "TypeError",
    message: "no for ***@demo.test",
    cause: { message: "Bearer [redacted]" },
  });
  expect(String(logged.error["stack"]).split("\n").length).toBeLessThanOrEqual(12);
  expect(JSON.stringify(logged)).not.toContain("maria");
});

test("cycles, depth, width and length are bounded", () => {
  const cyclic: Record<string, unknown> = { list: Array.from({ length: 500 }, (_, index) => index), text: "word ".repeat(10_000) };
  cyclic["self"] = cyclic;
  let deep: Record<string, unknown> = {};
  for (let level = 0; level < 1_000; level += 1) deep = { deep };
  const text = JSON.stringify(redact({ cyclic, deep }));
  expect(text).toContain("[circular]");
  expect(text).toContain("[deep]");
  expect(text.length).toBeLessThan(5_000);
});

test("a secret at the cut of a long text does not slip through in part", () => {
  for (let pad = 1_940; pad <= 2_000; pad += 1) {
    const text = redactText(`${"x ".repeat(pad / 2)}${secrets.ownToken} ${"y".repeat(100)}`);
    expect(text).not.toContain("Zm9v");
  }
});

test("any value can be logged: nothing throws and all of it is JSON", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true })),
      (value) => {
        expect(() => JSON.stringify(redact(value))).not.toThrow();
      },
    ),
  );
});

/** Work that grows with the square of this length would outlast any test. */
const hostileLength = 1_000_000;

test.each(["a", "a@", "eyJ", "Bearer ", "://:", "token=", "."])("a text of nothing but %j is read to its end", (piece) => {
  expect(redactText(piece.repeat(hostileLength / piece.length)).length).toBeGreaterThan(0);
});
