import type { Grain } from "../kinds.ts";
import { type Line, lineText, take, takeAll } from "./line.ts";
import { numberPattern, readNumber, readUnit, unitPattern } from "./periods/calendar-words.ts";

/**
 * So much time right before what was shown. isOnly: said so that it is nothing without it, where "the previous 7 days" is. isBare:
 * "2 weeks earlier" can be a stretch as well as a step back.
 */
export type EarlierBy = { count: number; unit: Grain; isOnly: boolean; isBare: boolean };

/** "A week before" is one more like it; only what is counted is a stretch of its own. */
const several = numberPattern.replace("a|an|one|um|uma|", "");
const behind = "(?=$| (?:by|per|por|in|on|em|no|na|for|para|only|please|too|as well|tambem|instead)(?: |$))";
const unitsBefore = new RegExp(
  `(?:(?:in|on|during|for|of|em) )?(?<article>(?:the|os|as|n[oa]s|d[oa]s) )?${several} ${unitPattern} (?:before(?: (?:that|those|this|these|it|then))?|earlier|prior(?: to (?:that|those|it))?|preceding(?: (?:that|those|it))?|antes(?: (?:disso|del[ea]s?|dess[ea]s?|dist?o))?|anteriores(?: a (?:isso|ess[ea]s?))?|previ[oa]s)${behind}`,
);
const previousUnits = new RegExp(
  ` (?:previous|preceding|prior|anteriores) ${several} ${unitPattern} | ${several.replace("count", "count2")} (?:previous|preceding|prior) ${unitPattern.replace("unit", "unit2")} `,
);

/** "And the 7 days before?" */
export function readEarlierBy(line: Line): EarlierBy | null {
  const only = take(line, unitsBefore, () => "<earlier>")?.groups;
  const groups = only ?? previousUnits.exec(lineText(line))?.groups;
  const unit = readUnit(groups?.["unit"] ?? groups?.["unit2"]);
  const count = readNumber(groups?.["count"] ?? groups?.["count2"]);
  const isBare = only !== undefined && only["article"] === undefined;
  return unit === undefined || count < 1 || count > 1_000 ? null : { count, unit, isOnly: only !== undefined, isBare };
}

const again =
  /^(?:(?:do|show|give|me|now|and|e|agora|mostra|mostre|quero|ok|faz|faca) )*(?:(?:the|a|o|os|as) )?(?:same(?: (?:thing|question|number|numbers|chart|table|again))*|ditto|idem|mesm[ao]s?(?: (?:coisa|pergunta|numero|grafico|tabela))?|igual)(?= (?:for|but|in|on|at|with|by|per|from|of|during|without|excluding|para|pra|pro|pras|pros|em|no|na|nos|nas|com|sem|mas|so que|de|do|da|dos|das|por|last|this|yesterday|ontem) )/;

/** "Same for October": all of the question before, but for what comes now. A period that is the same is no question. */
export function saysAgain(line: Line): boolean {
  return take(line, again, () => "<again>") !== null;
}

const exceptWords =
  "(?:but(?: not)?|except(?: for)?|excepting|excluding|other than|apart from|aside from|besides|save(?: for)?|without|minus|menos|exceto|salvo|fora|tirando|sem(?: (?:contar|incluir|considerar))?|a nao ser|que nao (?:e|eh|seja|sejam|sao|vem|veio)|that (?:is|are) not|thats not|that isnt|com excecao d[eoa]s?|a excecao d[eoa]s?)";
const allBut = new RegExp(
  `(?:(?:in|on|at|from|for|of|across|em|de|com|para|por|n[oa]s|d[oa]s) )?(?:everything|everywhere|everyone|anything|all(?: of)?|tudo|tod[oa]s?)(?: (?:the|our|my|os|as|o|a|o que (?:e|ha)|else|nossos|nossas))*(?: (?:<dims?:[a-z-]+>|shops?|stores?|lojas?))? ${exceptWords}(?= )`,
);

/** "Everything but Shopee": "but" and "menos" rule out there, and are a turn or a ranking elsewhere. */
export function readAllBut(line: Line): void {
  takeAll(line, allBut, () => "<except>");
}

const answered =
  /(?<=<metric:questions>(?: \S+)* )(?:(?:did|do|have|had|has) (?:we|i|the team) (?:\S+ )?(?:answer(?:ed)?|repl(?:y|ied) to)|(?:we|i) (?:have |had )?(?:answer(?:ed)?|replied to)|(?:were|was|got|been|are) answered|answered)/;

/** How many were answered is a number nobody keeps, and not how many came. */
export function saysAnswered(line: Line): boolean {
  return answered.test(lineText(line));
}

const inStock =
  /(?<=(?:cada|each|every|por|per|by) )(?:(?<product>products?|produtos?|items?|itens)|skus?|variants?|variantes?)(?= (?:(?:we|i|nos|eu|ainda|do|are|is|temos|tenho|tem|ha|existem?|have|left|there|that|que|still|esta|estao) )*(?:in stock|in inventory|on hand|em estoque|no estoque)(?: |$))/;

const answering = new RegExp(
  `(?:how (?:fast|quick|quickly|slow|slowly|soon|long|promptly)|in how many hours|(?:em |com )?(?:quanto tempo|quantas horas|que rapidez|que velocidade)|quao (?:rapido|rapidamente))(?: (?!(?:by|per|por|customers?|buyers?|visitors?|shoppers?|they|people|agents?|clientes?|compradores?|visitantes?|pessoas|eles|agentes?) )[a-z]+){0,5}? (?:answer(?:ed|ing|s)?|repl(?:y|ies|ied|ying)|respond(?:ed|ing|s|e|em|o|emos|er|i|eu|eram)?)(?: (?:to )?(?:the |our |my |as |os |a |o |aos |ao |nossas |nossos |minhas |meus |um |uma )?(?:questions?|perguntas?|duvidas?|messages?|mensagens|buyers?|customers?|clientes?|compradores?|people))?`,
);
/** Orders that wait until somebody lets them go. */
const toRelease =
  /(?:(?:are |that are |que estao |ainda )?(?:waiting|wait|awaiting|aguardando|aguardam|esperando|esperam|espera|pendentes? de|sem|pending|needing|need)(?: (?:for|on|to be|por|a|ser|serem))? (?:release|released|liberacao|liberad[oa]s?)|(?:to be|not yet|not|por|para|nao(?: foram)?|ainda nao(?: foram)?) (?:released|liberad[oa]s?)|(?:a|por|para) liberar)/;
const earned =
  /(?:making|earning|bringing in|taking in|grossing|generating|faturando|rendendo|gerando|(?:that|which|who|que) (?:have |has |had )?(?:made|make|makes|earned|earn|earns|brought in|bring in|brings in|took in|grossed|gross|generated|generate|fizeram|fez|fazem|faz|renderam|rendeu|rendem|trouxeram|trouxe|trazem|geraram|gerou|geram|movimentaram|movimentou))(?= <limit>(?:$| (?:in|on|at|from|last|this|yesterday|today|so|during|since|over|by|per|each|em|no|na|nos|nas|de|do|da|neste|nesta|este|esta|hoje|ontem|por|cada|durante|desde)(?: |$)| <period))/;

/** Numbers that are asked for by what somebody does. */
export function readDoings(line: Line): void {
  takeAll(line, inStock, ({ groups }) => (groups?.["product"] === undefined ? "<dim:sku>" : "<dim:product>"));
  take(line, toRelease, () => "<value:order-state=held>");
  take(line, answering, () => "<metric:hours-to-answer>");
  takeAll(line, earned, () => "<metric:gmv>");
}
