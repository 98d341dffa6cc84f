import { publicChats, publicQuestions } from "#db/schema/public-chat.ts";
import { insert, type NewRow, type Write } from "#db/writes.ts";
import { stageStartMs, testIds } from "./basics.ts";

function aPublicChat(change: Partial<NewRow<typeof publicChats>> & { siteId: string }): NewRow<typeof publicChats> {
  return {
    id: testIds.next("pch"),
    isOn: true,
    greeting: "",
    publicText: "",
    publicParagraphs: [],
    showsPrices: true,
    showsAvailability: true,
    usesModel: false,
    questionsPerDay: 1_000,
    modelAnswersPerDay: 200,
    keepDays: 90,
    updatedAt: stageStartMs,
    ...change,
  };
}

function aPublicQuestion(change: Partial<NewRow<typeof publicQuestions>> & { siteId: string }): NewRow<typeof publicQuestions> {
  return {
    id: testIds.next("pqs"),
    askedAt: stageStartMs,
    language: "pt",
    question: "tem bicicleta?",
    answer: "Não encontrei isso.",
    outcome: "unanswered",
    topic: "goods",
    source: "rules",
    ...change,
  };
}

/** A chat that is on, and a question that was asked in it. */
export function publicChatWrites({ siteId }: { siteId: string }): Write[] {
  return [insert(publicChats, aPublicChat({ siteId })), insert(publicQuestions, aPublicQuestion({ siteId }))];
}
