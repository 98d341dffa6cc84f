import { foldText } from "../../text/normalise.ts";
import type { AskedQuery } from "../answer.ts";
import type { DimensionId } from "../kinds.ts";
import type { When } from "../schemas.ts";
import { lineOf, lineText } from "./line.ts";
import type { Today } from "./periods/kinds.ts";
import { readPeriods } from "./periods/read-periods.ts";
import { type Refusal } from "./plan.ts";
import type { Reading } from "./reading.ts";
import { readWords } from "./words.ts";

const kindWords: readonly (readonly [string, readonly DimensionId[]])[] = [
  ["sku|variant|variante|codigo|code", ["sku", "product"]],
  ["product|produto|item|mercadoria", ["product", "sku"]],
  ["listing|anuncio", ["listing"]],
  ["channel|canal|account|conta", ["channel"]],
  ["zone|zona|area|setor", ["zone"]],
  ["warehouse|armazem|deposito|galpao", ["warehouse"]],
  ["person|pessoa|picker|separador|funcionario", ["person"]],
  ["site|website", ["site"]],
  ["brand|marca", ["brand"]],
  ["order|pedido|compra|venda|sale", []],
];
const anyKind = kindWords.map(([words]) => words).join("|");
const surely = "find|where is|where are|wheres|locate|look up|lookup|ache|achar|encontre|encontrar|localize|localizar|cade|onde esta|onde fica|onde estao";
const perhaps = "open|show me|show|search for|search|go to|abra|abrir|mostre|mostra|procure|procurar|busque|buscar|ver";
const finding = new RegExp(`^(?:please |por favor )?(?:(?<surely>${surely})|${perhaps}) (?:the |my |o |a |os |as |meu |minha )?(?<rest>(?:(?<kind>${anyKind}) )?(?:#|n[oº]?\\.? ?)?.+)$`);
const byNumber = new RegExp(`^(?:(?:${anyKind})) #?(?=[a-z0-9._-]*\\d)[a-z0-9._-]+$`);

/** The dimensions that a text to find may speak of, and the name in it: "SKU 123" is 123 among SKUs. */
export function whatToFind(text: string): { dimensions: readonly DimensionId[] | undefined; name: string; isOrder: boolean } {
  const folded = foldText(text);
  const found = kindWords.find(([words]) => new RegExp(`^(?:${words}) `).test(folded));
  if (found === undefined) return { dimensions: undefined, name: text, isOrder: /^#?\d{6,}$/.test(text) };
  return { dimensions: found[1], name: text.slice(text.indexOf(" ") + 1).replace(/^#/, "").trim(), isOrder: found[1].length === 0 };
}

/** A thing to go to, where no number is asked for. */
export function readFind(question: string, reading: Reading): AskedQuery | null {
  const trimmed = question.normalize("NFC").trim().replace(/[?.!]+$/, "").replaceAll(/\s+/g, " ");
  const folded = foldText(trimmed);
  if (folded.length !== trimmed.length) return null;
  if (byNumber.test(folded)) return { type: "find", text: trimmed };
  const isNumber = reading.metrics.some((metric) => metric !== "orders" && metric !== "listing-price") || reading.saysSale || reading.periods.length > 0 || reading.by.length > 0 || reading.top !== null || reading.wanted !== null;
  const match = finding.exec(folded);
  if (match?.groups === undefined || isNumber || reading.names.length === 0) return null;
  const { rest = "", kind } = match.groups;
  if (match.groups["surely"] === undefined && kind === undefined) return null;
  return { type: "find", text: trimmed.slice(trimmed.length - rest.length) };
}

const someone = "(?:who|quem|(?:which|what|quais|que|the|os|as|any)? ?(?:visitors?|shoppers?|customers?|people|buyers?|visitantes?|clientes?|pessoas?|compradores?)(?: who| that| que)?)";
const did =
  "(?:gave up|give up|gives up|giving up|left|leave|leaving|abandoned|abandon|hesitated|hesitate|quit|got stuck|struggled|complained|complain|searched|search|looked for|look for|looking for|asked about|bought|compared|desistiu|desistiram|desistem|abandonou|abandonaram|largou|largaram|hesitou|hesitaram|saiu|sairam|foi embora|foram embora|reclamou|reclamaram|reclamam|procurou|procuraram|procuram|buscou|buscaram|buscam|perguntou|perguntaram|comprou|compraram|comparou|compararam)";
const whoDid = new RegExp(`^${someone} (?:has |have |had |are |were |was |ja |mais )?(?<text>${did}\\b.*)$`);
const about = /^(?:please )?(?:(?:search|find|show|list|buscar?|busque|procurar?|procure|mostr(?:e|ar|a)|ache|encontr(?:e|ar)|quais|which|what)(?: for| me)?) (?:the |as |os |all |todas as )?(?:interactions?|interacoes|interacao|sessions?|sessoes|conversations?|conversas?)(?: were| foram| are)? (?:about|on|with|where|in which|who|that|mention\w*|sobre|com|em que|onde|que|de quem|de) (?<text>.+)$/;
const saying = /^(?:what|o que|oque) (?:did |do |are |have |is |os |as |meus |nossos |the |my |our )*(?:visitors?|shoppers?|customers?|people|visitantes|clientes|pessoas|compradores) (?<text>(?:say|said|do|did|think|look|looking|search|searching|want|complain|ask|dizem|disseram|fazem|fizeram|acham|procuram|procuraram|buscam|buscaram|querem|reclamam|perguntam)\b.*)$/;

/** Words of shoppers to look for by their meaning: why somebody left is told by no number. */
export function readSearch(question: string, today: Today): { query: AskedQuery } | { refusal: Refusal } | null {
  const folded = foldText(question.normalize("NFC")).trim().replaceAll(/\s+/g, " ").replace(/[?.!]+$/, "");
  const match = whoDid.exec(folded) ?? about.exec(folded) ?? saying.exec(folded);
  const said = match?.groups?.["text"];
  if (said === undefined) return null;
  const line = lineOf(readWords(said));
  const periods = readPeriods(line, today);
  const [period] = periods;
  if (period !== undefined && "refused" in period) return { refusal: { reason: period.refused === "period-future" ? "period-future" : "period-unclear" } };
  const text = lineText(line).replaceAll(/(?: (?:in|on|at|during|no|na|nos|nas|em|the))? <period:\d+>/g, "").trim();
  const when: When | null = period === undefined ? null : period.when;
  return text === "" ? null : { query: { type: "search", text, when } };
}
