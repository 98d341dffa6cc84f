import { env } from "cloudflare:workers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createOrm } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { listings } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { withAnswers } from "#db/testing/answering-door.ts";
import { stageStartMs } from "#db/testing/basics.ts";
import { aListing, aQuestion, aReview } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { and, eq } from "drizzle-orm";
import { ChannelError } from "../channels/channel-error.ts";
import type { RemoteQuestion } from "../channels/remote.ts";
import { answerQuestion } from "./answer-question.server.ts";
import { countOpenQuestions, listQuestions, questionCondition } from "./list-questions.server.ts";
import { listReviews, reviewCondition } from "./list-reviews.server.ts";
import { readReviewSummary } from "./read-review-summary.server.ts";
import { questionsInputSchema, reviewsInputSchema } from "./schemas.ts";
import { storeQuestions } from "./store-questions.server.ts";
import { storeReviews } from "./store-reviews.server.ts";

const hourMs = 3_600_000;

function aRemoteQuestion(change: Partial<RemoteQuestion> = {}): RemoteQuestion {
  return {
    questionRef: "5001",
    listingRef: "MLB1",
    text: "Qual a potência?",
    state: "open",
    buyerRef: "77",
    answer: null,
    askedAtMs: stageStartMs - hourMs,
    ...change,
  };
}

async function aShop() {
  const home = await aWorkspace();
  const stage = createStage();
  const system = stage.as(home, { system: "sync" });
  const manager = stage.as(home, { role: "manager" });
  return { home, stage, system, manager, channelId: home.shop.channelId };
}

describe("questions and reviews from the marketplace", () => {
  test("that come again change nothing and tell nobody", async () => {
    const { system, stage, channelId } = await aShop();
    const review = {
      reviewRef: "9",
      listingRef: "MLB1",
      modelRef: null,
      rating: 1,
      title: "",
      text: "Veio com a tampa quebrada",
      likes: 3,
      reply: null,
      writtenAtMs: 1,
    };
    expect(await storeQuestions(system, { channelId, questions: [aRemoteQuestion(), aRemoteQuestion()] })).toEqual({ changed: 1 });
    expect(await storeReviews(system, { channelId, reviews: [review] })).toEqual({ changed: 1 });
    expect(await storeQuestions(system, { channelId, questions: [aRemoteQuestion()] })).toEqual({ changed: 0 });
    expect(await storeReviews(system, { channelId, reviews: [review] })).toEqual({ changed: 0 });
    expect(stage.committed.filter(({ event }) => event.type === "data.changed")).toHaveLength(2);
    expect(await system.db.count(questions)).toBe(2);
  });

  test("are as of the latest reading, in whichever order readings arrive", async () => {
    const readings = fc.uniqueArray(fc.record({ at: fc.nat(50), state: fc.constantFrom("open", "answered", "closed", "hidden") }), {
      minLength: 1,
      maxLength: 6,
      selector: (one) => one.at,
    });
    await fc.assert(
      fc.asyncProperty(readings, async (all) => {
        const { system, channelId } = await aShop();
        for (const { at, state } of all) {
          await storeQuestions(system, {
            channelId,
            questions: [aRemoteQuestion({ state })],
            readAtMs: stageStartMs + at,
          });
        }
        const row = await system.db.first(questions, eq(questions.questionRef, "5001"));
        expect(row?.state).toBe(all.toSorted((a, b) => a.at - b.at).at(-1)?.state);
      }),
      { numRuns: 20 },
    );
  }, 20_000);
});

describe("an answer", () => {
  test("goes to the marketplace, closes the question and is in the log with its words", async () => {
    const { manager, home, stage } = await aShop();
    await writeRows(home.id, insert(listings, aListing({ channelId: home.shop.channelId, listingRef: "MLB1", title: "Chaleira" })));
    const { ctx, sent } = withAnswers(manager);
    await answerQuestion(ctx, { id: home.shop.questionId, text: "  Sim, é bivolt. " });
    expect(sent.map((one) => one.text)).toEqual(["Sim, é bivolt."]);
    const row = await ctx.db.first(questions, eq(questions.id, home.shop.questionId));
    expect(row).toMatchObject({ state: "answered", answer: "Sim, é bivolt.", answeredAt: stageStartMs });
    const entry = await ctx.db.first(auditLog, eq(auditLog.action, "question.answered"));
    expect(entry).toMatchObject({ subjectLabel: "Chaleira", after: { answer: "Sim, é bivolt." } });
    expect(stage.committed.map(({ event }) => event.type)).toContain("data.changed");
    await expect(answerQuestion(ctx, { id: home.shop.questionId, text: "De novo" })).rejects.toMatchObject({ reason: "questionClosed" });
  });

  test("is not undone by what was read before it", async () => {
    const { manager, system, home, stage, channelId } = await aShop();
    const { ctx } = withAnswers(manager);
    const before = await ctx.db.first(questions, eq(questions.id, home.shop.questionId));
    stage.clock.advance(hourMs);
    await answerQuestion(ctx, { id: home.shop.questionId, text: "Sim." });
    const stale = aRemoteQuestion({ questionRef: before?.questionRef ?? "" });
    await storeQuestions(system, { channelId, questions: [stale], readAtMs: stageStartMs + 1 });
    expect(await ctx.db.first(questions, eq(questions.id, home.shop.questionId))).toMatchObject({ state: "answered", answer: "Sim." });
  });

  const refusals = [
    [new ChannelError("not-found"), "questionGone"],
    [new ChannelError("rejected"), "answerRejected"],
    [new ChannelError("throttled"), "channelThrottled"],
    [new ChannelError("unavailable"), "channelUnavailable"],
  ] as const;
  test.each(refusals)("that the marketplace refuses (%s) leaves the question open and says why", async (error, reason) => {
    const { manager, home } = await aShop();
    const { ctx } = withAnswers(manager, { refuse: () => error });
    await expect(answerQuestion(ctx, { id: home.shop.questionId, text: "Sim" })).rejects.toMatchObject({ reason });
    expect(await ctx.db.first(questions, eq(questions.id, home.shop.questionId))).toMatchObject({ state: "open", answer: null });
    expect(await ctx.db.count(auditLog, eq(auditLog.action, "question.answered"))).toBe(0);
  });

  test("that came second hears that the question is closed, not that its words were wrong", async () => {
    const { manager, home } = await aShop();
    const question = aRemoteQuestion({ state: "answered" });
    const { ctx } = withAnswers(manager, { refuse: () => new ChannelError("rejected"), question });
    await expect(answerQuestion(ctx, { id: home.shop.questionId, text: "Sim" })).rejects.toMatchObject({
      code: "conflict",
      reason: "questionClosed",
    });
  });

  test("is refused where the marketplace takes none, or the channel cannot be used", async () => {
    const { manager, home, channelId } = await aShop();
    const ask = (ctx = withAnswers(manager).ctx) => answerQuestion(ctx, { id: home.shop.questionId, text: "Sim" });
    await expect(ask(withAnswers(manager, { answers: false }).ctx)).rejects.toMatchObject({ reason: "answersUnsupported" });
    for (const [state, reason] of [
      ["paused", "channelPaused"],
      ["attention", "channelGrantEnded"],
      ["disconnected", "channelNotFound"],
    ] as const) {
      await writeRows(home.id, updateWhere(channels, eq(channels.id, channelId), { state }));
      await expect(ask()).rejects.toMatchObject({ reason });
    }
  });
});

