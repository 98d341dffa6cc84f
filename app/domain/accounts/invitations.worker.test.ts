import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { invitations, users } from "#db/schema/accounts.ts";
import { testIds } from "#db/testing/basics.ts";
import { dumpOf, rowsOf } from "#db/testing/database.ts";
import { createStage, secretIn, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import { acceptInvitation, readInvitation } from "./accept-invitation.server.ts";
import { inviteMember } from "./invite-member.server.ts";
import { listInvitations } from "./list-invitations.server.ts";
import { resendInvitation } from "./resend-invitation.server.ts";
import { revokeInvitation } from "./revoke-invitation.server.ts";

const password = "a new long password";
const gone = { code: "gone", reason: "linkInvalid" };

async function invite(stage: Stage, home: TestWorkspace, email = `${testIds.next("new").replace("_", ".")}@shop.test`) {
  const { id } = await inviteMember(stage.as(home, { role: "owner" }), { email, role: "picker" });
  const mail = (await stage.requestedMails()).findLast((one) => one.to === email);
  return { id, email, token: secretIn(mail) };
}

test("an invited person joins the inviting workspace with the role they were invited to", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { email, token } = await invite(stage, home);
  expect(await readInvitation(stage.visitor, { token })).toEqual({ email, role: "picker", workspaceName: home.name, hasAccount: false });
  const { cookie } = await acceptInvitation(stage.visitor, { token, name: "Bea", password });
  const signedIn = await stage.deps.sessions.authenticate(cookie);
  expect(signedIn).toMatchObject({ user: { email, role: "picker", name: "Bea" }, workspace: { id: home.id } });
  const joined = stage.committed.map((one) => one.event).find((event) => event.type === "member.joined");
  expect(joined).toEqual({ type: "member.joined", userId: signedIn?.user.id, name: "Bea", invitedByUserId: home.people.owner.id });
  await expect(acceptInvitation(stage.visitor, { token, name: "Bea", password })).rejects.toMatchObject(gone);
});

test("of several who accept one invitation at the same moment exactly one joins", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { email, token } = await invite(stage, home);
  const results = await Promise.allSettled(["A", "B", "C"].map((name) => acceptInvitation(stage.visitor, { token, name, password })));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  expect(await stage.deps.orm.select().from(users).where(eq(users.email, email))).toHaveLength(1);
});

test("a revoked, replaced, expired or forged invitation lets nobody in", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const revoked = await invite(stage, home);
  await revokeInvitation(stage.as(home, { role: "admin" }), { id: revoked.id });
  const replaced = await invite(stage, home);
  await invite(stage, home, replaced.email);
  const resent = await invite(stage, home);
  await resendInvitation(stage.as(home, { role: "admin" }), { id: resent.id });
  const expiring = await invite(stage, home);
  const before = await dumpOf(home);
  const refuse = (token: string) => expect(acceptInvitation(stage.visitor, { token, name: "Bea", password })).rejects.toMatchObject(gone);
  for (const token of [revoked.token, replaced.token, resent.token, "forged"]) await refuse(token);
  stage.clock.advance(7 * 24 * 3_600_000);
  await refuse(expiring.token);
  expect(await dumpOf(home)).toEqual(before);
});

test("an invitation that is revoked or replaced while somebody accepts it lets nobody in", async () => {
  for (const interfere of [
    (stage: Stage, home: TestWorkspace, { id }: { id: string }) => revokeInvitation(stage.as(home, { role: "owner" }), { id }),
    (stage: Stage, home: TestWorkspace, { email }: { email: string }) =>
      inviteMember(stage.as(home, { role: "owner" }), { email, role: "viewer" }),
  ]) {
    const home = await aWorkspace();
    const stage = createStage();
    const invitation = await invite(stage, home);
    const passwords = {
      ...stage.visitor.ports.passwords,
      hash: async (text: string) => {
        await interfere(stage, home, invitation);
        return stage.visitor.ports.passwords.hash(text);
      },
    };
    const visitor = { ...stage.visitor, ports: { ...stage.visitor.ports, passwords } };
    await expect(acceptInvitation(visitor, { token: invitation.token, name: "Bea", password })).rejects.toMatchObject(gone);
    expect(await stage.deps.orm.select().from(users).where(eq(users.email, invitation.email))).toEqual([]);
  }
});

test("an address that has an account elsewhere cannot join, and its workspace does not change", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const stage = createStage();
  const { token } = await invite(stage, home, other.people.viewer.email);
  const before = await rowsOf(other);
  expect(await readInvitation(stage.visitor, { token })).toMatchObject({ hasAccount: true });
  await expect(acceptInvitation(stage.visitor, { token, name: "Bea", password })).rejects.toMatchObject({
    code: "conflict",
    reason: "addressHasAccount",
  });
  expect(await rowsOf(other)).toEqual(before);
});

test("somebody who is a member already is not invited again", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "owner" });
  const invitation = { email: home.people.viewer.email.toUpperCase(), role: "viewer" };
  await expect(inviteMember(ctx, invitation)).rejects.toMatchObject({ code: "conflict", fields: { email: "alreadyMember" } });
});

test("only an owner invites owners; a key never does", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const invitation = (name: string) => ({ email: `${name}@shop-${home.id.slice(4)}.test`, role: "owner" });
  const above = { code: "forbidden", reason: "roleAboveYours" };
  await expect(inviteMember(stage.as(home, { role: "admin" }), invitation("a"))).rejects.toMatchObject(above);
  await expect(inviteMember(stage.as(home, { scopes: ["team:write"] }), invitation("b"))).rejects.toMatchObject(above);
  expect(await inviteMember(stage.as(home, { role: "owner" }), invitation("c"))).toHaveProperty("id");
});

test("a link is stored as a hash only, and its mail is sealed", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { token } = await invite(stage, home);
  expect(JSON.stringify(await dumpOf(home))).not.toContain(token);
  const [row] = await stage.deps.orm.select().from(invitations).where(eq(invitations.id, home.invitation.id));
  expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
});

test("invitations are limited per workspace, and resending per address", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  for (let index = 0; index < 5; index += 1) await resendInvitation(ctx, { id: home.invitation.id });
  const limited = (name: string) => ({ code: "rate_limited", limit: { name } });
  await expect(resendInvitation(ctx, { id: home.invitation.id })).rejects.toMatchObject(limited("mail-account"));
  for (let index = 0; index < 30; index += 1) await invite(stage, home);
  await expect(inviteMember(ctx, { email: "one@too-many.test", role: "viewer" })).rejects.toMatchObject(limited("invitations"));
});

test("waiting invitations are listed, expired ones too, answered ones not", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const accepted = await invite(stage, home);
  await acceptInvitation(stage.visitor, { token: accepted.token, name: "Bea", password });
  stage.clock.advance(8 * 24 * 3_600_000);
  const { data } = await listInvitations(ctx);
  expect(data).toMatchObject([{ id: home.invitation.id, isExpired: true }]);
});
