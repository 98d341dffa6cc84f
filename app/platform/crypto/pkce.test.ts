import { expect, test } from "vitest";
import { pkceChallenge } from "./pkce.ts";

test("the challenge is that of the standard's own example", async () => {
  expect(await pkceChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
});
