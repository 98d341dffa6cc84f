import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { revokeApiKey } from "#app/domain/accounts/revoke-api-key.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { readHistory } from "#app/domain/conversations/read-history.server.ts";
import { conversationTurns } from "#db/schema/conversations.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { ask } from "./ask.server.ts";

const signal = new AbortController().signal;

async function aShop() {
  const home = await aWorkspace();
  const stage = createStage({ locale: "pt-BR" });
  return { home, stage, owner: stage.as(home, { role: "owner" }) };
}

test("a question is answered by its query, rows and sentence, and the next one goes on from it", async () => {
  const { owner } = await aShop();
  const first = await ask(owner, { question: "quantos pedidos tivemos nos últimos 7 dias?" }, signal);
  expect(first).toMatchObject({ query: { type: "metric", metric: "orders" }, rows: [{ value: 1 }], source: "rules", approvals: [] });
  expect(first.answer).toMatch(/\b1\b/);
  const next = await ask(owner, { question: "e por canal?", conversationId: first.conversationId ?? "" }, signal);
  expect(next).toMatchObject({ query: { type: "metric", metric: "orders", by: ["channel"] }, conversationId: first.conversationId });
  const { exchanges } = await readHistory(owner, { conversationId: first.conversationId ?? "" });
  expect(exchanges.map(({ question }) => question)).toEqual(["quantos pedidos tivemos nos últimos 7 dias?", "e por canal?"]);
});

test("people are answered in the language they ask in, and programs in the one they name", async () => {
  const { owner } = await aShop();
  const question = "how many orders did we have in the last 7 days?";
  const [own, named] = [await ask(owner, { question }, signal), await ask(owner, { question, locale: "pt-BR" }, signal)];
  expect(own.answer).not.toBe(named.answer);
  expect(named.answer).toMatch(/pedidos/i);
});

test("what is not understood says why and what could be asked; what one may not see is forbidden", async () => {
  const { home, stage, owner } = await aShop();
  await expect(ask(owner, { question: "xyzzy plugh" }, signal)).rejects.toMatchObject({
    code: "not_understood",
    why: "not-understood",
    text: expect.stringMatching(/\w/) as string,
    suggestions: expect.arrayContaining([expect.stringMatching(/\w/) as string]) as string[],
  });
  await expect(ask(owner, { question: "pedidos ".repeat(400) }, signal)).rejects.toMatchObject({ code: "not_understood", why: "too-long" });
  const key = stage.as(home, { scopes: ["chat:read"] });
  await expect(ask(key, { question: "GMV dos últimos 7 dias" }, signal)).rejects.toMatchObject({ code: "forbidden" });
  await expect(ask(stage.as(home, { scopes: [] }), { question: "GMV" }, signal)).rejects.toBeInstanceOf(AppError);
});

test("a key that is revoked in the middle gets no answer, and nothing is kept", async () => {
  const { home, stage, owner } = await aShop();
  const key = stage.as(home, { scopes: ["chat:read", "chat:write", "selling:read"], keyId: home.apiKey.id });
  const talk: typeof key.ports.models.talk = async (_ctx, asked) => {
    await revokeApiKey(owner, { id: home.apiKey.id });
    while (!asked.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
    await asked.onText("Too late.");
    return { source: "rules", reason: "stopped", callId: null };
  };
  const held = { ...key, ports: { ...key.ports, models: { ...key.ports.models, talk } } };
  const asked = ask(held, { question: "GMV por canal nos últimos 30 dias" }, signal);
  await expect(asked).rejects.toMatchObject({ code: "unauthorized", reason: "keyInvalid" });
  expect(await owner.db.count(conversationTurns, eq(conversationTurns.askedById, home.apiKey.id))).toBe(0);
});

test("who may ask and not keep is answered, and nothing is kept", async () => {
  const { home, stage } = await aShop();
  const key = stage.as(home, { scopes: ["chat:read", "selling:read"] });
  expect(await ask(key, { question: "GMV dos últimos 7 dias" }, signal)).toMatchObject({ query: { metric: "gmv" }, conversationId: null });
});

test("an order comes back as what would be done, and somebody else's conversation is as if it were not there", async () => {
  const { owner } = await aShop();
  const reply = await ask(owner, { question: "pausa o anúncio Chaleira elétrica 1,8 L Casa Brasil 127 V" }, signal);
  expect(reply).toMatchObject({ query: null, rows: [], approvals: [{ tool: "pause_listing" }], source: "rules" });
  const other = await aShop();
  const asked = ask(other.owner, { question: "GMV", conversationId: reply.conversationId ?? "" }, signal);
  await expect(asked).rejects.toMatchObject({ code: "not_found" });
});
