import { expect, test } from "vitest";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { changePassword } from "./change-password.server.ts";
import { enterDemo } from "./enter-demo.server.ts";
import { signInPerAccount, signInPerAddress } from "./limits.server.ts";
import { requestPasswordReset } from "./request-password-reset.server.ts";
import { signIn } from "./sign-in.server.ts";

const wrong = { code: "invalid", fields: { password: "wrongCredentials" } };
const limited = { code: "rate_limited", reason: "tooManyAttempts" };

async function times(count: number, run: (index: number) => Promise<unknown>): Promise<unknown[]> {
  const reasons: unknown[] = [];
  for (let index = 0; index < count; index += 1) await run(index).catch((reason: unknown) => reasons.push(reason));
  return reasons;
}

test("a wrong password and an unknown address get the same answer", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const known = await times(1, () => signIn(stage.visitor, { email: home.people.owner.email, password: "wrong" }));
  const unknown = await times(1, () => signIn(stage.visitor, { email: "nobody@nowhere.test", password: "wrong" }));
  expect(known).toMatchObject([wrong]);
  expect(unknown).toEqual(known);
  expect(stage.log.events).toMatchObject([{ event: "auth.refused", level: "warn" }, { event: "auth.refused" }]);
});

test("an account is closed after too many wrong passwords from anywhere, and opens again with time", async () => {
  const home = await aWorkspace();
  const { email, password } = home.people.owner;
  const stage = createStage();
  const from = (address: number) => ({ ...stage.visitor, origin: { ...stage.visitor.origin, ipAddress: `192.0.2.${address}` } });
  const reasons = await times(signInPerAccount.capacity, (index) => signIn(from(index), { email, password: "wrong" }));
  expect(reasons.every((reason) => (reason as { code: string }).code === "invalid")).toBe(true);
  const [refusal] = await times(1, () => signIn(from(99), { email, password }));
  expect(refusal).toMatchObject({ ...limited, retryAfterMs: 60_000 });
  stage.clock.advance(60_000);
  expect(await signIn(from(99), { email, password })).toHaveProperty("cookie");
});

test("an address that tries many accounts is stopped, and others are not", async () => {
  const home = await aWorkspace();
  const { email, password } = home.people.viewer;
  const stage = createStage();
  await times(signInPerAddress.capacity, (index) => signIn(stage.visitor, { email: `someone${index}@nowhere.test`, password: "wrong" }));
  await expect(signIn(stage.visitor, { email, password })).rejects.toMatchObject(limited);
  const elsewhere = { ...stage.visitor, origin: { ...stage.visitor.origin, ipAddress: "192.0.2.200" } };
  expect(await signIn(elsewhere, { email, password })).toHaveProperty("cookie");
});

test("who types well is never stopped: a success gives its tokens back", async () => {
  const home = await aWorkspace();
  const { email, password } = home.people.owner;
  const stage = createStage();
  expect(await times(signInPerAddress.capacity + 5, () => signIn(stage.visitor, { email, password }))).toEqual([]);
});

test("mails to one address are limited, whether it has an account or not", async () => {
  const home = await aWorkspace();
  for (const email of [home.people.owner.email, "nobody@nowhere.test"]) {
    const stage = createStage();
    const reasons = await times(6, () => requestPasswordReset(stage.visitor, { email }));
    expect(reasons).toMatchObject([limited]);
  }
});

test("guessing the current password of an open session is limited, and a change gives its token back", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const reasons = await times(11, () => changePassword(ctx, { currentPassword: "wrong", password: "a new long password" }));
  expect(reasons.slice(0, 10)).toMatchObject(
    Array.from({ length: 10 }, () => ({ code: "invalid", fields: { currentPassword: "wrongPassword" } })),
  );
  expect(reasons[10]).toMatchObject(limited);
});

test("the demo opens without a password where it is seeded, and nowhere else", async () => {
  const stage = createStage();
  for (const environment of ["staging", "production"] as const) {
    await expect(enterDemo({ ...stage.visitor, environment })).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(enterDemo(stage.visitor)).rejects.toMatchObject({ code: "not_found" });
});
