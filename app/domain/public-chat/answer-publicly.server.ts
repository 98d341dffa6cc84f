import { eq } from "drizzle-orm";
import { z } from "zod";
import { timingSafeEqual } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { publicQuestions } from "#db/schema/public-chat.ts";
import { organisationNotes } from "#db/schema/search.ts";
import { insert } from "#db/writes.ts";
import { takeOne } from "../accounts/limits.server.ts";
import { cleanText } from "../text/clean-text.ts";
import type { ServiceContext, VisitorContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { composeAnswer, type Drafted, type PublicKnowledge, subjectsOf } from "./compose-answer.ts";
import { findGoods } from "./find-goods.server.ts";
import { findPublicSite, type PublicPlace } from "./find-public-site.server.ts";
import type { Outcome, Source } from "./kinds.ts";
import { modelAnswersOfSite, questionsOfSite, questionsPerAddress, questionsPerMinute } from "./limits.ts";
import { maskPersonal } from "./mask-personal.ts";
import { mayBeShown, modelQuestion } from "./model-answer.ts";
import { addressHash } from "./open-public-chat.server.ts";
import { paragraphsIn, printed } from "./paragraphs.ts";
import { type ReadQuestion, readQuestion } from "./read-question.ts";
import { askPubliclySchema } from "./schemas.ts";

export type PublicAnswer = {
  answer: string;
  outcome: Outcome;
  source: Source;
  /** Goods it was about: sent along with the next question, which may mean them. */
  about: string[];
};

const claimsSchema = z.object({ key: z.string(), adr: z.string() });
const mostAbout = 4;
const longestQuestion = 300;
const longestAnswer = 600;

/**
 * Answers a visitor of a shop's pages from what is public, and writes down what was asked. The token says which site and which
 * address; limits count both, and a model helps only as far as the owner allows.
 */
export async function answerPublicly(
  visitor: VisitorContext,
  input: Untrusted<typeof askPubliclySchema>,
  origin: string | null,
): Promise<PublicAnswer> {
  const { token, question: typed, language, about, sku } = parseInput(askPubliclySchema, input);
  const { place, address } = await admit(visitor, token, origin);
  await limit(visitor, place, address);
  const question = readQuestion(cleanText(typed, longestQuestion), /^en\b/i.test(language ?? "") ? "en" : "pt");
  const isPlain = question.bound !== undefined || question.smallTalk !== undefined;
  const answering = await contextOf(visitor, place, isPlain);
  const known = await learn(answering, place, {
    question: question.folded,
    about: isPlain ? [] : about,
    sku: isPlain ? undefined : sku,
    isPlain,
  });
  const drafted = composeAnswer(question, known);
  const better = isPlain || !answering.usesModel ? undefined : await askModel(answering.ctx, { question, typed, drafted, known });
  const { text, outcome, about: goods } = better ?? drafted;
  const source = better === undefined ? "rules" : "model";
  await note(answering.ctx, place, { question, typed, answer: better ?? drafted, source });
  return { answer: text, outcome, source, about: goods.slice(0, mostAbout).map(({ id }) => id) };
}

async function admit(visitor: VisitorContext, token: string, origin: string | null): Promise<{ place: PublicPlace; address: string }> {
  const content = await visitor.ports.tokens.verify("public-chat", token);
  const claims = claimsSchema.safeParse(content?.claims);
  if (content === undefined || !claims.success) throw new AppError("unauthorized", "chatTokenInvalid");
  const place = await findPublicSite(visitor, { key: claims.data.key, origin });
  const address = await addressHash(place.site.id, visitor.origin.ipAddress);
  const isOwn = content.subject === place.site.id && timingSafeEqual(address, claims.data.adr);
  if (!isOwn) throw new AppError("unauthorized", "chatTokenInvalid");
  return { place, address };
}

async function limit(visitor: VisitorContext, { site, settings }: PublicPlace, address: string): Promise<void> {
  const who = `${site.id}:${address}`;
  await takeOne(visitor, who, questionsPerMinute);
  await takeOne(visitor, who, questionsPerAddress);
  await takeOne(visitor, site.id, questionsOfSite(settings.questionsPerDay));
}

type Answering = { ctx: ServiceContext; usesModel: boolean };

/** Vectors of a question come from a model too: without an allowance for one, rules make them. */
async function contextOf(visitor: VisitorContext, { ctx, site, settings }: PublicPlace, isPlain: boolean): Promise<Answering> {
  const isAllowed =
    settings.usesModel &&
    !isPlain &&
    (await visitor.ports.rateLimiter.take(site.id, modelAnswersOfSite(settings.modelAnswersPerDay))).allowed;
  if (isAllowed) return { ctx, usesModel: true };
  return { ctx: { ...ctx, ports: { ...ctx.ports, textVectors: { embed: () => Promise.resolve(undefined) } } }, usesModel: false };
}

type Wanted = Parameters<typeof findGoods>[1] & { isPlain: boolean };

async function learn({ ctx }: Answering, { settings }: PublicPlace, { isPlain, ...asked }: Wanted): Promise<PublicKnowledge> {
  const shown = { prices: settings.showsPrices, availability: settings.showsAvailability };
  if (isPlain) return { goods: [], context: [], passages: [], shown };
  const [found, passages] = await Promise.all([findGoods(ctx, asked), publishedOf(ctx, settings)]);
  return { ...found, passages, shown };
}

async function publishedOf(ctx: ServiceContext, { publicText, publicParagraphs }: PublicPlace["settings"]): Promise<string[]> {
  const own = paragraphsIn(publicText);
  if (publicParagraphs.length === 0) return own;
  const notes = await ctx.db.first(organisationNotes, eq(organisationNotes.workspaceId, ctx.workspaceId));
  const marked = (await printed(notes?.text ?? "")).filter(({ print }) => publicParagraphs.includes(print));
  return [...own, ...marked.map(({ text }) => text)];
}

type Told = { question: ReadQuestion; typed: string; drafted: Drafted; known: PublicKnowledge };

/** A model says the same in better words, or finds in a description what rules do not. What does not hold is not shown. */
async function askModel(ctx: ServiceContext, { question, typed, drafted, known }: Told): Promise<Drafted | undefined> {
  if (drafted.outcome === "declined") return undefined;
  const subjects = subjectsOf(question, known);
  const goods = [...new Map([...drafted.about, ...subjects, ...known.goods].map((good) => [good.id, good])).values()];
  if (goods.length === 0 && known.passages.length === 0) return undefined;
  const asked = modelQuestion(question, typed, goods, known);
  const answer = await ctx.ports.models.ask(ctx, asked);
  if (answer.source === "rules" || !answer.value.isKnown || !mayBeShown(answer.value.text, asked.prompt.data)) return undefined;
  const about = answer.value.goods.flatMap((number) => goods[number - 1] ?? []);
  return { outcome: "answered", topic: drafted.topic, text: answer.value.text.trim(), about: about.length > 0 ? about : drafted.about };
}

type Noted = { question: ReadQuestion; typed: string; answer: Drafted; source: Source };

/** Of the question and never of who asked. */
async function note(ctx: ServiceContext, { site }: PublicPlace, { question, typed, answer, source }: Noted): Promise<void> {
  await mutate(ctx, {
    writes: [
      insert(publicQuestions, {
        id: ctx.ids.next("pqs"),
        siteId: site.id,
        askedAt: ctx.clock.now(),
        language: question.language,
        question: maskPersonal(cleanText(typed, longestQuestion)),
        answer: answer.text.slice(0, longestAnswer),
        outcome: answer.outcome,
        topic: answer.topic,
        source,
      }),
    ],
    audit: "mirrored",
  });
}
