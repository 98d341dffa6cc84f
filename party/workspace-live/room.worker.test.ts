import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeRole } from "#app/domain/accounts/change-role.server.ts";
import type { Role } from "#app/domain/accounts/permissions.ts";
import { removeMember } from "#app/domain/accounts/remove-member.server.ts";
import { revokeSession } from "#app/domain/accounts/revoke-session.server.ts";
import type { DomainEvent } from "#app/domain/events.ts";
import { carryOn } from "#app/worker/outbox.server.ts";
import { sessions } from "#db/schema/accounts.ts";
import { testIds } from "#db/testing/basics.ts";
import { aFakeQueue } from "#db/testing/fake-queue.ts";
import { type LiveSocket, openLiveSocket } from "#db/testing/live-socket.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { encode } from "./protocol.ts";

function anActivity(label: string): { id: string; event: DomainEvent } {
  const entry = {
    id: testIds.next("aud"),
    at: 1,
    actor: { kind: "user", id: "usr_1", label: "Ana" },
    action: "invitation.sent" as const,
    subject: { type: "invitation", id: "inv_1", label },
  };
  return { id: testIds.next("evt"), event: { type: "activity.recorded", entry } };
}

function roomOf(home: TestWorkspace) {
  return env.WORKSPACE_LIVE.getByName(home.id);
}

function open(home: TestWorkspace, role: Role): Promise<LiveSocket> {
  return openLiveSocket(home.id, home.people[role].cookie);
}

async function deliver(stage: Stage): Promise<void> {
  await carryOn({ ...stage.deps, env: { ...env, PROCESSING_QUEUE: aFakeQueue().binding } }, stage.committed.splice(0));
}

/** Labels with their numbers, oldest first, as a page shows them. */
function told(socket: LiveSocket): [number, string][] {
  return socket
    .state()
    .entries.map(({ seq, entry }): [number, string] => [seq, entry.subject.label])
    .toReversed();
}

function pathsIn(socket: LiveSocket): Record<string, string> {
  return Object.fromEntries(socket.state().people.map((person) => [person.role, person.path]));
}

test("hello is answered with where the log stands and who is here", async () => {
  const home = await aWorkspace();
  const socket = await open(home, "viewer");
  const { id, name } = home.people.viewer;
  expect(await socket.sync()).toMatchObject({ cursor: { seq: 0 }, missed: [], people: [{ userId: id, name, role: "viewer", path: "/" }] });
});

test("two pages see the same activity under the same numbers", async () => {
  const home = await aWorkspace();
  const sockets = [await open(home, "owner"), await open(home, "viewer")];
  for (const socket of sockets) await socket.sync();
  await roomOf(home).publish([anActivity("a"), anActivity("b")]);
  await roomOf(home).publish([anActivity("c")]);
  for (const socket of sockets) {
    await socket.until("deltas", (frame) => frame.deltas.some((delta) => delta.kind === "activity" && delta.item.seq === 3));
    expect(told(socket)).toEqual([
      [1, "a"],
      [2, "b"],
      [3, "c"],
    ]);
  }
});

test("coming back from any place brings exactly what was missed", async () => {
  const home = await aWorkspace();
  await roomOf(home).publish([anActivity("a"), anActivity("b"), anActivity("c")]);
  const socket = await open(home, "viewer");
  const { cursor } = await socket.sync();
  for (const seq of [0, 1, 2, 3]) {
    const { missed } = await socket.sync({ epoch: cursor.epoch, seq });
    expect(missed?.map((item) => item.seq)).toEqual([1, 2, 3].filter((one) => one > seq));
  }
});

test("a place before the log's start, from another log or from the future means reading anew", async () => {
  const home = await aWorkspace();
  const socket = await open(home, "viewer");
  const { cursor } = await socket.sync();
  await roomOf(home).publish(Array.from({ length: 505 }, (_, index) => anActivity(String(index))));
  for (const place of [
    { epoch: cursor.epoch, seq: 4 },
    { epoch: "another", seq: 505 },
    { epoch: cursor.epoch, seq: 506 },
  ]) {
    expect(await socket.sync(place)).toMatchObject({ missed: null, cursor: { seq: 505 } });
  }
  const { missed } = await socket.sync({ epoch: cursor.epoch, seq: 5 });
  expect([missed?.length, missed?.[0]?.seq]).toEqual([500, 6]);
});

