import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { apiKeys, users } from "#db/schema/accounts.ts";
import { auditLog } from "#db/schema/audit.ts";
import { notifications } from "#db/schema/notifications.ts";
import { stageStartMs } from "#db/testing/basics.ts";
import { dumpOf } from "#db/testing/database.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { authenticateApiKey } from "./authenticate-api-key.server.ts";
import { changeRole } from "./change-role.server.ts";
import { createApiKey } from "./create-api-key.server.ts";
import { listApiKeys } from "./list-api-keys.server.ts";
import { actions, actionsOf } from "./permissions.ts";
import { removeMember } from "./remove-member.server.ts";
import { revokeApiKey } from "./revoke-api-key.server.ts";
import { warnExpiringKeys, workspacesWithExpiringKeys } from "./warn-expiring-keys.server.ts";

const dayMs = 24 * 3_600_000;

function whoIs(stage: Stage, key: string) {
  return authenticateApiKey(stage.deps.orm, key, stage.clock.now());
}

test("a key is answered once and stored as a hash only", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "admin" });
  const { id, key } = await createApiKey(ctx, { name: "Till", scopes: ["team:read", "team:read"] });
  expect(key).toMatch(/^ek_local_[\w-]{40,}$/);
  expect(JSON.stringify(await dumpOf(home))).not.toContain(key);
  expect(JSON.stringify(await listApiKeys(ctx))).not.toContain(key);
  expect(await ctx.db.first(apiKeys, eq(apiKeys.id, id))).toMatchObject({
    keyHash: await sha256Hex(key),
    scopes: ["team:read"],
    expiresAt: null,
  });
  expect(await ctx.db.first(auditLog, eq(auditLog.subjectId, id))).toMatchObject({ after: { scopes: ["team:read"], expiresAt: null } });
  const found = await whoIs(stage, key);
  expect(found?.actor).toEqual({ kind: "apiKey", keyId: id, name: "Till", scopes: ["team:read"] });
  expect(found?.workspace.id).toBe(home.id);
});

test("nobody hands a key more than they hold", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const before = await dumpOf(home);
  const above = { code: "forbidden", fields: { scopes: "scopeAboveYours" } };
  const few = stage.as(home, { scopes: ["keys:write", "team:read"] });
  await expect(createApiKey(few, { name: "More", scopes: ["team:read", "team:write"] })).rejects.toMatchObject(above);
  expect(await dumpOf(home)).toEqual(before);
});

test("a key never exceeds the role its maker has now", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { admin } = home.people;
  const { key } = await createApiKey(stage.as(home, { role: "admin" }), { name: "All", scopes: [...actions] });
  expect((await whoIs(stage, key))?.actor.scopes).toEqual([...actions]);
  await changeRole(stage.as(home, { role: "owner" }), { id: admin.id, role: "viewer" });
  expect((await whoIs(stage, key))?.actor.scopes).toEqual(actionsOf("viewer"));
});

test("a key made by a key is bound to the person behind it and ends with their membership", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { admin } = home.people;
  const first = await createApiKey(stage.as(home, { role: "admin" }), { name: "First", scopes: [...actions] });
  const asKey = stage.as(home, { scopes: [...actions], keyId: first.id });
  const second = await createApiKey(asKey, { name: "Second", scopes: [...actions] });
  await changeRole(stage.as(home, { role: "owner" }), { id: admin.id, role: "picker" });
  expect((await whoIs(stage, second.key))?.actor.scopes).toEqual(actionsOf("picker"));
  await removeMember(stage.as(home, { role: "owner" }), { id: admin.id });
  expect(await whoIs(stage, second.key)).toBeUndefined();
});

test("an expired, revoked, unknown or misshapen key opens nothing", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const revoked = await createApiKey(ctx, { name: "Revoked", scopes: ["team:read"] });
  await revokeApiKey(ctx, { id: revoked.id });
  await revokeApiKey(ctx, { id: revoked.id });
  const expiring = await createApiKey(ctx, { name: "Short", scopes: ["team:read"], expiresInDays: "1" });
  stage.clock.advance(dayMs - 1);
  expect(await whoIs(stage, expiring.key)).toBeDefined();
  stage.clock.advance(1);
  const hash = await sha256Hex(home.apiKey.key);
  for (const key of [
    revoked.key,
    expiring.key,
    "ek_local_unknown-key",
    "",
    "Bearer x",
    hash,
    `${home.apiKey.key}x`,
    home.apiKey.key.slice(1),
  ]) {
    expect(await whoIs(stage, key), key).toBeUndefined();
  }
  const states = (await listApiKeys(ctx)).data.map((row) => [row.name, row.state]);
  expect(Object.fromEntries(states)).toEqual({ Short: "expired", Revoked: "revoked", Integration: "active" });
  expect(await ctx.db.count(auditLog, eq(auditLog.action, "api-key.revoked"))).toBe(1);
});

test("when a key was last used is written down, at most once a minute", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const lastUse = async () => (await ctx.db.first(apiKeys, eq(apiKeys.id, home.apiKey.id)))?.lastUsedAt;
  await (await whoIs(stage, home.apiKey.key))?.recordUse?.();
  expect(await lastUse()).toBe(stageStartMs);
  stage.clock.advance(60_000);
  expect((await whoIs(stage, home.apiKey.key))?.recordUse).toBeUndefined();
  stage.clock.advance(1);
  await (await whoIs(stage, home.apiKey.key))?.recordUse?.();
  expect(await lastUse()).toBe(stageStartMs + 60_001);
});

test("a role or scope that no longer exists gives a key nothing", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  await writeRows(home.id, updateWhere(apiKeys, eq(apiKeys.id, home.apiKey.id), { scopes: ["team:read", "moon:read"] }));
  expect((await whoIs(stage, home.apiKey.key))?.actor.scopes).toEqual(["team:read"]);
  await writeRows(home.id, updateWhere(users, eq(users.id, home.people.owner.id), { role: "emperor" }));
  expect((await whoIs(stage, home.apiKey.key))?.actor.scopes).toEqual([]);
});

test("owners and admins are warned of a key that runs out within a week, each once, others never", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const stage = createStage();
  const ctx = stage.as(home, { system: "warn" });
  const expiresAt = stageStartMs + 7 * dayMs;
  await writeRows(home.id, updateWhere(apiKeys, eq(apiKeys.id, home.apiKey.id), { expiresAt }));
  await writeRows(other.id, updateWhere(apiKeys, eq(apiKeys.id, other.apiKey.id), { expiresAt: expiresAt + 1 }));
  const found = await workspacesWithExpiringKeys(stage.deps.orm, stageStartMs);
  expect([found.includes(home.id), found.includes(other.id)]).toEqual([true, false]);
  expect(await warnExpiringKeys(ctx)).toBe(1);
  await warnExpiringKeys(ctx);
  const warned = await ctx.db.all(notifications, { where: eq(notifications.kind, "api-key-expiring") });
  expect(warned.map((row) => row.userId).toSorted()).toEqual([home.people.owner.id, home.people.admin.id].toSorted());
});
