import { expect, test } from "vitest";
import { dumpOf } from "#db/testing/database.ts";
import { createStage, secretIn, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import { changePassword } from "./change-password.server.ts";
import { confirmSignUp, readSignUp } from "./confirm-sign-up.server.ts";
import { removeMember } from "./remove-member.server.ts";
import { requestPasswordReset } from "./request-password-reset.server.ts";
import { readPasswordReset, resetPassword } from "./reset-password.server.ts";
import { signIn } from "./sign-in.server.ts";
import { signUp } from "./sign-up.server.ts";

const password = "a new long password";
const gone = { code: "gone", reason: "linkInvalid" };

async function askForLink(stage: Stage, home: TestWorkspace): Promise<string> {
  const { email } = home.people.viewer;
  await requestPasswordReset(stage.visitor, { email });
  return secretIn((await stage.requestedMails()).findLast((mail) => mail.to === email && mail.template === "reset-password"));
}

test("a new password ends every session of the account, tells open pages, and signs in here", async () => {
  const home = await aWorkspace();
  const { viewer, owner } = home.people;
  const stage = createStage();
  const token = await askForLink(stage, home);
  expect(await readPasswordReset(stage.visitor, { token })).toEqual({ email: viewer.email });
  const { cookie } = await resetPassword(stage.visitor, { token, password });
  expect(await stage.deps.sessions.authenticate(viewer.cookie)).toBeUndefined();
  expect((await stage.deps.sessions.authenticate(cookie))?.user.id).toBe(viewer.id);
  expect((await stage.deps.sessions.authenticate(owner.cookie))?.user.id).toBe(owner.id);
  expect(stage.committed.map((one) => one.event)).toContainEqual({ type: "session.revoked", handles: [viewer.sessionHandle] });
  expect((await stage.requestedMails()).at(-1)).toMatchObject({ template: "password-changed", to: viewer.email });
  await expect(signIn(stage.visitor, { email: viewer.email, password: viewer.password })).rejects.toMatchObject({ code: "invalid" });
  expect(await signIn(stage.visitor, { email: viewer.email, password })).toHaveProperty("cookie");
});

test("a used, expired, forged or foreign link changes nothing", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const used = await askForLink(stage, home);
  await resetPassword(stage.visitor, { token: used, password });
  const expiring = await askForLink(stage, home);
  const before = await dumpOf(home);
  for (const token of [used, "forged", home.invitation.secret, `${expiring} `]) {
    await expect(resetPassword(stage.visitor, { token, password: "another long password" })).rejects.toMatchObject(gone);
    await expect(readPasswordReset(stage.visitor, { token })).rejects.toMatchObject(gone);
  }
  stage.clock.advance(3_600_000);
  await expect(resetPassword(stage.visitor, { token: expiring, password })).rejects.toMatchObject(gone);
  expect(await dumpOf(home)).toEqual(before);
});

test("a link does only what it was sent for", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const resetToken = await askForLink(stage, home);
  const newcomer = { name: "Bea", workspaceName: "Shop", email: `bea@${home.id.replaceAll("_", "-")}.test`, password };
  await signUp(stage.visitor, newcomer);
  const signUpToken = secretIn((await stage.requestedMails()).at(-1));
  await expect(confirmSignUp(stage.visitor, { token: resetToken })).rejects.toMatchObject(gone);
  await expect(readSignUp(stage.visitor, { token: resetToken })).rejects.toMatchObject(gone);
  await expect(readPasswordReset(stage.visitor, { token: signUpToken })).rejects.toMatchObject(gone);
  await expect(resetPassword(stage.visitor, { token: signUpToken, password })).rejects.toMatchObject(gone);
});

test("of two passwords set through one link at the same moment exactly one is kept", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const token = await askForLink(stage, home);
  const passwords = ["the first password", "the other password"];
  const results = await Promise.allSettled(passwords.map((one) => resetPassword(stage.visitor, { token, password: one })));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  const kept = passwords[results.findIndex((result) => result.status === "fulfilled")] ?? "";
  expect(await signIn(stage.visitor, { email: home.people.viewer.email, password: kept })).toHaveProperty("cookie");
});

test("after a new password no older link sets another one", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const older = await askForLink(stage, home);
  const newer = await askForLink(stage, home);
  await resetPassword(stage.visitor, { token: newer, password });
  await expect(resetPassword(stage.visitor, { token: older, password: "another long password" })).rejects.toMatchObject(gone);
  const third = await askForLink(stage, home);
  await changePassword(stage.as(home, { role: "viewer" }), { currentPassword: password, password: "another long password" });
  await expect(resetPassword(stage.visitor, { token: third, password })).rejects.toMatchObject(gone);
});

test("changing one's password ends the other sessions and keeps this one", async () => {
  const home = await aWorkspace();
  const { viewer } = home.people;
  const stage = createStage();
  const other = await signIn(stage.visitor, viewer);
  const before = (await stage.deps.sessions.authenticate(other.cookie))?.session.handle;
  await changePassword(stage.as(home, { role: "viewer" }), { currentPassword: viewer.password, password });
  expect(await stage.deps.sessions.authenticate(other.cookie)).toBeUndefined();
  expect((await stage.deps.sessions.authenticate(viewer.cookie))?.user.id).toBe(viewer.id);
  expect(stage.committed.map((one) => one.event)).toContainEqual({ type: "session.revoked", handles: [before] });
});

test("an address without an account gets the same answer, and no mail", async () => {
  const stage = createStage();
  expect(await requestPasswordReset(stage.visitor, { email: "nobody@nowhere.test" })).toBeUndefined();
  expect(stage.committed).toEqual([]);
});

test("a link of somebody who was removed meanwhile sets nothing", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const token = await askForLink(stage, home);
  await removeMember(stage.as(home, { role: "owner" }), { id: home.people.viewer.id });
  await expect(resetPassword(stage.visitor, { token, password })).rejects.toMatchObject(gone);
});
