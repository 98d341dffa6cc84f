import { expect, test } from "vitest";
import { addListings, aHome, priceOf } from "#app/domain/catalog/testing/change-home.ts";
import { readProposal } from "#app/domain/agents/read-proposal.server.ts";
import { readQuestion } from "#app/domain/service/read-question.server.ts";
import { locales } from "#app/i18n/locales.ts";
import { withAnswers } from "#db/testing/answering-door.ts";
import { aDepot } from "#db/testing/depot.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import { assistantTools, toolsFor } from "./assistant-tools.server.ts";
import type { AssistantTool } from "./tool.ts";

function toolNamed(name: string): AssistantTool {
  const tool = assistantTools.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`no tool ${name}`);
  return tool;
}

type Inputs = Record<string, (home: TestWorkspace) => Record<string, unknown>>;
/** Acts on things that every test workspace has. */
const ofShop: Inputs = {
  answer_question: ({ shop }) => ({ questionId: shop.questionId, text: "Sim, é bivolt. ".repeat(60) }),
  apply_recommendation: ({ shop }) => ({ id: shop.adviceId }),
  dismiss_recommendation: ({ shop }) => ({ id: shop.adviceId, reason: "not-now" }),
  approve_proposal: ({ shop }) => ({ id: shop.proposalId }),
  reject_proposal: ({ shop }) => ({ id: shop.proposalId }),
  watch_trend: ({ shop }) => ({ id: shop.trendId }),
  pin_pattern: ({ shop }) => ({ id: shop.patternId }),
};
const ofListing: Record<string, (listingId: string) => Record<string, unknown>> = {
  change_price: (listingId) => ({ listingId, priceCents: 9_500 }),
  pause_listing: (listingId) => ({ listingId }),
  set_listing_stock: (listingId) => ({ listingId, stock: 3 }),
};

test.each(Object.keys(ofShop))("%s says what it would do in both languages, and changes nothing by saying it", async (name) => {
  const stage = createStage();
  const home = await aWorkspace();
  const { askScope, preview } = toolNamed(name);
  const said = [];
  for (const locale of locales) {
    const ctx = { ...stage.as(home, { scopes: [askScope] }), locale };
    said.push(await preview?.(ctx, ofShop[name]?.(home)));
  }
  for (const one of said) {
    expect(one?.title).toMatch(/^\p{L}/u);
    expect(one?.effects.length).toBeGreaterThan(0);
    expect(JSON.stringify(one)).not.toMatch(/\{\{|undefined|null|previews\./);
    expect(one?.effects.every((effect) => effect.length <= 500)).toBe(true);
  }
  expect(said[0]).not.toEqual(said[1]);
  expect(stage.committed).toEqual([]);
});

test.each(Object.keys(ofListing))("%s says what becomes of a listing, and does it for whoever may", async (name) => {
  const { home, stage, person } = await aHome();
  const [listingId = ""] = await addListings(home, {});
  const { askScope, scope, preview, run } = toolNamed(name);
  const input = ofListing[name]?.(listingId);
  const { effects } = (await preview?.(stage.as(home, { scopes: [askScope] }), input)) ?? { effects: [] };
  expect(effects).toHaveLength(1);
  await expect(run(stage.as(home, { scopes: [askScope] }), input, { key: "act_1" })).rejects.toMatchObject({ code: "forbidden" });
  expect((await run(person, input, { key: `act_${listingId}` }))["changeId"]).toMatch(/^chg_/);
  expect(scope).toBe("catalog:write");
});

test("a price that is already asked for is nothing to change any more", async () => {
  const { home, stage, person } = await aHome();
  const [listingId = ""] = await addListings(home, {});
  const { preview, run } = toolNamed("change_price");
  const input = { listingId, priceCents: 9_500 };
  await run(person, input, { key: `act_${listingId}` });
  expect(await priceOf(person, listingId)).toBe(9_500);
  await expect(preview?.(stage.as(home, { scopes: ["catalog:read"] }), input)).rejects.toMatchObject({ reason: "nothingToChange" });
});

test("a listing on sale cannot be resumed, and one of nobody cannot be paused", async () => {
  const { home, stage } = await aHome();
  const [listingId = ""] = await addListings(home, {});
  const ctx = stage.as(home, { scopes: ["catalog:read"] });
  await expect(toolNamed("resume_listing").preview?.(ctx, { listingId })).rejects.toMatchObject({ reason: "nothingToChange" });
  await expect(toolNamed("pause_listing").preview?.(ctx, { listingId: "nobody" })).rejects.toMatchObject({ code: "not_found" });
});

test("an answer is written to the marketplace word for word", async () => {
  const home = await aWorkspace();
  const { ctx, sent } = withAnswers(createStage().as(home, { scopes: ["service:read", "service:write"] }));
  await toolNamed("answer_question").run(ctx, { questionId: home.shop.questionId, text: "Sim, é bivolt." }, { key: "act_1" });
  expect(sent).toMatchObject([{ text: "Sim, é bivolt." }]);
  expect(await readQuestion(ctx, { id: home.shop.questionId })).toMatchObject({ state: "answered" });
  await expect(toolNamed("answer_question").preview?.(ctx, { questionId: home.shop.questionId, text: "Sim." })).rejects.toMatchObject({
    reason: "questionClosed",
  });
});

test("a proposal that was decided is not decided again", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { scopes: ["agents:read", "agents:write"] });
  const { preview, run } = toolNamed("reject_proposal");
  await run(ctx, { id: home.shop.proposalId }, { key: "act_1" });
  expect(await readProposal(ctx, { id: home.shop.proposalId })).toMatchObject({ state: "rejected" });
  await expect(preview?.(ctx, { id: home.shop.proposalId })).rejects.toMatchObject({ reason: "proposalDecided" });
});

test("on the floor a count is planned once under its name, and a task moves up in its zone", async () => {
  const { manager, zoneA: zoneId } = await aDepot();
  const count = { zoneId, binId: "shelf-1" };
  const { effects } = (await toolNamed("plan_count").preview?.(manager, count)) ?? { effects: [] };
  expect(effects[0]).toContain("SHELF-1");
  const planned = await toolNamed("plan_count").run(manager, count, { key: "act_count_1" });
  expect(await toolNamed("plan_count").run(manager, count, { key: "act_count_1" })).toEqual(planned);
  const move = { zoneId, taskId: planned["taskId"], priority: 900 };
  expect((await toolNamed("move_task").preview?.(manager, move))?.effects.join(" ")).toContain("900");
  expect(await toolNamed("move_task").run(manager, move, { key: "act_move_1" })).toMatchObject({ before: 50, after: 900 });
  await expect(toolNamed("plan_count").preview?.(manager, { ...count, binId: "nowhere" })).rejects.toMatchObject({ code: "not_found" });
  await expect(toolNamed("move_task").preview?.(manager, { ...move, taskId: "nobody" })).rejects.toMatchObject({ code: "not_found" });
});

test("whoever can see what a change would do may ask for it; only whoever may do it does", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const names = (scopes: Parameters<typeof stage.as>[1]) => toolsFor(stage.as(home, scopes)).map(({ name }) => name);
  expect(names({ scopes: ["catalog:read", "chat:write"] })).toContain("change_price");
  expect(names({ scopes: ["catalog:read"] })).not.toContain("change_price");
  expect(names({ scopes: ["catalog:write"] })).not.toContain("change_price");
  expect(names({ scopes: ["selling:read", "chat:write"] })).not.toContain("watch_trend");
  expect(names({ role: "viewer" })).toContain("change_price");
});
