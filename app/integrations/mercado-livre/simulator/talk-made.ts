import { simulatedGood } from "../../simulated-goods.ts";
import { chance, choose, createWeighted } from "./chance.ts";
import { addTo, type SimItem, type SimQuestion, type SimReview, type SimSeller, type World } from "./model.ts";
import { buyerIdOf } from "./orders-made.ts";
import { badOpinions, generalQuestions, goodOpinions, lidComplaints, lidQuestions, questionsByCategory } from "./talk-texts.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const historyDays = 90;
/** The thermos flask whose lid leaks: one true pattern among the noise, for whoever looks for patterns. */
const leakyGood = 3;

export function makeQuestions(world: World, seller: SimSeller, count: number): void {
  const items = (world.itemIdsOf.get(seller.id) ?? [])
    .flatMap((id) => world.items.get(id) ?? [])
    .filter((item) => item.status !== "closed");
  if (items.length === 0) return;
  const pick = createWeighted(items, (item) => item.popularity);
  const times = Array.from(
    { length: count },
    (_, index) => world.startMs - Math.floor(chance(world.seed, seller.id, index, 201) ** 1.5 * historyDays * dayMs) - 9 * 60_000,
  );
  for (const [index, createdMs] of times.sort((a, b) => a - b).entries()) {
    const draw = (topic: number) => chance(world.seed, seller.id, index, 210 + topic);
    const item = pick(draw(1));
    const [text, answer] = choose([...generalQuestions, ...questionsByCategory[simulatedGood(item.good).category]], draw(2));
    const question = addQuestion(world, item, { text, buyerId: buyerIdOf(draw(3)), atMs: createdMs });
    settleQuestion(world, question, answer, draw);
  }
  const leaky = items.find((item) => item.good === leakyGood);
  if (leaky === undefined) return;
  for (const [index, text] of lidQuestions.entries()) {
    addQuestion(world, leaky, { text, buyerId: buyerIdOf(chance(world.seed, index, 251)), atMs: world.startMs - (index * 9 + 2) * hourMs });
  }
}

/** Old ones are answered within hours; some of the last two days still wait, and a few are closed by the vendor. */
function settleQuestion(world: World, question: SimQuestion, answer: string, draw: (topic: number) => number): void {
  const answeredMs = question.createdMs + Math.floor((0.1 + draw(4) ** 3 * 20) * hourMs);
  const fate = draw(5);
  if (fate < 0.02) Object.assign(question, { status: "BANNED", text: "" });
  else if (fate < 0.05) question.status = "CLOSED_UNANSWERED";
  else if (answeredMs < world.startMs && fate < 0.96) answerQuestion(question, answer, answeredMs);
}

type NewQuestion = { text: string; buyerId: number; atMs: number };

export function addQuestion(world: World, item: SimItem, { text, buyerId, atMs }: NewQuestion): SimQuestion {
  world.counters.question += 1;
  const id = 13_000_000_000 + world.counters.question;
  const question: SimQuestion = {
    id,
    itemId: item.id,
    sellerId: item.sellerId,
    buyerId,
    text,
    status: "UNANSWERED",
    answer: null,
    createdMs: atMs,
  };
  world.questions.set(id, question);
  addTo(world.questionIdsOf, item.sellerId, id);
  return question;
}

export function answerQuestion(question: SimQuestion, text: string, atMs: number): void {
  question.status = "ANSWERED";
  question.answer = { text, atMs };
}

/** Made when first asked for and kept, since most are never looked at. Newest first. */
export function reviewsOf(world: World, item: SimItem): SimReview[] {
  const known = world.reviews.get(item.id);
  if (known !== undefined) return known;
  const draw = (index: number, topic: number) => chance(world.seed, item.sellerId, item.good, index, 300 + topic);
  const isLeaky = item.good === leakyGood;
  const count = isLeaky ? 38 : Math.floor(item.popularity * 6 * draw(0, 1));
  const reviews = Array.from({ length: count }, (_, index): SimReview => {
    const complains = isLeaky && draw(index, 2) < 0.4;
    const opinions = complains ? lidComplaints : draw(index, 3) < 0.12 ? badOpinions : goodOpinions;
    const [rate, title, content] = choose(opinions, draw(index, 4));
    // The complaints are recent: something changed at the maker.
    const ageDays = draw(index, 5) * (complains ? 25 : 300);
    return {
      id: 1_000_000 + (item.good % 10_000) * 100 + (item.sellerId % 1_000) * 1_000_000 + index,
      rate,
      title,
      content,
      likes: Math.floor(draw(index, 6) ** 3 * 14),
      createdMs: world.startMs - Math.floor(ageDays * dayMs) - hourMs,
    };
  }).sort((a, b) => b.createdMs - a.createdMs);
  world.reviews.set(item.id, reviews);
  return reviews;
}
