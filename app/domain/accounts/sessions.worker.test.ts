import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { createOrm } from "#db/client.server.ts";
import { sessions } from "#db/schema/accounts.ts";
import { dumpOf } from "#db/testing/database.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { endedSessions } from "./ended-sessions.server.ts";
import { listSessions } from "./list-sessions.server.ts";
import { revokeSession } from "./revoke-session.server.ts";
import { createSessionStore } from "./sessions.server.ts";
import { signIn } from "./sign-in.server.ts";
import { signOut } from "./sign-out.server.ts";

afterEach(() => void vi.useRealTimers());

async function signedIn() {
  const home = await aWorkspace();
  const stage = createStage();
  const { viewer } = home.people;
  const { cookie } = await signIn(stage.visitor, viewer);
  const found = await stage.deps.sessions.authenticate(cookie);
  if (found === undefined) throw new Error("not signed in");
  return { home, stage, viewer, cookie, found };
}

test("the database holds no session id, only its hash", async () => {
  const { home, cookie, found } = await signedIn();
  const secret = /entrepot_session=([^;]+)/.exec(cookie)?.[1] ?? "";
  const stored = JSON.stringify(await dumpOf(home));
  expect(stored).not.toContain(secret);
  expect(stored).toContain(await sha256Hex(secret));
  expect(found.session.id).toBe(secret);
});

test("a stored hash opens no session, and neither does a made-up cookie", async () => {
  const { stage, found } = await signedIn();
  const hash = await sha256Hex(found.session.id);
  for (const cookie of [`entrepot_session=${hash}`, `entrepot_session=${found.session.handle}`, "entrepot_session=", "other=1", "", null]) {
    expect(await stage.deps.sessions.authenticate(cookie), String(cookie)).toBeUndefined();
  }
});

test("the cookie is out of reach for scripts and other sites, and secure outside a developer's machine", async () => {
  const { stage, cookie } = await signedIn();
  expect(cookie).toMatch(/; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax$/);
  const store = createSessionStore(createOrm(stage.deps.env.DB), { secureCookies: true, newSecret: () => "x" });
  expect(store.blankCookie()).toMatch(/^entrepot_session=; .*Max-Age=0.*; Secure$/);
});

test("a session that ran out opens nothing, and one in use is prolonged", async () => {
  const { home, stage, viewer, cookie } = await signedIn();
  const dayMs = 24 * 3_600_000;
  const start = Date.now();
  vi.useFakeTimers({ toFake: ["Date"], now: start + 14 * dayMs });
  expect((await stage.deps.sessions.authenticate(cookie))?.cookie).toBeUndefined();
  vi.setSystemTime(start + 16 * dayMs);
  expect((await stage.deps.sessions.authenticate(cookie))?.cookie).toContain("entrepot_session=");
  vi.setSystemTime(start + 45 * dayMs);
  expect(await stage.deps.sessions.authenticate(cookie)).toBeDefined();
  vi.setSystemTime(start + 76 * dayMs);
  expect(await stage.deps.sessions.authenticate(cookie)).toBeUndefined();
  await writeRows(home.id, updateWhere(sessions, eq(sessions.userId, viewer.id), { expiresAt: 1 }));
  expect(await stage.deps.sessions.authenticate(viewer.cookie)).toBeUndefined();
});

test("signing out ends this session only, and its other pages are told", async () => {
  const { home, stage, viewer, cookie, found } = await signedIn();
  const ctx = { ...stage.as(home, { role: "viewer" }) };
  const ended = await signOut(stage.visitor, ctx, found.session);
  expect(ended.cookie).toContain("Max-Age=0");
  expect(await stage.deps.sessions.authenticate(cookie)).toBeUndefined();
  expect(await stage.deps.sessions.authenticate(viewer.cookie)).toBeDefined();
  expect(stage.committed.map((one) => one.event)).toContainEqual({ type: "session.revoked", handles: [found.session.handle] });
});

test("people see their own open sessions and end one, or all others", async () => {
  const { home, stage, viewer, found } = await signedIn();
  const ctx = stage.as(home, { role: "viewer" });
  const listed = await listSessions(ctx);
  expect(listed.map(({ handle, isCurrent }) => ({ handle, isCurrent }))).toEqual([
    { handle: found.session.handle, isCurrent: false },
    { handle: viewer.sessionHandle, isCurrent: true },
  ]);
  await expect(revokeSession(ctx, { id: home.people.owner.sessionHandle })).rejects.toMatchObject({ code: "not_found" });
  await signIn(stage.visitor, viewer);
  expect(await revokeSession(ctx, { id: found.session.handle })).toEqual({ revoked: 1 });
  expect(await revokeSession(ctx, { id: "others" })).toEqual({ revoked: 1 });
  expect(await revokeSession(ctx, { id: "others" })).toEqual({ revoked: 0 });
  expect(await listSessions(ctx)).toMatchObject([{ handle: viewer.sessionHandle }]);
});

test("of given sessions those that are removed, foreign or run out count as ended", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const ctx = createStage().as(home, { system: "room" });
  const { owner, viewer, admin } = home.people;
  await writeRows(home.id, updateWhere(sessions, eq(sessions.userId, viewer.id), { expiresAt: 1 }));
  const handles = [owner.sessionHandle, viewer.sessionHandle, "ses_gone", other.people.owner.sessionHandle, admin.sessionHandle];
  expect(await endedSessions(ctx, handles)).toEqual([viewer.sessionHandle, "ses_gone", other.people.owner.sessionHandle]);
  expect(await endedSessions(ctx, [])).toEqual([]);
});
