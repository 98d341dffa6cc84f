import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { ServiceContext } from "#app/domain/context.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { forgetTexts, indexTexts } from "./index-texts.server.ts";
import { readOrganisation, saveOrganisation } from "./organisation.server.ts";
import type { TextVectors } from "./ports.ts";
import { searchAllTexts } from "./search-texts.server.ts";

const texts = [
  { subjectId: "int_1", text: "Comparou duas chaleiras por 3 minutos e desistiu quando viu o frete", happenedAt: 1_000 },
  { subjectId: "int_2", text: "Comprou uma cafeteira italiana pelo celular", happenedAt: 2_000 },
  { subjectId: "int_3", text: "Buscou garrafa térmica e não encontrou nada", happenedAt: 3_000 },
];

async function aShop(textVectors?: TextVectors) {
  const stage = createStage();
  const home = await aWorkspace();
  const as = stage.as(home, { role: "owner" });
  const ctx: ServiceContext = textVectors === undefined ? as : { ...as, ports: { ...as.ports, textVectors } };
  return { ctx, home };
}

async function find(ctx: ServiceContext, q: string): Promise<string[]> {
  return (await searchAllTexts(ctx, { q, kind: "interaction" })).data.map(({ subjectId }) => subjectId);
}

test("is found by a word, a form of it without accents, and by what it is about in another language", async () => {
  const { ctx } = await aShop();
  await indexTexts(ctx, "interaction", texts);
  expect((await find(ctx, "cafeteira"))[0]).toBe("int_2");
  expect((await find(ctx, "garrafas termicas"))[0]).toBe("int_3");
  expect((await find(ctx, "people who hesitated because of shipping"))[0]).toBe("int_1");
  const [hit] = (await searchAllTexts(ctx, { q: "left because of shipping", kind: "interaction" })).data;
  expect(hit).toMatchObject({ subjectId: "int_1", concepts: ["leave", "shipping"] });
});

test("finds nothing where nothing fits", async () => {
  const { ctx } = await aShop();
  await indexTexts(ctx, "interaction", texts);
  expect(await find(ctx, "xyzzy")).toEqual([]);
  expect(await find(ctx, '" OR workspace_id : * NEAR(')).toEqual([]);
});

test("another workspace's texts are neither found nor counted, by the same words", async () => {
  const [one, other] = [await aShop(), await aShop()];
  await indexTexts(one.ctx, "interaction", texts);
  expect(await find(other.ctx, "cafeteira frete garrafa")).toEqual([]);
});

test("told again it stays one, changed it is found by its new words only, forgotten it is gone from every index", async () => {
  const { ctx, home } = await aShop();
  expect(await indexTexts(ctx, "interaction", texts)).toEqual({ indexed: 3 });
  expect(await indexTexts(ctx, "interaction", texts)).toEqual({ indexed: 0 });
  await indexTexts(ctx, "interaction", [{ subjectId: "int_2", text: "Trocou um liquidificador", happenedAt: 2_000 }]);
  expect(await find(ctx, "cafeteira")).toEqual([]);
  expect(await find(ctx, "liquidificador")).toEqual(["int_2"]);
  expect(await forgetTexts(ctx, "interaction", ["int_1", "int_2", "int_3"])).toBe(3);
  const left = await env.DB.prepare("select count(*) as n from search_texts_fts where search_texts_fts match ?")
    .bind(`workspace_id : "${home.id}"`)
    .first("n");
  expect(left).toBe(0);
});

test("with a model its vectors decide what is near, and a question it cannot read is answered by words", async () => {
  let isUp = true;
  const direction = (text: string) => (/cafeteira|espresso/.test(text) ? [1, 0] : [0, 1]);
  const { ctx } = await aShop({
    embed: (_asker, asked) => Promise.resolve(isUp ? { model: "played", vectors: asked.map(direction) } : undefined),
  });
  await indexTexts(ctx, "interaction", texts);
  expect(await find(ctx, "espresso")).toEqual(["int_2"]);
  isUp = false;
  expect(await find(ctx, "espresso")).toEqual([]);
  expect(await find(ctx, "cafeteira")).toEqual(["int_2"]);
});

test("what a shop says of itself is kept by version and found by paragraph", async () => {
  const { ctx } = await aShop();
  expect(await readOrganisation(ctx)).toEqual({ text: "", version: 0, updatedAt: null });
  await saveOrganisation(ctx, { text: "Vendemos chaleiras para cafés.\n\nFrete grátis acima de R$ 200.", version: 0 });
  const search = async (q: string) => (await searchAllTexts(ctx, { q, kind: "organisation" })).data.map(({ text }) => text);
  expect((await search("delivery promise"))[0]).toBe("Frete grátis acima de R$ 200.");
  await expect(saveOrganisation(ctx, { text: "Late", version: 0 })).rejects.toMatchObject({ code: "conflict" });
  await saveOrganisation(ctx, { text: "Vendemos chaleiras.", version: 1 });
  expect(await search("frete")).toEqual([]);
});
