import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { roomName } from "#party/conversation/protocol.ts";
import { askForRoom } from "#db/testing/live-socket.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { createConversation } from "#app/domain/conversations/create-conversation.server.ts";
import { createApiKey } from "../create-api-key.server.ts";
import type { Action } from "../permissions.ts";
import { removeMember } from "../remove-member.server.ts";
import { revokeApiKey } from "../revoke-api-key.server.ts";
import { issueToken } from "./issue-token.server.ts";
import { readRoomToken } from "./read-room-token.server.ts";

const upgrade = { upgrade: "websocket" };

/** The front door has no other clock than the real one. */
const now = () => createStage({ clock: createFakeClock(Date.now()) });

async function tokenOf(home: TestWorkspace, scopes: readonly Action[] = ["activity:read"], stage = now()) {
  return (await issueToken(stage.as(home, { scopes }), {})).token;
}

function read(stage: Stage, token: string) {
  return readRoomToken({ tokens: stage.visitor.ports.tokens, keys: stage.deps.keys }, token, stage.clock.now());
}

async function opens(room: string, headers: Record<string, string>): Promise<number> {
  const answer = await askForRoom(room, { ...upgrade, ...headers });
  answer.webSocket?.accept();
  answer.webSocket?.close();
  return answer.status;
}

test("a key gets a token for what it may, or for less, and never for more; a person gets none", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const key = stage.as(home, { scopes: ["activity:read", "orders:read"] });
  expect(await issueToken(key, {})).toMatchObject({ scopes: ["activity:read", "orders:read"], expiresAt: stage.clock.now() + 60_000 });
  const { token } = await issueToken(key, { scopes: ["orders:read"] });
  expect((await read(stage, token))?.actor.scopes).toEqual(["orders:read"]);
  await expect(issueToken(key, { scopes: ["keys:write"] })).rejects.toMatchObject({
    code: "forbidden",
    fields: { scopes: "scopeAboveYours" },
  });
  await expect(issueToken(key, { scopes: [] })).rejects.toMatchObject({ code: "invalid" });
  await expect(issueToken(stage.as(home, { role: "owner" }), {})).rejects.toMatchObject({ reason: "keysOnly" });
});

test("a program opens a room of its workspace with a token, as a header or as a protocol", async () => {
  const [home, other] = [await aWorkspace(), await aWorkspace()];
  const token = await tokenOf(home);
  const room = `workspace-live/${home.id}`;
  expect(await opens(room, { authorization: `Bearer ${token}` })).toBe(101);
  const answer = await askForRoom(room, { ...upgrade, "sec-websocket-protocol": `entrepot, entrepot.token.${token}` });
  expect([answer.status, answer.headers.get("sec-websocket-protocol")]).toEqual([101, "entrepot"]);
  answer.webSocket?.accept();
  answer.webSocket?.close();
  expect(await opens(`workspace-live/${other.id}`, { authorization: `Bearer ${token}` })).toBe(403);
  expect(await opens(`${room}?token=${token}`, {})).toBe(401);
});

test("a program follows a conversation and asks nothing in it, whatever a person might", async () => {
  const home = await aWorkspace();
  const stage = now();
  const key = stage.as(home, { scopes: ["chat:read", "chat:write"] });
  const { id } = await createConversation(key);
  const { token } = await issueToken(key, {});
  const { webSocket } = await askForRoom(`conversation/${roomName(home.id, id)}`, { ...upgrade, authorization: `Bearer ${token}` });
  webSocket?.accept();
  const heard = new Promise((resolve) => webSocket?.addEventListener("message", ({ data }) => resolve(JSON.parse(String(data)))));
  webSocket?.send(JSON.stringify({ v: 1, type: "stop", turnId: "trn_1" }));
  expect(await heard).toMatchObject({ type: "error", code: "follow-only" });
  webSocket?.close();
});

test("neither a wrong token nor the key itself opens a room, also beside a good session", async () => {
  const home = await aWorkspace();
  const room = `workspace-live/${home.id}`;
  const { cookie } = home.people.owner;
  const { tokens } = now().visitor.ports;
  const content = { subject: home.apiKey.id, claims: { ws: home.id, scp: ["activity:read"] } };
  const wrong: [string, string][] = [
    ["nothing", ""],
    ["the key", home.apiKey.key],
    ["made up", "a.b.c"],
    ["of another use", await tokens.sign("public-chat", content, 60)],
    ["of another workspace", await tokens.sign("rooms", { ...content, claims: { ws: "wsp_other", scp: ["activity:read"] } }, 60)],
    ["of a key that is none", await tokens.sign("rooms", { ...content, subject: "key_none" }, 60)],
    ["without scopes", await tokens.sign("rooms", { ...content, claims: { ws: home.id } }, 60)],
  ];
  for (const [what, token] of wrong) expect([what, await opens(room, { cookie, authorization: `Bearer ${token}` })]).toEqual([what, 401]);
  expect(await opens(room, { authorization: `Bearer ${await tokenOf(home, ["orders:read"])}` })).toBe(403);
});

test("a token is dead a moment after its key, wherever it is shown, and after its minute", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const token = await tokenOf(home, ["activity:read"], stage);
  for (let round = 0; round < 3; round += 1) expect((await read(stage, token))?.workspaceId).toBe(home.id);
  stage.clock.advance(66_000);
  expect(await read(stage, token)).toBeUndefined();
  const next = await tokenOf(home, ["activity:read"], stage);
  await read(stage, next);
  await revokeApiKey(stage.as(home, { role: "owner" }), { id: home.apiKey.id });
  expect(await read(stage, next)).toBeUndefined();
  expect(stage.committed.map(({ event }) => event)).toContainEqual({ type: "session.revoked", handles: [`key:${home.apiKey.id}`] });
});

test("what its maker lost is gone from a token too, and a maker who leaves takes it along", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const owner = stage.as(home, { role: "owner" });
  const made = await createApiKey(stage.as(home, { role: "admin" }), { name: "All", scopes: ["activity:read"] });
  const { token } = await issueToken(stage.as(home, { scopes: ["activity:read"], keyId: made.id }), {});
  expect((await read(stage, token))?.actor.scopes).toEqual(["activity:read"]);
  await removeMember(owner, { id: home.people.admin.id });
  expect(await read(stage, token)).toBeUndefined();
  expect(stage.committed.map(({ event }) => event)).toContainEqual({ type: "session.revoked", handles: [`key:${made.id}`] });
});

test("a program that is in a room is put out when its key is revoked", async () => {
  const home = await aWorkspace();
  const answer = await askForRoom(`workspace-live/${home.id}`, { ...upgrade, authorization: `Bearer ${await tokenOf(home)}` });
  const socket = answer.webSocket;
  const ended = new Promise<number>((resolve) => socket?.addEventListener("close", ({ code }) => resolve(code)));
  socket?.accept();
  const event = { type: "session.revoked" as const, handles: [`key:${home.apiKey.id}`] };
  await env.WORKSPACE_LIVE.getByName(home.id).publish([{ id: "evt_revoked", event }]);
  expect(await ended).toBe(4401);
});
