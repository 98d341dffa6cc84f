import { isSuspicious } from "../../ai/suspicious.ts";
import { foldText } from "../../text/normalise.ts";
import type { Refusal } from "./plan.ts";

/** One or two sentences; what is longer is no question of a number. */
const longest = 600;

const code = /\b(?:select\b.{0,200}\bfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|drop\s+(?:table|database)|union\s+(?:all\s+)?select|alter\s+table|truncate\s+table|or\s+1\s*=\s*1|exec(?:ute)?\s*\()|;\s*--|<\s*script|\{\{|\$\{/;
const foreign =
  /\b(?:weather|forecast for tomorrow|football|soccer|joke|poem|recipe|president|capital of|movie|song|lyrics|horoscope|bitcoin|stock market|translate|clima|previsao do tempo|futebol|piada|poema|receita de (?:bolo|pao|arroz)|presidente|capital d[aoe]|filme|musica|horoscopo|bolsa de valores|traduza|traduzir|who are you|quem e voce|meaning of life|sentido da vida)\b/;

/** What is no question to count anything by, whatever words it holds. */
export function refuseOutright(question: string): Refusal | null {
  if (question.length > longest) return { reason: "too-long" };
  const folded = foldText(question);
  if (isSuspicious(question) || code.test(folded)) return { reason: "not-understood" };
  return foreign.test(folded) ? { reason: "off-topic" } : null;
}
