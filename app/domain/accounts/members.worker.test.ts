import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { apiKeys, invitations, sessions, users } from "#db/schema/accounts.ts";
import { notifications } from "#db/schema/notifications.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { dumpOf } from "#db/testing/database.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { authenticateApiKey } from "./authenticate-api-key.server.ts";
import { changeRole } from "./change-role.server.ts";
import { listMembers } from "./list-members.server.ts";
import { roles } from "./permissions.ts";
import { removeMember } from "./remove-member.server.ts";

async function aSecondOwner(home: TestWorkspace): Promise<string> {
  const id = testIds.next("usr");
  const person = {
    name: "Second",
    passwordHash: "",
    role: "owner",
    locale: null,
    theme: "system",
    timeZone: null,
    createdAt: stageStartMs,
  };
  await writeRows(home.id, insert(users, { id, email: `${id.replace("_", ".")}@shop.test`, ...person }));
  return id;
}

function owners(stage: Stage, home: TestWorkspace): Promise<number> {
  return stage.as(home, { role: "owner" }).db.count(users, eq(users.role, "owner"));
}

test("a new role holds from the next request on, in every session, and open pages are told", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { viewer } = home.people;
  expect(await changeRole(stage.as(home, { role: "admin" }), { id: viewer.id, role: "manager" })).toEqual({
    id: viewer.id,
    role: "manager",
  });
  expect((await stage.deps.sessions.authenticate(viewer.cookie))?.user.role).toBe("manager");
  const changed = { type: "member.role-changed", userId: viewer.id, role: "manager", byName: home.people.admin.name };
  expect(stage.committed.map((one) => one.event)).toContainEqual(changed);
});

test("giving somebody the role they have changes nothing", async () => {
  const home = await aWorkspace();
  const before = await dumpOf(home);
  await changeRole(createStage().as(home, { role: "owner" }), { id: home.people.viewer.id, role: "viewer" });
  expect(await dumpOf(home)).toEqual(before);
});

test("an admin neither makes nor unmakes nor removes an owner", async () => {
  const home = await aWorkspace();
  const second = await aSecondOwner(home);
  const ctx = createStage().as(home, { role: "admin" });
  const above = { code: "forbidden", reason: "roleAboveYours" };
  const before = await dumpOf(home);
  await expect(changeRole(ctx, { id: home.people.admin.id, role: "owner" })).rejects.toMatchObject(above);
  await expect(changeRole(ctx, { id: second, role: "admin" })).rejects.toMatchObject(above);
  await expect(removeMember(ctx, { id: second })).rejects.toMatchObject(above);
  expect(await dumpOf(home)).toEqual(before);
});

test("the last owner stays", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "owner" });
  const last = { code: "conflict", reason: "lastOwner" };
  const before = await dumpOf(home);
  await expect(changeRole(ctx, { id: home.people.owner.id, role: "admin" })).rejects.toMatchObject(last);
  await expect(removeMember(ctx, { id: home.people.owner.id })).rejects.toMatchObject(last);
  expect(await dumpOf(home)).toEqual(before);
});

test("two owners who unmake or remove each other at the same moment leave one behind", async () => {
  const unmake = (stage: Stage, home: TestWorkspace, id: string) => changeRole(stage.as(home, { role: "owner" }), { id, role: "admin" });
  const remove = (stage: Stage, home: TestWorkspace, id: string) => removeMember(stage.as(home, { role: "owner" }), { id });
  for (const [one, two] of [
    [unmake, unmake],
    [remove, remove],
    [unmake, remove],
  ] as const) {
    const home = await aWorkspace();
    const stage = createStage();
    const second = await aSecondOwner(home);
    const results = await Promise.allSettled([one(stage, home, second), two(stage, home, home.people.owner.id)]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await owners(stage, home)).toBe(1);
  }
});

test("a removed person is out at once: sessions end, keys stop, and others stay", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  await aSecondOwner(home);
  const ctx = stage.as(home, { role: "owner" });
  const { owner, viewer } = home.people;
  await removeMember(ctx, { id: owner.id });
  expect(await stage.deps.sessions.authenticate(owner.cookie)).toBeUndefined();
  expect(await authenticateApiKey(stage.deps.orm, home.apiKey.key, stage.clock.now())).toBeUndefined();
  expect(await ctx.db.count(sessions, eq(sessions.userId, owner.id))).toBe(0);
  expect(await ctx.db.count(notifications, eq(notifications.userId, owner.id))).toBe(0);
  expect(await ctx.db.first(invitations, eq(invitations.id, home.invitation.id))).toMatchObject({ invitedByUserId: null });
  expect(await ctx.db.first(apiKeys, eq(apiKeys.id, home.apiKey.id))).toMatchObject({ revokedAt: stageStartMs });
  expect(stage.committed.map((one) => one.event)).toContainEqual({ type: "member.removed", userId: owner.id });
  expect((await stage.deps.sessions.authenticate(viewer.cookie))?.user.id).toBe(viewer.id);
  expect(await ctx.db.count(users)).toBe(6);
});

test("a team is listed page by page, each person once", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "viewer" });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listMembers(ctx, { limit: 4, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.data.map((member) => member.role));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual([...roles]);
});
