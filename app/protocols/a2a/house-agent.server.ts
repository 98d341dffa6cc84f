import { answerTurn } from "#app/ai/chat/answer-turn.server.ts";
import { answerWork } from "./answer-work.server.ts";
import type { Agent } from "./work.ts";

const helpText =
  "Ask something about the shop, in English or Portuguese: “GMV by channel in the last 30 days”, “Which SKUs run out within 10 days?”, “Por que os pedidos caíram na terça?”";

/** Whoever answers in the product's own chat. A message without words needs no task. */
export const houseAgent: Agent = {
  work: answerWork(answerTurn),
  reply: ({ question }) => (question === "" ? helpText : null),
};
