import { isSuspicious } from "../../ai/suspicious.ts";
import { foldText } from "../../text/normalise.ts";
import type { Refusal } from "./plan.ts";

/** One or two sentences; what is longer is no question of a number. */
const longest = 600;

const code =
  /\b(?:select\b.{0,200}\bfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|drop\s+(?:table|database)|union\s+(?:all\s+)?select|alter\s+table|truncate\s+table|or\s+1\s*=\s*1|exec(?:ute)?\s*\()|;\s*--|<\s*script|\{\{|\$\{/;
const foreign =
  /\b(?:weather|forecast for tomorrow|football|soccer|joke|poem(?! (?:no|na|em|o|os|as)\b)|recipe|president|capital of|movie|song|lyrics|horoscope|bitcoin|stock market|translate|clima|previsao do tempo|futebol|piada|poema|receita de (?:bolo|pao|arroz)|presidente|capital d[aoe]|filme|musica|horoscopo|bolsa de valores|traduza|traduzir|who are you|quem e voce|meaning of life|sentido da vida)\b/;

/** Numbers that sound like ours and are other ones. */
const otherNumbers =
  /\b(?:(?:inventory|stock|employee|staff) turnover|(?:stock|share) price|market share|delivery time|lead time of suppliers|repeat purchase|giro d[eo] estoque|preco da acao|participacao de mercado|prazo (?:medio )?de entrega|tempo (?:medio )?de entrega|(?:click|open|interest|exchange|tax|growth|churn|retention|repurchase) rate|taxa de (?:cliques?|juros|cambio|abertura|recompra|retencao)|net (?:profit|income) after tax(?:es)?|(?:what does|o que significa|o que quer dizer|o que e (?!que)|define|meaning of|how (?:is|are) .{1,60} (?:calculated|computed|defined)|como (?:e|sao) (?:calculad|definid)))/;
/** Advice is no number either. */
const advice =
  /\b(?:how (?:do|can|should|could|would) (?:i|we) (?!see|view|find|get|check|know|compare|compared)|como (?:aumentar|melhorar|reduzir|diminuir|vender|crescer|faco para|posso (?:aumentar|melhorar|reduzir|vender|diminuir))|should (?:i|we)|devo|deveria|deveriamos|o que (?:eu )?(?:faco|devo|fazer)|what should)\b/;

/** What is no question to count anything by, whatever words it holds. */
export function refuseOutright(question: string): Refusal | null {
  if (question.length > longest) return { reason: "too-long" };
  const folded = foldText(question);
  if (isSuspicious(question) || code.test(folded)) return { reason: "not-understood" };
  if (otherNumbers.test(folded)) return { reason: "metric-unknown" };
  if (advice.test(folded)) return { reason: "not-understood" };
  return foreign.test(folded) ? { reason: "off-topic" } : null;
}