test("an eviction in the middle loses neither log nor numbers nor who is here, and open sockets go on", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const [owner, viewer] = [await open(home, "owner"), await open(home, "viewer")];
  viewer.send(encode({ type: "page", path: "/activity" }));
  const first = await viewer.sync();
  await owner.sync();
  const again = anActivity("a");
  await roomOf(home).publish([again]);
  await owner.sync();
  await evictDurableObject(roomOf(home));
  await roomOf(home).publish([again, anActivity("b")]);
  const { cursor } = await viewer.sync();
  await owner.sync();
  expect(cursor).toEqual({ epoch: first.cursor.epoch, seq: 2 });
  expect([told(owner), told(viewer)]).toEqual(
    Array.from({ length: 2 }, () => [
      [1, "a"],
      [2, "b"],
    ]),
  );
  expect(pathsIn(owner)).toEqual({ owner: "/", viewer: "/activity" });
  await evictDurableObject(roomOf(home));
  await removeMember(stage.as(home, { role: "owner" }), { id: home.people.viewer.id });
  await deliver(stage);
  expect(await viewer.closed).toBe(4401);
  await owner.sync();
  expect(pathsIn(owner)).toEqual({ owner: "/" });
});

test("what was waiting to be sent when the room was evicted arrives with the next hello", async () => {
  const home = await aWorkspace();
  const socket = await open(home, "viewer");
  await socket.sync();
  await roomOf(home).publish([anActivity("a")]);
  await evictDurableObject(roomOf(home));
  await roomOf(home).publish([anActivity("b")]);
  await socket.sync();
  expect(told(socket)).toEqual([
    [1, "a"],
    [2, "b"],
  ]);
});

test("pages of a removed member close at once, and others stay", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const [owner, viewer, tab] = [await open(home, "owner"), await open(home, "viewer"), await open(home, "viewer")];
  await removeMember(stage.as(home, { role: "owner" }), { id: home.people.viewer.id });
  await deliver(stage);
  expect(await Promise.all([viewer.closed, tab.closed])).toEqual([4401, 4401]);
  expect(viewer.state().endReason).toBe("removed");
  await expect(open(home, "viewer")).rejects.toThrow("401");
  expect((await owner.sync()).people).toMatchObject([{ role: "owner" }]);
});

test("pages of an ended session close at once, and the person's other sessions stay", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const { cookie } = await stage.deps.sessions.start({
    handle: "ses_second",
    userId: home.people.viewer.id,
    workspaceId: home.id,
    createdAt: 1,
    lastSeenAt: 1,
    ipAddress: "",
    userAgent: "",
  });
  const [here, there] = [await open(home, "viewer"), await openLiveSocket(home.id, cookie)];
  await revokeSession(stage.as(home, { role: "viewer" }), { id: "ses_second" });
  await deliver(stage);
  expect(await there.closed).toBe(4401);
  expect(there.state().endReason).toBe("revoked");
  expect((await here.sync()).people).toHaveLength(1);
});

test("a page whose session ran out while it was open is closed by the room itself", async () => {
  const home = await aWorkspace();
  const [owner, viewer] = [await open(home, "owner"), await open(home, "viewer")];
  await writeRows(home.id, updateWhere(sessions, eq(sessions.userId, home.people.viewer.id), { expiresAt: 1 }));
  expect(await runDurableObjectAlarm(roomOf(home))).toBe(true);
  expect(await viewer.closed).toBe(4401);
  expect((await owner.sync()).people).toMatchObject([{ role: "owner" }]);
  const next = await runInDurableObject(roomOf(home), (_room, state) => state.storage.getAlarm());
  expect(next).not.toBeNull();
});

