import { env } from "cloudflare:workers";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { invitations, users, workspaces } from "#db/schema/accounts.ts";
import { createWorkspaceDb } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { dumpOf } from "#db/testing/database.ts";
import { createStage, secretIn, type Stage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { testIds } from "#db/testing/basics.ts";
import { acceptInvitation, readInvitation } from "./accept-invitation.server.ts";
import { confirmSignUp, readSignUp } from "./confirm-sign-up.server.ts";
import { signIn } from "./sign-in.server.ts";
import { signUp } from "./sign-up.server.ts";

const password = "a new long password";
const gone = { code: "gone", reason: "linkInvalid" };

function aNewcomer() {
  return { name: "Bea", workspaceName: "Bea's shop", email: `${testIds.next("bea").replace("_", ".")}@shop.test`, password };
}

async function signUpFor(stage: Stage, newcomer = aNewcomer()): Promise<{ newcomer: ReturnType<typeof aNewcomer>; token: string }> {
  await signUp(stage.visitor, newcomer);
  const mail = (await stage.requestedMails()).findLast((one) => one.to === newcomer.email);
  return { newcomer, token: secretIn(mail) };
}

async function workspacesNamed(stage: Stage, name: string) {
  return stage.deps.orm.select().from(workspaces).where(eq(workspaces.name, name));
}

test("signing up, opening the mailed link and signing in lead into a workspace of one's own", async () => {
  const stage = createStage({ locale: "pt-BR" });
  const { newcomer, token } = await signUpFor(stage, { ...aNewcomer(), workspaceName: "Loja da Bea" });
  expect(await workspacesNamed(stage, "Loja da Bea")).toEqual([]);
  await expect(signIn(stage.visitor, newcomer)).rejects.toMatchObject({ reason: "wrongCredentials" });
  expect(await readSignUp(stage.visitor, { token })).toEqual({ email: newcomer.email, workspaceName: "Loja da Bea" });
  const { cookie } = await confirmSignUp(stage.visitor, { token });
  const signedIn = await stage.deps.sessions.authenticate(cookie);
  expect(signedIn?.user).toMatchObject({ email: newcomer.email, role: "owner", name: "Bea", locale: "pt-BR" });
  expect(signedIn?.workspace).toMatchObject({ name: "Loja da Bea", currency: "BRL", timeZone: "America/Sao_Paulo", onboardedAt: null });
  const again = await signIn(stage.visitor, { email: ` ${newcomer.email.toUpperCase()} `, password });
  expect((await stage.deps.sessions.authenticate(again.cookie))?.user.email).toBe(newcomer.email);
  const db = createWorkspaceDb(stage.deps.orm, signedIn?.workspace.id ?? "");
  const actions = (await db.all(auditLog, { orderBy: asc(auditLog.id) })).map((row) => row.action);
  expect(actions).toEqual(["member.sign-up-requested", "workspace.created", "session.started", "session.started"]);
});

test("a link works once, also when it is opened twice at the same moment", async () => {
  const stage = createStage();
  const { newcomer, token } = await signUpFor(stage, { ...aNewcomer(), workspaceName: testIds.next("name") });
  const results = await Promise.allSettled([0, 1, 2].map(() => confirmSignUp(stage.visitor, { token })));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  expect(results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []))).toMatchObject([gone, gone]);
  const [workspace, ...more] = await workspacesNamed(stage, newcomer.workspaceName);
  expect(more).toEqual([]);
  const before = await dumpOf(workspace ?? { id: "" });
  await expect(confirmSignUp(stage.visitor, { token })).rejects.toMatchObject(gone);
  await expect(readSignUp(stage.visitor, { token })).rejects.toMatchObject(gone);
  expect(await dumpOf(workspace ?? { id: "" })).toEqual(before);
});

test("an expired, forged or foreign link gets the same answer and changes nothing", async () => {
  const stage = createStage();
  const home = await aWorkspace();
  const { token } = await signUpFor(stage);
  const before = await dumpOf(home);
  for (const forged of ["forged", `${token}x`, token.toLowerCase(), home.invitation.secret, "' or 1=1 --"]) {
    await expect(confirmSignUp(stage.visitor, { token: forged })).rejects.toMatchObject(gone);
  }
  await expect(acceptInvitation(stage.visitor, { token, name: "Bea", password })).rejects.toMatchObject(gone);
  stage.clock.advance(24 * 3_600_000);
  await expect(confirmSignUp(stage.visitor, { token })).rejects.toMatchObject(gone);
  expect(await dumpOf(home)).toEqual(before);
});

test("of two links for one address the second one opened makes no second account", async () => {
  const stage = createStage();
  const newcomer = aNewcomer();
  const first = await signUpFor(stage, newcomer);
  const second = await signUpFor(stage, newcomer);
  await confirmSignUp(stage.visitor, { token: second.token });
  await expect(confirmSignUp(stage.visitor, { token: first.token })).rejects.toMatchObject(gone);
  expect(await stage.deps.orm.select().from(users).where(eq(users.email, newcomer.email))).toHaveLength(1);
});

test("a fault of the database is not blamed on the link, which still works afterwards", async () => {
  const stage = createStage();
  const { token } = await signUpFor(stage);
  const broken = {
    prepare: env.DB.prepare.bind(env.DB),
    batch: () => Promise.reject(new Error("D1_ERROR: down")),
  } as unknown as D1Database;
  const visitor = {
    ...stage.visitor,
    enter: (...place: Parameters<Stage["visitor"]["enter"]>) => ({ ...stage.visitor.enter(...place), d1: broken }),
  };
  await expect(confirmSignUp(visitor, { token })).rejects.toThrow("D1_ERROR: down");
  expect(await confirmSignUp(stage.visitor, { token })).toHaveProperty("cookie");
});

test("an address that has an account gets the same answer, and a mail that says so", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { email } = home.people.viewer;
  expect(await signUp(stage.visitor, { ...aNewcomer(), email })).toBe(await signUp(stage.visitor, aNewcomer()));
  const mails = await stage.requestedMails();
  expect(mails.map((mail) => mail.template)).toEqual(["already-registered", "confirm-sign-up"]);
  expect(mails[0]).toMatchObject({ to: email, values: { link: expect.stringMatching(/\/login$/) as string } });
  expect(await stage.deps.orm.select().from(users).where(eq(users.email, email))).toMatchObject([
    { passwordHash: `cheap$${home.people.viewer.password}` },
  ]);
});

test("an invited address gets its invitation again, and the link before it ends", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { email, secret } = home.invitation;
  await signUp(stage.visitor, { ...aNewcomer(), email });
  const [mail] = await stage.requestedMails();
  expect(mail).toMatchObject({ template: "invitation", to: email });
  await expect(readInvitation(stage.visitor, { token: secret })).rejects.toMatchObject(gone);
  const { cookie } = await acceptInvitation(stage.visitor, { token: secretIn(mail), name: "Bea", password });
  expect((await stage.deps.sessions.authenticate(cookie))?.workspace.id).toBe(home.id);
  expect(await stage.deps.orm.select().from(invitations).where(eq(invitations.email, email))).toMatchObject([{ id: home.invitation.id }]);
});

test("nothing secret of a sign-up is stored in clear", async () => {
  const stage = createStage();
  const { newcomer, token } = await signUpFor(stage);
  const [record] = stage.committed;
  const stored = JSON.stringify(await dumpOf({ id: record?.workspaceId ?? "" }));
  expect(stored).toContain(newcomer.email);
  expect(stored).not.toContain(token);
  expect(stored.replaceAll(`cheap$${password}`, "")).not.toContain(password);
});
