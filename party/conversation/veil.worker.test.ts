import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Role } from "#app/domain/accounts/permissions.ts";
import { createConversation } from "#app/domain/conversations/create-conversation.server.ts";
import type { AnswerPart } from "#app/domain/conversations/parts.ts";
import { listTurns } from "#app/domain/conversations/read-conversation.server.ts";
import { conversations } from "#db/schema/conversations.ts";
import { answerBy, chatRoom, openChatSocket } from "#db/testing/chat-socket.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";

const words = (text: string): AnswerPart => ({ type: "text", text });

test("an answer that rests on what somebody may not read is withheld from them alone: live, afterwards, and from what they ask next", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  stage.clock.advance(Date.now() - stage.clock.now());
  const manager = stage.as(home, { role: "manager" });
  const { id } = await createConversation(manager);
  await writeRows(home.id, updateWhere(conversations, eq(conversations.id, id), { isShared: true }));
  const stub = chatRoom(home.id, id);
  const open = async (who: Role) => {
    const socket = await openChatSocket(home.id, id, home.people[who].cookie);
    await socket.hello();
    return socket;
  };
  const seen: AnswerPart[][] = [];
  const routed: AnswerPart = { type: "routed", specialist: "shoppers" };
  const tool: AnswerPart = { type: "tool", id: "t1", name: "list_sites", label: "Sites", state: "done", needs: ["shoppers:read"] };
  const parts = [routed, tool, words("1,234 visits")];
  await answerBy(stub, async (_ctx, { question, history }, { emit }) => {
    seen.push(history.flatMap((one) => one.parts));
    for (const part of question === "how many?" ? parts : [words("yes")]) emit(part);
  });
  const [asking, looking] = [await open("manager"), await open("picker")];
  asking.ask("how many?");
  const hidden = [routed, { type: "broken", reason: "withheld" }];
  expect((await asking.turn("how many?")).parts).toEqual(parts);
  expect((await looking.turn("how many?")).parts).toEqual(hidden);
  const later = await open("picker");
  expect(later.view().turns.map((turn) => turn.parts)).toEqual([hidden]);
  expect(JSON.stringify([looking.frames, later.frames])).not.toContain("1,234");
  looking.ask("and so?");
  await asking.turn("and so?");
  expect(seen.at(-1)).toEqual(hidden);
  await stub.close();
  const kept = async (role: Role) => (await listTurns(stage.as(home, { role }), { conversationId: id })).data.at(-1);
  expect(await kept("manager")).toMatchObject({ parts, answer: "1,234 visits" });
  expect(await kept("picker")).toMatchObject({ parts: hidden, answer: "", query: null });
});
