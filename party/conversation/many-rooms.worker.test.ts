import { expect, test } from "vitest";
import { createConversation } from "#app/domain/conversations/create-conversation.server.ts";
import { conversationTurns } from "#db/schema/conversations.ts";
import { answerBy, chatRoom, openChatSocket } from "#db/testing/chat-socket.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";

const rooms = 200;
const pieces = 60;

/** Told apart by room and place: a lost, doubled or foreign piece shows. */
const said = (question: string) => Array.from({ length: pieces }, (_, index) => `${question}:${index} `);

test("two hundred conversations that are answered at once lose no piece, and resume exactly", { timeout: 120_000 }, async () => {
  const home = await aWorkspace();
  const stage = createStage();
  stage.clock.advance(Date.now() - stage.clock.now());
  const ctx = stage.as(home, { role: "analyst" });
  const { cookie } = home.people.analyst;
  const before = await ctx.db.count(conversationTurns);
  const wholes = await Promise.all(
    Array.from({ length: rooms }, async (_, index) => {
      const { id } = await createConversation(ctx);
      const stub = chatRoom(home.id, id);
      await answerBy(stub, async (_ctx, turn, { emit }) => {
        for (const text of said(turn.question)) {
          emit({ type: "text", text });
          await new Promise((resolve) => setTimeout(resolve, 3));
        }
      });
      const socket = await openChatSocket(home.id, id, cookie);
      await socket.hello();
      const question = `q${index}`;
      socket.ask(question);
      // Leaves in the middle and comes back with its place.
      await socket.turn(question, (turn) => turn.parts.length > 0);
      const seen = socket.view();
      socket.close();
      const again = await openChatSocket(home.id, id, cookie);
      await again.hello();
      const late = await openChatSocket(home.id, id, cookie);
      await late.hello({ epoch: seen.cursor?.epoch ?? "", seq: 0 });
      const { parts } = await again.turn(question);
      const missed = await late.turn(question);
      await stub.close();
      return { question, parts, missed: missed.parts };
    }),
  );
  for (const { question, parts, missed } of wholes) {
    expect(parts).toEqual([{ type: "text", text: said(question).join("") }]);
    expect(missed).toEqual(parts);
  }
  expect(await ctx.db.count(conversationTurns)).toBe(before + rooms);
});
