import { expect } from "@playwright/test";
import { signIn } from "#e2e/fixtures/sign-in.ts";
import { test } from "#e2e/fixtures/test.ts";

test("a session opens the console in its own browser and in no other", async ({ twoBrowsers: { first, second } }) => {
  await signIn(first, "owner@demo.test");
  await Promise.all([first.goto("/overview"), second.goto("/overview")]);
  await expect(first).toHaveURL("/overview");
  await expect(second).toHaveURL(/\/login\?returnTo=%2Foverview$/);
});
