import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { conversationFiles, conversations, conversationTurns } from "#db/schema/conversations.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { attachmentKey } from "./attachment-key.ts";
import { attachFile } from "./attach-file.server.ts";
import { changeConversation } from "./change-conversation.server.ts";
import { createConversation } from "./create-conversation.server.ts";
import { keepTurn } from "./keep-turn.server.ts";
import { listConversations } from "./list-conversations.server.ts";
import { openAttachment, readAttachment } from "./open-attachment.server.ts";
import { listTurns } from "./read-conversation.server.ts";
import { removeConversation, restoreConversation } from "./remove-conversation.server.ts";
import { removeOldConversations, workspacesWithOldConversations } from "./remove-old-conversations.server.ts";

const dayMs = 24 * 3_600_000;
const says = (text: string) => [{ type: "text" as const, text }];
const table = new TextEncoder().encode("sku;qtd\nA-1;3\nA-2;4\n");

async function aPlace() {
  const home = await aWorkspace();
  const stage = createStage();
  const [ana, bea] = [stage.as(home, { role: "analyst" }), stage.as(home, { role: "manager" })];
  const { id } = await createConversation(ana);
  return { home, stage, ana, bea, id };
}

test("a conversation is found by the words of its title, its questions and its answers, by those alone who may see it", async () => {
  const { ana, bea, id } = await aPlace();
  await keepTurn(ana, { conversationId: id, question: "Quantos pedidos na Shopee?", parts: says("Foram doze pedidos.") });
  await keepTurn(ana, { conversationId: id, question: "e no mercado livre?", parts: says("Nenhuma encomenda.") });
  const found = async (ctx: typeof ana, q: string) => (await listConversations(ctx, { q })).data.map((one) => one.id);
  expect(await found(ana, "shopee")).toEqual([id]);
  expect(await found(ana, "encomendas")).toEqual([]);
  expect(await found(ana, "encom")).toEqual([id]);
  expect(await found(ana, '" OR workspace_id : *')).toEqual([]);
  await changeConversation(ana, { id, title: "Conferência da Black Friday" });
  expect(await found(ana, "conferencia black")).toEqual([id]);
  expect(await found(bea, "black")).toEqual([]);
  await changeConversation(ana, { id, isShared: true });
  expect(await found(bea, "black")).toEqual([id]);
  expect((await listConversations(bea, { scope: "own", q: "black" })).data).toEqual([]);
});

test("its first question names a conversation, and a name that was given stays", async () => {
  const { ana, id } = await aPlace();
  await keepTurn(ana, { conversationId: id, question: "Quantos   pedidos\nontem?", parts: says("3") });
  await keepTurn(ana, { conversationId: id, question: "e hoje?", parts: says("4") });
  const own = await listConversations(ana, { scope: "own" });
  expect(own.data.find((one) => one.id === id)).toMatchObject({ title: "Quantos pedidos ontem?" });
  const turns = await listTurns(ana, { conversationId: id, limit: 1 });
  expect(turns.data.map(({ question, position }) => [question, position])).toEqual([["e hoje?", 2]]);
  const before = await listTurns(ana, { conversationId: id, limit: 1, cursor: turns.nextCursor ?? "" });
  expect(before.data.map(({ question }) => question)).toEqual(["Quantos   pedidos\nontem?"]);
});

test("only its owner names, shares or deletes a conversation; who was let in may ask and read", async () => {
  const { ana, bea, id } = await aPlace();
  await changeConversation(ana, { id, isShared: true });
  await keepTurn(bea, { conversationId: id, question: "one", parts: says("a") });
  for (const refused of [changeConversation(bea, { id, title: "Mine" }), removeConversation(bea, { id })]) {
    await expect(refused).rejects.toMatchObject({ code: "forbidden", reason: "conversationOfAnother" });
  }
  await changeConversation(ana, { id, isShared: false });
  await expect(listTurns(bea, { conversationId: id })).rejects.toMatchObject({ code: "not_found" });
});

test("what was deleted can be taken back by its owner, and after a month nothing of it is left, neither rows nor bytes", async () => {
  const { home, stage, ana, bea, id } = await aPlace();
  await keepTurn(ana, { conversationId: id, question: "uma pergunta rara", parts: says("a") });
  const file = await attachFile(ana, { conversationId: id, name: "a.csv", content: table });
  await removeConversation(ana, { id });
  await expect(listTurns(ana, { conversationId: id })).rejects.toMatchObject({ code: "not_found" });
  await expect(restoreConversation(bea, { id })).rejects.toMatchObject({ code: "not_found" });
  await restoreConversation(ana, { id });
  expect((await listTurns(ana, { conversationId: id })).data).toHaveLength(1);
  await removeConversation(ana, { id });
  const house = stage.as(home, { system: "cron" });
  stage.clock.advance(29 * dayMs);
  await writeRows(
    home.id,
    updateWhere(conversations, eq(conversations.id, `cnv_gone_${home.apiKey.id}`), { removedAt: stage.clock.now() }),
  );
  await removeOldConversations(house);
  expect(await env.ASSETS_BUCKET.head(attachmentKey(home.id, id, file.id))).not.toBeNull();
  stage.clock.advance(2 * dayMs);
  expect(await workspacesWithOldConversations(stage.deps.orm, stage.clock.now())).toContain(home.id);
  await removeOldConversations(house);
  expect(await env.ASSETS_BUCKET.head(attachmentKey(home.id, id, file.id))).toBeNull();
  for (const rows of [conversationTurns, conversationFiles]) expect(await ana.db.count(rows, eq(rows.conversationId, id))).toBe(0);
  const words = await env.DB.prepare("select count(*) as n from conversation_turns_fts where conversation_turns_fts match 'rara'").first();
  expect(words).toEqual({ n: 0 });
});

test("an attachment is what its bytes are, whatever it is called, and opens for those alone who see the conversation", async () => {
  const { ana, bea, id } = await aPlace();
  const file = await attachFile(ana, { conversationId: id, name: "C:\\tmp\\photo.png", content: table });
  expect(file).toMatchObject({ name: "photo.png", mediaType: "text/csv", table: { columns: ["sku", "qtd"], rowCount: 2 } });
  expect(JSON.stringify([file, await readAttachment(ana, { conversationId: id, id: file.id })])).not.toContain("/chat/");
  for (const words of ["<svg onload=alert(1)>,a", "MZ\u0000,a", "no table at all", ""]) {
    const bytes = new TextEncoder().encode(words);
    await expect(attachFile(ana, { conversationId: id, name: "a.csv", content: bytes })).rejects.toMatchObject({
      fields: { content: "attachmentKind" },
    });
  }
  const large = new Uint8Array(5_000_001).fill(44);
  await expect(attachFile(ana, { conversationId: id, name: "a.csv", content: large })).rejects.toMatchObject({ code: "too_large" });
  const opened = await openAttachment(ana, { conversationId: id, id: file.id });
  expect(await new Response(opened.body).text()).toBe("sku;qtd\nA-1;3\nA-2;4\n");
  await expect(openAttachment(bea, { conversationId: id, id: file.id })).rejects.toMatchObject({ code: "not_found" });
  const { id: another } = await createConversation(ana);
  await expect(openAttachment(ana, { conversationId: another, id: file.id })).rejects.toMatchObject({ code: "not_found" });
});