test("questions are found by words, state and age, and count as waiting too long after a day", async () => {
  const { manager, home, channelId } = await aShop();
  const day = 24 * hourMs;
  await writeRows(
    home.id,
    insert(
      questions,
      aQuestion({ channelId, questionRef: "a", text: "Tem garantia estendida?", askedAt: stageStartMs - day - 1 }),
      aQuestion({ channelId, questionRef: "b", text: "É original?", askedAt: stageStartMs - day }),
      aQuestion({ channelId, questionRef: "c", text: "Acompanha nota?", state: "answered", answer: "Sim, nota fiscal", askedAt: 1 }),
    ),
  );
  const found = async (input: Parameters<typeof listQuestions>[1]) => (await listQuestions(manager, input)).data.map((one) => one.text);
  expect(await found({ overdue: "1" })).toEqual(["Tem garantia estendida?"]);
  expect(await found({ search: "garantia" })).toEqual(["Tem garantia estendida?"]);
  expect(await found({ search: "fiscal" })).toEqual(["Acompanha nota?"]);
  expect(await found({ state: "open", sort: "asked" })).toEqual(["Tem garantia estendida?", "É original?", "Serve para 220 V?"]);
  expect(await countOpenQuestions(manager)).toEqual({ open: 3, overdue: 1 });
});

test("reviews are summed by stars and by listing, the most complained about first", async () => {
  const { manager, home, channelId } = await aShop();
  const rows = [
    ["MLB7", 1],
    ["MLB7", 2],
    ["MLB7", 5],
    ["MLB8", 2],
  ] as const;
  await writeRows(home.id, insert(reviews, ...rows.map(([listingRef, rating]) => aReview({ channelId, listingRef, rating }))));
  const summary = await readReviewSummary(manager);
  expect(summary).toMatchObject({ total: 5, complaints: 3, average: 3, byRating: [1, 2, 0, 0, 2] });
  expect(summary.listings.map((one) => [one.listingRef, one.complaints, one.reviews])).toEqual([
    ["MLB7", 2, 3],
    ["MLB8", 1, 1],
  ]);
  expect((await listReviews(manager, { complaints: "1", listingRef: "MLB7" })).data).toHaveLength(2);
  expect((await listReviews(manager, { rating: "5" })).data).toHaveLength(2);
});

test("every filter of questions and reviews is found by an index", async () => {
  const orm = createOrm(env.DB);
  const one = [
    {},
    { state: "open" },
    { overdue: "1" },
    { channelId: "c" },
    { channelId: "c", listingRef: "l" },
    { search: "a" },
    { state: "open", search: "a" },
  ];
  const two = [
    {},
    { rating: 1 },
    { complaints: "1" },
    { channelId: "c" },
    { channelId: "c", listingRef: "l" },
    { search: "a" },
    { rating: 2, search: "a" },
  ];
  const texts = [
    ...one.map((filter) =>
      orm
        .select()
        .from(questions)
        .where(and(eq(questions.workspaceId, "wsp_1"), questionCondition("wsp_1", questionsInputSchema.parse(filter), 5)))
        .orderBy(questions.askedAt, questions.id)
        .limit(51),
    ),
    ...two.map((filter) =>
      orm
        .select()
        .from(reviews)
        .where(and(eq(reviews.workspaceId, "wsp_1"), reviewCondition("wsp_1", reviewsInputSchema.parse(filter))))
        .orderBy(reviews.writtenAt, reviews.id)
        .limit(51),
    ),
  ].map((query) => query.toSQL());
  for (const { sql, params } of texts) {
    const plan = await env.DB.prepare(`explain query plan ${sql}`)
      .bind(...params)
      .all<{ detail: string }>();
    const steps = plan.results.map((step) => step.detail);
    expect(
      steps.filter((step) => /^SCAN (questions|reviews|found)\b/.test(step)),
      sql,
    ).toEqual([]);
  }
});
