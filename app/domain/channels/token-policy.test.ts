import { expect, test } from "vitest";
import type { TokenSet } from "./ports.ts";
import { decideTokens } from "./token-policy.ts";

const tokens: TokenSet = {
  accessToken: "a1",
  refreshToken: "r1",
  accessExpiresAtMs: 10_000,
  refreshExpiresAtMs: 50_000,
  grantEndsAtMs: null,
};
const ask = { nowMs: 0, minLeftMs: 1_000, refused: undefined };

test("tokens that live long enough are used as they are", () => {
  expect(decideTokens(tokens, ask)).toBe("use");
  expect(decideTokens(tokens, { ...ask, minLeftMs: 10_000 })).toBe("use");
  expect(decideTokens(tokens, { ...ask, refused: "a0" })).toBe("use");
});

test("tokens that end soon, or that the vendor has refused, are renewed", () => {
  expect(decideTokens(tokens, { ...ask, minLeftMs: 10_001 })).toBe("renew");
  expect(decideTokens(tokens, { ...ask, nowMs: 9_500 })).toBe("renew");
  expect(decideTokens(tokens, { ...ask, refused: "a1" })).toBe("renew");
});

test("nothing is renewed with a dead refresh token or after the grant's end, and what still lives is used up", () => {
  expect(decideTokens(tokens, { ...ask, nowMs: 50_000 })).toBe("ended");
  expect(decideTokens({ ...tokens, grantEndsAtMs: 9_500 }, { ...ask, nowMs: 9_500 })).toBe("ended");
  expect(decideTokens({ ...tokens, grantEndsAtMs: 5_000 }, { ...ask, nowMs: 6_000 })).toBe("use");
});
