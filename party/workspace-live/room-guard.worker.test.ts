import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessions } from "#db/schema/accounts.ts";
import { appOrigin, askForRoom, openLiveSocket } from "#db/testing/live-socket.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { encodeIdentity, identityHeader } from "#party/shared/identity.ts";

const upgrade = { upgrade: "websocket" };

test("only a member with an open session gets a socket", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const { owner, viewer, picker } = home.people;
  await writeRows(home.id, updateWhere(sessions, eq(sessions.userId, viewer.id), { expiresAt: 1 }));
  const room = `workspace-live/${home.id}`;
  const refused: [string, Record<string, string>, number][] = [
    ["nobody", {}, 401],
    ["a made-up session", { cookie: "entrepot_session=made-up" }, 401],
    ["an expired session", { cookie: viewer.cookie }, 401],
    ["a member of another workspace", { cookie: other.people.owner.cookie }, 403],
    ["a member on a foreign page", { cookie: owner.cookie, origin: "https://evil.test" }, 403],
    ["a member on a page without origin", { cookie: owner.cookie, origin: "null" }, 403],
    ["a member on a look-alike origin", { cookie: owner.cookie, origin: `${appOrigin}.evil.test` }, 403],
  ];
  for (const [who, headers, status] of refused) {
    const answer = await askForRoom(room, { ...upgrade, ...headers });
    expect([who, answer.status, answer.webSocket]).toEqual([who, status, null]);
    expect((await askForRoom(room, headers)).status, `${who}, over HTTP`).toBe(status);
  }
  const admitted = await askForRoom(room, { ...upgrade, cookie: picker.cookie, origin: appOrigin });
  expect(admitted.status).toBe(101);
  admitted.webSocket?.accept();
  admitted.webSocket?.close();
});

test("plain requests never reach a room's inside, whatever their method", async () => {
  const home = await aWorkspace();
  for (const method of ["GET", "POST", "PUT", "DELETE", "OPTIONS"]) {
    for (const cookie of ["", home.people.owner.cookie]) {
      const request = new Request(`${appOrigin}/parties/workspace-live/${home.id}`, { method, headers: { cookie, origin: appOrigin } });
      const { default: worker } = (await import("cloudflare:workers")).exports;
      expect([401, 403, 404], method).toContain((await worker.fetch(request)).status);
    }
  }
});

test("an identity that a client names itself counts for nothing", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const { owner, viewer } = home.people;
  const forged = encodeIdentity({
    workspaceId: home.id,
    userId: owner.id,
    name: "Owner",
    role: "owner",
    sessionHandle: owner.sessionHandle,
  });
  const headers = { ...upgrade, [identityHeader]: forged };
  expect((await askForRoom(`workspace-live/${home.id}`, headers)).status).toBe(401);
  expect((await askForRoom(`workspace-live/${home.id}`, { ...headers, cookie: other.people.owner.cookie })).status).toBe(403);
  const answer = await askForRoom(`workspace-live/${home.id}`, { ...headers, cookie: viewer.cookie });
  answer.webSocket?.accept();
  const watching = await openLiveSocket(home.id, home.people.admin.cookie);
  const { people } = await watching.sync();
  expect(people.map((person) => person.role).toSorted()).toEqual(["admin", "viewer"]);
});

test.each([
  "nowhere/room",
  "main/room",
  "rate-limiter/sign-in:1",
  "RATE_LIMITER/x",
  "constructor/x",
  "__proto__/x",
  "workspace-live",
  "workspace-live/",
  "workspace-live/%E0%A4%A",
  "workspace-live/..%2Frate-limiter%2Fx",
  "workspace_live/x",
  "/workspace-live/x",
])("nothing but a public room answers at /parties/%s", async (path) => {
  const home = await aWorkspace();
  for (const headers of [{}, { ...upgrade, cookie: home.people.owner.cookie }]) {
    const answer = await askForRoom(path, headers);
    expect([401, 403, 404]).toContain(answer.status);
    expect(answer.webSocket).toBeNull();
  }
});

test("a room asked past the guard closes on a stranger and on a member of another workspace", async () => {
  const home = await aWorkspace();
  const stub = env.WORKSPACE_LIVE.getByName(home.id);
  const foreign = encodeIdentity({ workspaceId: "wsp_other", userId: "usr_1", name: "Eve", role: "owner", sessionHandle: "ses_1" });
  for (const identity of [undefined, "not an identity", "%E0%A4%A", "{}", foreign]) {
    const headers = identity === undefined ? upgrade : { ...upgrade, [identityHeader]: identity };
    const socket = (await stub.fetch(`${appOrigin}/parties/workspace-live/${home.id}`, { headers })).webSocket;
    const code = new Promise<number>((resolve) => socket?.addEventListener("close", (event) => resolve(event.code)));
    socket?.accept();
    expect(await code).toBe(4403);
  }
});
