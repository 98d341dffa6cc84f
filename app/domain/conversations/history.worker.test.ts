import { expect, test } from "vitest";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { createConversation } from "./create-conversation.server.ts";
import { keepTurn } from "./keep-turn.server.ts";
import type { AnswerPart } from "./parts.ts";
import { readHistory, readLastQuery } from "./read-history.server.ts";

const text = (words: string): AnswerPart => ({ type: "text", text: words });

test("a conversation is gone on with along the branch that is asked for, and its beginning is told in few words", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "analyst" });
  const { id: conversationId } = await createConversation(ctx);
  const kept: string[] = [];
  for (const question of ["one", "two", "three"]) {
    const { turnId } = await keepTurn(ctx, { conversationId, question, parts: [text("answer "), text(`to ${question}`)] });
    kept.push(turnId);
  }
  const branched = await keepTurn(ctx, { conversationId, parentId: kept[0], question: "two again", parts: [text("other")] });
  const newest = await readHistory(ctx, { conversationId, limit: 1 });
  expect(newest.exchanges).toEqual([{ question: "two again", attachments: [], parts: [text("other")] }]);
  expect([newest.summary, newest.lastTurnId]).toEqual(["one → answer to one", branched.turnId]);
  const old = await readHistory(ctx, { conversationId, untilTurnId: kept[2], limit: 8 });
  expect(old.exchanges.map(({ question }) => question)).toEqual(["one", "two", "three"]);
  expect(await readHistory(ctx, { conversationId, untilTurnId: null })).toEqual({ exchanges: [], summary: null, lastTurnId: null });
});

test("the last query is what the newest answered question asked for", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "analyst" });
  const { id: conversationId } = await createConversation(ctx);
  expect(await readLastQuery(ctx, conversationId)).toBeNull();
  const query = { type: "find" as const, text: "chaleira" };
  const answer = {
    kind: "answered" as const,
    query,
    columns: [],
    rows: [],
    answer: "One thing.",
    chart: null,
    source: "rules" as const,
    suggestions: [],
    result: null,
    explanation: null,
    found: [],
  };
  await keepTurn(ctx, { conversationId, question: "find chaleira", parts: [{ type: "answer", answer }] });
  await keepTurn(ctx, {
    conversationId,
    question: "x",
    parts: [{ type: "refusal", reason: "not-understood", text: "No.", suggestions: [] }],
  });
  expect(await readLastQuery(ctx, conversationId)).toEqual(query);
});

test("nobody but its owner knows of a conversation, not even an owner of the workspace, and kept twice a turn is there once", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "viewer" });
  const { id: conversationId } = await createConversation(ctx, { title: "Mine" });
  const turn = { conversationId, turnId: "trn_1" + home.id, question: "one", parts: [text("a")] };
  await keepTurn(ctx, turn);
  await keepTurn(ctx, turn);
  expect((await readHistory(ctx, { conversationId })).exchanges).toHaveLength(1);
  const other = stage.as(home, { role: "owner" });
  await expect(readHistory(other, { conversationId })).rejects.toMatchObject({ code: "not_found" });
  await expect(keepTurn(other, turn)).rejects.toMatchObject({ code: "not_found" });
});