test("a new role is seen by the person and by everybody who is here", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const [owner, viewer] = [await open(home, "owner"), await open(home, "viewer")];
  await owner.sync();
  await viewer.sync();
  const stale = viewer.state().staleCount;
  await changeRole(stage.as(home, { role: "owner" }), { id: home.people.viewer.id, role: "manager" });
  await deliver(stage);
  await viewer.until("deltas", (frame) => frame.deltas.some((delta) => delta.kind === "yours" && delta.what === "role"));
  expect(viewer.state().staleCount).toBe(stale + 1);
  const isManager = (person: { role: string }) => person.role === "manager";
  await owner.until("deltas", (frame) => frame.deltas.some((delta) => delta.kind === "here" && isManager(delta.person)));
  expect(owner.state().people.filter(isManager)).toMatchObject([{ userId: home.people.viewer.id }]);
});

test("a notification reaches all pages of its person and nobody else", async () => {
  const home = await aWorkspace();
  const sockets = { owner: await open(home, "owner"), viewer: await open(home, "viewer"), tab: await open(home, "viewer") };
  await roomOf(home).publish([
    { id: "evt_n", event: { type: "notification.created", userId: home.people.viewer.id, notificationId: "ntf_1", kind: "welcome" } },
  ]);
  const yours = { kind: "yours", what: "notifications" };
  for (const socket of Object.values(sockets)) await socket.sync();
  expect(sockets.viewer.deltas()).toContainEqual(yours);
  expect(sockets.tab.deltas()).toContainEqual(yours);
  expect(sockets.owner.deltas()).not.toContainEqual(yours);
});

test("a person with two pages is here once, where they looked last, until both are closed", async () => {
  const home = await aWorkspace();
  const [owner, first, second] = [await open(home, "owner"), await open(home, "viewer"), await open(home, "viewer")];
  first.send(encode({ type: "page", path: "/first" }));
  await first.sync();
  second.send(encode({ type: "page", path: "/second" }));
  await second.sync();
  await owner.sync();
  expect(pathsIn(owner)).toEqual({ owner: "/", viewer: "/second" });
  second.close();
  await owner.until("deltas", () => pathsIn(owner)["viewer"] === "/first");
  expect(owner.state().people).toHaveLength(2);
  expect(pathsIn(owner)).toEqual({ owner: "/", viewer: "/first" });
  first.close();
  await owner.until("deltas", (frame) => frame.deltas.some((delta) => delta.kind === "gone"));
  expect(pathsIn(owner)).toEqual({ owner: "/" });
});

test("a frame that is no message of ours gets a typed error and does no harm", async () => {
  const home = await aWorkspace();
  const [owner, viewer] = [await open(home, "owner"), await open(home, "viewer")];
  const malformed = [
    "",
    "{",
    "null",
    "[]",
    "hello",
    '{"v":2,"type":"hello"}',
    '{"v":1,"type":"dance"}',
    '{"v":1,"type":"page","path":"//evil"}'.slice(0, 30),
  ];
  for (const frame of [...malformed, encode({ type: "page", path: "no-slash" }), new ArrayBuffer(8)]) {
    const from = viewer.frames.length;
    viewer.send(frame);
    await viewer.sync();
    expect(viewer.frames.slice(from).filter((one) => one.type === "error")).toMatchObject([{ code: "malformed" }]);
  }
  viewer.send(`{"v":1,"type":"hello","junk":"${"x".repeat(4_096)}"}`);
  expect(await viewer.until("error", (frame) => frame.code === "too-large")).toBeDefined();
  expect((await owner.sync()).people).toHaveLength(2);
  expect(owner.frames.filter((frame) => frame.type === "error")).toEqual([]);
});

test("a page that floods is told so and ignored, and others are served", async () => {
  const home = await aWorkspace();
  const [owner, viewer] = [await open(home, "owner"), await open(home, "viewer")];
  for (let index = 0; index < 200; index += 1) viewer.send(encode({ type: "page", path: `/p${index}` }));
  await viewer.until("error", (frame) => frame.code === "too-fast");
  const { people } = await owner.sync();
  expect(people).toHaveLength(2);
  await roomOf(home).publish([anActivity("a")]);
  await owner.sync();
  expect(told(owner)).toEqual([[1, "a"]]);
});

test("a ping is answered without waking the room", async () => {
  const home = await aWorkspace();
  await open(home, "viewer");
  const pair = await runInDurableObject(roomOf(home), (_room, state) => state.getWebSocketAutoResponse());
  expect([pair?.request, pair?.response]).toEqual(["ping", "pong"]);
});
