import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mutate } from "./mutate.server.ts";
import { apiKeys, users } from "./schema/accounts.ts";
import { auditLog } from "./schema/audit.ts";
import { notifications } from "./schema/notifications.ts";
import { testIds } from "./testing/basics.ts";
import { createStage } from "./testing/stage.ts";
import { aWorkspace } from "./testing/world.ts";
import { insert, update } from "./writes.ts";

const telling = ["", "'", '"', "'; drop table users; --", "<b>&amp;</b>", "🤖 𝕌 é\u0301 ‮", "\\", "%_", "null", "0", "{}", "\n\t", "1e400"];
const text = fc.oneof(
  fc.constantFrom(...telling),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }).map((one) => one.toWellFormed()),
);
const whole = fc.maxSafeInteger();
const record = fc.dictionary(text, text, { maxKeys: 5, noNullPrototype: true });
const json = fc.dictionary(text, fc.jsonValue({ depthSize: "small", stringUnit: "grapheme" }), { maxKeys: 4, noNullPrototype: true });

/** Values are kept as JSON, which knows no negative zero. */
function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test("whatever was inserted comes back as it was", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "owner" });
  const row = fc.record({ kind: text, data: record, createdAt: whole, readAt: fc.option(whole) });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      const eventId = testIds.next("evt");
      const full = rows.map((one) => ({ ...one, id: testIds.next("ntf"), userId: testIds.next("usr"), eventId }));
      await mutate(ctx, { writes: [insert(notifications, ...full)], audit: "personal" });
      const stored = await ctx.db.all(notifications, { where: eq(notifications.eventId, eventId), orderBy: asc(notifications.id) });
      expect(stored).toEqual(full.map((one) => ({ ...(asStored(one) as object), workspaceId: home.id })));
    }),
    { numRuns: 60 },
  );
});

test("whatever was updated or logged comes back as it was", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "owner" });
  let version = 1;
  const change = fc.record({ name: text, locale: fc.option(text), createdAt: whole, before: json, after: json });
  await fc.assert(
    fc.asyncProperty(change, async ({ before, after, ...set }) => {
      const id = testIds.next("sub");
      await mutate(ctx, {
        writes: [update(users, { id: home.people.viewer.id, version }, set)],
        audit: { action: "member.profile-updated", subject: { type: "member", id, label: set.name }, before, after },
      });
      version += 1;
      expect(await ctx.db.first(users, eq(users.id, home.people.viewer.id))).toMatchObject({ ...(asStored(set) as object), version });
      const [entry] = await ctx.db.all(auditLog, { where: eq(auditLog.subjectId, id) });
      expect(entry).toMatchObject({ subjectLabel: set.name, before: asStored(before), after: asStored(after), inFeed: false });
    }),
    { numRuns: 60 },
  );
});

test("lists, nulls, defaults and yes-or-no columns come back as they were", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "owner" });
  const key = { id: testIds.next("key"), name: "K", hint: "h", keyHash: testIds.token(), scopes: ["a'b", "🤖"], createdAt: 1 };
  await mutate(ctx, {
    writes: [insert(apiKeys, key)],
    audit: { action: "api-key.created", subject: { type: "api-key", id: key.id, label: "K" } },
  });
  const stored = await ctx.db.first(apiKeys, eq(apiKeys.id, key.id));
  expect(stored).toEqual({
    ...key,
    workspaceId: home.id,
    version: 1,
    createdByUserId: null,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
  });
  expect(await ctx.db.all(auditLog, { where: eq(auditLog.subjectId, key.id) })).toMatchObject([
    { inFeed: true, before: null, after: null },
  ]);
  await mutate(ctx, { writes: [update(apiKeys, { id: key.id, version: 1 }, { scopes: ["c", "d"], revokedAt: 0 })], audit: "personal" });
  expect(await ctx.db.first(apiKeys, eq(apiKeys.id, key.id))).toMatchObject({ scopes: ["c", "d"], revokedAt: 0, version: 2 });
});
