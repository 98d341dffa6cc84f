import { evictDurableObject } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { changeRole } from "#app/domain/accounts/change-role.server.ts";
import { removeMember } from "#app/domain/accounts/remove-member.server.ts";
import { revokeApiKey } from "#app/domain/accounts/revoke-api-key.server.ts";
import { revokeSession } from "#app/domain/accounts/revoke-session.server.ts";
import { createConversation } from "#app/domain/conversations/create-conversation.server.ts";
import type { AnswerPart } from "#app/domain/conversations/parts.ts";
import { readHistory } from "#app/domain/conversations/read-history.server.ts";
import type { Role } from "#app/domain/accounts/permissions.ts";
import { conversations } from "#db/schema/conversations.ts";
import { answerBy, type ChatSocket, chatRoom, killRoom, openChatSocket } from "#db/testing/chat-socket.ts";
import { askForRoom } from "#db/testing/live-socket.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import type { AnswerTurn } from "./answering.server.ts";
import { encode } from "./protocol.ts";

const words = (text: string): AnswerPart => ({ type: "text", text });
const broken = (reason: "stopped" | "cut" | "unavailable" | "access-ended"): AnswerPart => ({ type: "broken", reason });

/** Says a word, and then nothing more until it is let go on. */
function aHeldAnswer(): { answer: AnswerTurn; letGo: () => void } {
  const held = { isFree: false };
  return {
    letGo: () => void (held.isFree = true),
    answer: async (_ctx, turn, { emit, signal }) => {
      emit(words(`so far: ${turn.question}`));
      while (!held.isFree && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
      emit(words(", and the rest"));
    },
  };
}

const saysAtOnce: AnswerTurn = async (_ctx, turn, { emit }) => emit(words(`answer to ${turn.question}`));

async function aChat(role: Role = "analyst") {
  const home = await aWorkspace();
  const stage = createStage();
  stage.clock.advance(Date.now() - stage.clock.now());
  const ctx = stage.as(home, { role });
  const { id } = await createConversation(ctx);
  const stub = chatRoom(home.id, id);
  const open = async (who: Role = role): Promise<ChatSocket> => {
    const socket = await openChatSocket(home.id, id, home.people[who].cookie);
    await socket.hello();
    return socket;
  };
  return { home, stage, ctx, id, stub, open };
}

async function share(home: TestWorkspace, id: string, isShared: boolean): Promise<void> {
  await writeRows(home.id, updateWhere(conversations, eq(conversations.id, id), { isShared }));
}

test("all who look on see the same answer under the same numbers, and afterwards it is in the transcript", async () => {
  const { home, ctx, id, stub, open } = await aChat();
  await share(home, id, true);
  await answerBy(stub, async (_ctx, _turn, { emit }) => {
    for (const letter of "one word after the other") {
      emit(words(letter));
      if (letter === " ") await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  const [asking, looking] = [await open(), await open("viewer")];
  asking.ask("how many?");
  const answer = [words("one word after the other")];
  expect((await asking.turn("how many?")).parts).toEqual(answer);
  expect((await looking.turn("how many?")).parts).toEqual(answer);
  expect(looking.frames.slice(1)).toEqual(asking.frames.slice(1));
  await stub.close();
  const { exchanges } = await readHistory(ctx, { conversationId: id });
  expect(exchanges).toEqual([{ question: "how many?", attachments: [], parts: answer }]);
});

test("coming back from any place brings exactly what was missed", async () => {
  const { stub, open } = await aChat();
  await answerBy(stub, saysAtOnce);
  const socket = await open();
  socket.ask("one");
  socket.ask("two");
  await socket.turn("two");
  const whole = socket.view();
  const last = whole.cursor?.seq ?? 0;
  expect(last).toBe(8);
  for (let seq = 0; seq <= last; seq += 1) {
    const again = await open();
    await again.hello({ epoch: whole.cursor?.epoch ?? "", seq });
    const frame = again.frames.at(-1);
    expect(frame?.type === "events" ? frame.events.length : -1).toBe(last - seq);
    expect(again.view()).toEqual(whole);
  }
  await evictDurableObject(stub);
  const elsewhere = await open();
  await elsewhere.hello({ epoch: "another", seq: 2 });
  expect(elsewhere.frames.map(({ type }) => type)).toEqual(["snapshot", "snapshot"]);
});

test("an answer under way when its room dies ends as cut, what waited is answered, and it can be asked again", async () => {
  const { home, ctx, id, stub, open } = await aChat();
  await answerBy(stub, aHeldAnswer().answer);
  const socket = await open();
  socket.ask("one");
  await socket.turn("one", (turn) => turn.parts.length > 0);
  socket.ask("two");
  await socket.turn("two", (turn) => turn.state === "waiting");
  const { cursor } = socket.view();
  await killRoom(stub);
  const again = await open();
  await again.hello(cursor);
  expect((await again.turn("one")).parts).toEqual([words("so far: one"), broken("cut")]);
  await again.turn("two");
  await answerBy(chatRoom(home.id, id), saysAtOnce);
  again.ask("one", { parentId: null });
  await again.turn("one", ({ state }) => state === "answered");
  await chatRoom(home.id, id).close();
  expect((await readHistory(ctx, { conversationId: id })).exchanges).toHaveLength(1);
});

test("a question is stopped in the middle of its answer, and one that waits before its beginning", async () => {
  const { stub, open } = await aChat();
  await answerBy(stub, aHeldAnswer().answer);
  const socket = await open();
  socket.ask("one");
  const one = await socket.turn("one", (turn) => turn.parts.length > 0);
  socket.ask("two");
  const two = await socket.turn("two", (turn) => turn.state === "waiting");
  socket.send(encode({ type: "stop", turnId: two.id }));
  expect(await socket.turn("two")).toMatchObject({ state: "broken", parts: [broken("stopped")] });
  socket.send(encode({ type: "stop", turnId: one.id }));
  expect(await socket.turn("one")).toMatchObject({ state: "broken", parts: [words("so far: one"), broken("stopped")] });
});

test("a question sent again under its name is asked once, and more than three waiting are refused", async () => {
  const { stub, open } = await aChat();
  const held = aHeldAnswer();
  await answerBy(stub, held.answer);
  const socket = await open();
  const askId = socket.ask("one");
  await socket.turn("one", ({ state }) => state === "running");
  socket.ask("one", { askId });
  for (const question of ["two", "three", "four", "five"]) socket.ask(question);
  expect(await socket.until("refused")).toMatchObject({ reason: "busy" });
  held.letGo();
  await socket.turn("four");
  expect(socket.view().turns.map(({ question }) => question)).toEqual(["one", "two", "three", "four"]);
});

test("a question in other words stands beside the first one, and what follows it knows only its own branch", async () => {
  const { stub, open } = await aChat();
  const seen: string[][] = [];
  await answerBy(stub, async (_ctx, turn, { emit }) => {
    seen.push(turn.history.map(({ question }) => question));
    emit(words("yes"));
  });
  const socket = await open();
  socket.ask("one");
  const one = await socket.turn("one");
  socket.ask("two", { parentId: one.id });
  await socket.turn("two");
  socket.ask("two, better", { parentId: one.id });
  const better = await socket.turn("two, better");
  socket.ask("three", { parentId: better.id });
  await socket.turn("three");
  socket.ask("four", { parentId: "trn_of_nobody" });
  expect(await socket.until("refused")).toMatchObject({ reason: "turn-unknown" });
  expect(seen).toEqual([[], ["one"], ["one"], ["one", "two, better"]]);
});

test.each(["revoked", "removed"] as const)("a %s person's answer stops in the middle, and their page closes", async (how) => {
  const { home, stage, id, stub, open } = await aChat();
  await share(home, id, true);
  await answerBy(stub, aHeldAnswer().answer);
  const [asking, looking] = [await open("analyst"), await open("viewer")];
  asking.ask("one");
  await asking.turn("one", (turn) => turn.parts.length > 0);
  const { analyst } = home.people;
  if (how === "removed") await removeMember(stage.as(home, { role: "owner" }), { id: analyst.id });
  else await revokeSession(stage.as(home, { role: "analyst" }), { id: analyst.sessionHandle });
  expect(await asking.closed).toBe(4401);
  expect(await looking.turn("one")).toMatchObject({ state: "broken", parts: [words("so far: one"), broken("access-ended")] });
  looking.ask("two", { parentId: null });
  await looking.turn("two", ({ state }) => state === "running");
});

test("a socket that is older than its person's role asks with the rights of now, and a right that ends takes the answer with it", async () => {
  const { home, stage, stub, open } = await aChat("manager");
  await answerBy(stub, async ({ actor }, _turn, { emit }) => emit(words(actor.kind === "user" ? actor.role : "nobody")));
  const socket = await open();
  const owner = stage.as(home, { role: "owner" });
  await changeRole(owner, { id: home.people.manager.id, role: "analyst" });
  socket.ask("who am I?");
  expect((await socket.turn("who am I?")).parts).toEqual([words("analyst")]);
  await answerBy(stub, aHeldAnswer().answer);
  socket.ask("and now?");
  await socket.turn("and now?", (turn) => turn.parts.length > 0);
  await changeRole(owner, { id: home.people.manager.id, role: "picker" });
  expect((await socket.turn("and now?")).parts).toEqual([words("so far: and now?"), broken("access-ended")]);
});

test("a key that is revoked in the middle takes its answer with it, and asks no more", async () => {
  const { home, stage, id, stub, open } = await aChat("owner");
  await answerBy(stub, aHeldAnswer().answer);
  const looking = await open();
  const actor = { kind: "apiKey" as const, keyId: home.apiKey.id, name: "ERP", scopes: ["chat:read" as const, "chat:write" as const] };
  const asker = { actor, locale: "en" as const };
  const asked = { askId: "ask_1", question: "one", query: null, parentId: null, attachments: [] };
  await share(home, id, true);
  expect(await stub.ask(asker, asked)).toMatchObject({ isAsked: true });
  await looking.turn("one", (turn) => turn.parts.length > 0);
  await revokeApiKey(stage.as(home, { role: "owner" }), { id: home.apiKey.id });
  expect((await looking.turn("one")).parts).toEqual([words("so far: one"), broken("access-ended")]);
  expect(await stub.ask(asker, { ...asked, askId: "ask_2" })).toEqual({ isAsked: false, reason: "forbidden" });
});

test("what is put away ends in the middle: its pages close, and what was answered so far is kept", async () => {
  const { ctx, id, stub, open } = await aChat();
  await answerBy(stub, aHeldAnswer().answer);
  const socket = await open();
  socket.ask("one");
  await socket.turn("one", (turn) => turn.parts.length > 0);
  await stub.close();
  expect(await socket.closed).toBe(4404);
  const { exchanges } = await readHistory(ctx, { conversationId: id });
  expect(exchanges.map(({ parts }) => parts)).toEqual([[words("so far: one"), broken("stopped")]]);
});

test("an answer that fails ends as unavailable, and what it says after its end is nobody's", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { stub, open } = await aChat();
  let late: (() => void) | undefined;
  await answerBy(stub, async (_ctx, turn, { emit }) => {
    emit(words("a"));
    late = () => emit({ type: "routed", specialist: "sales" });
    if (turn.question === "one") throw new Error("a fault of ours");
  });
  const socket = await open();
  socket.ask("one");
  expect((await socket.turn("one")).parts).toEqual([words("a"), broken("unavailable")]);
  late?.();
  socket.ask("two");
  expect((await socket.turn("two")).parts).toEqual([words("a")]);
  expect(socket.view().turns[0]?.parts).toHaveLength(2);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

test("only its owner comes in, everybody of the workspace once it is shared, and nobody when it is no longer", async () => {
  const { home, id, stub, open } = await aChat();
  const other = await aWorkspace();
  const knock = async (cookie: string, name = `${home.id}.${id}`) =>
    (await askForRoom(`conversation/${name}`, { upgrade: "websocket", cookie })).status;
  expect(await knock("")).toBe(401);
  expect(await knock(home.people.owner.cookie)).toBe(403);
  expect(await knock(home.people.analyst.cookie, `${home.id}.cnv_of_nobody`)).toBe(403);
  await share(home, id, true);
  expect(await knock(other.people.owner.cookie)).toBe(403);
  expect(await knock(other.people.owner.cookie, `${other.id}.${id}`)).toBe(403);
  const [own, guest] = [await open(), await open("owner")];
  await share(home, id, false);
  await stub.accessChanged();
  expect(await guest.closed).toBe(4404);
  own.ask("still here?");
  await own.turn("still here?", ({ state }) => state !== "waiting");
});

test("what is no message of ours is told so, and a page that floods is not heard", async () => {
  const { open } = await aChat();
  const socket = await open();
  socket.send("nonsense");
  socket.send(
    JSON.stringify({ v: 1, type: "ask", ask: { askId: "a", question: "x".repeat(2_001), query: null, attachmentIds: [], locale: "en" } }),
  );
  socket.send("x".repeat(40_000));
  for (let frame = 0; frame < 40; frame += 1) socket.send(encode({ type: "hello" }));
  await socket.until("error", ({ code }) => code === "too-fast");
  const codes = socket.frames.flatMap((frame) => (frame.type === "error" ? [frame.code] : []));
  expect(codes.slice(0, 3)).toEqual(["malformed", "malformed", "too-large"]);
});
