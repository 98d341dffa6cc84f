import { guessLanguage } from "../text/language.ts";
import { foldText } from "../text/normalise.ts";
import { tokenise } from "../text/tokenise.ts";
import { type AskedValue, type AttributeKind, kindsAskedIn, valuesAskedIn } from "./attribute-kinds.ts";
import type { ChatLanguage } from "./kinds.ts";
import { type Bound, boundIn } from "./out-of-bounds.ts";
import { isEmptyWord, policiesIn, type Policy, type Word, wordsOf } from "./words.ts";

export type ReadQuestion = {
  language: ChatLanguage;
  folded: string;
  bound: Bound | undefined;
  smallTalk: "greeting" | "thanks" | undefined;
  asksPrice: boolean;
  asksAvailability: boolean;
  asksComparison: boolean;
  policies: Policy[];
  attributes: AttributeKind[];
  values: AskedValue[];
  /** The words left that name a thing. */
  names: Word[];
  /** Somebody looks for something, whatever it is. */
  isSeeking: boolean;
};

const price =
  /\b(?:precos?|valor|custa|custam|quanto (?:e|sai|fica|esta)|por quanto|how much|prices?|pricing|costs?|cheap(?:er|est)?|barat[oa]s?)\b/;
const availability =
  /\b(?:estoque|disponive(?:l|is)|esgotad[oa]s?|indisponivel|pronta entrega|a venda|in stock|stock|available|availability|sold out|out of stock)\b|\bquant[oa]s (?:unidades|tem|restam|sobr)|\bhow many (?:are|do|units|left)/;
const comparison =
  /\b(?:compar[aeo]\w*|compared?|comparison|comparing|diferenca|difference|versus|vs|melhor (?:entre|opcao entre)|which is better|better)\b/;
const greeting =
  /^(?:oi+e?|ola|bom dia|boa tarde|boa noite|e ai|hi+|hello|hey|good (?:morning|afternoon|evening))\b[\s!.,?]*(?:tudo bem|how are you|there)?[\s!.,?]*$/;
const thanks = /^(?:muito )?(?:obrigad[oa]|valeu|thanks?(?: you)?(?: so much| a lot)?|thx|ok|perfeito|great|cool)[\s!.,]*$/;
const seeking =
  /\b(?:tem|teria|teriam|temos|vendem?|vende|quero|queria|procuro|procurando|preciso|existe|trabalham com|gostaria|do you (?:have|sell|carry)|have you|got any|looking for|i (?:need|want)|is there|are there|serve|funciona|works?|fits?|cabe)\b/;

/** Words by which one asks and not what one asks for. */
const asking = new Set(
  `preco precos valor custa custam quanto quanta quantos quantas barato barata baratos caro price prices pricing cost costs much cheap cheaper
  estoque disponivel disponiveis esgotado esgotada indisponivel pronta unidades restam sobrou stock available availability sold left many units venda
  compara comparar compare comparacao compared comparison diferenca difference versus vs melhor better opcao
  oi ola bom boa dia tarde noite hi hello hey obrigado obrigada thanks thank please favor porfavor
  vende vendem quero queria procuro procurando preciso existe trabalham gostaria sell carry looking need want know saber dizer diga tell me show mostre ver
  produto produtos item itens product products loja shop store modelos modelo model opcoes options tipo tipos kinds types
  voltagem voltage volts volt tensao cor cores color colour colors colours tamanho tamanhos size sizes medida medidas dimensoes dimensions largura altura
  comprimento width height length big large peso pesa weight weigh weighs heavy material marca marcas brand brands fabricante garantia warranty capacidade
  capacity litros liters litres potencia watts power acompanha inclui vem come comes include includes included box caixa feito feita made
  serve funciona work works fit fits cabe usa use usar posso pode consigo can could does is are
  comprar compro buy purchase detalhes details informacao informacoes information about sobre fale speak talk descricao description
  agora now hoje today ainda still voces voce you your site aqui here algum alguma alguns algumas some any outro outra outros outras other another`.split(
    /\s+/,
  ),
);

/** What a question is about, by rules alone. `usual` is the page's language, for questions that tell none. */
export function readQuestion(question: string, usual: ChatLanguage): ReadQuestion {
  const folded = foldText(question).replaceAll(/\s+/g, " ").trim();
  const words = wordsOf(question);
  const values = valuesAskedIn(folded);
  return {
    language: languageOf(question, usual),
    folded,
    bound: boundIn(folded),
    smallTalk: greeting.test(folded) ? "greeting" : thanks.test(folded) ? "thanks" : undefined,
    asksPrice: price.test(folded),
    asksAvailability: availability.test(folded),
    asksComparison: comparison.test(folded),
    policies: policiesIn(words),
    attributes: [...new Set(kindsAskedIn(folded))],
    values,
    names: words.filter((word) => isName(word, values)),
    isSeeking: seeking.test(folded),
  };
}

const portugueseOnly =
  /[ãõçáéíóúâêô]|\b(?:quanto|qual|quais|tem|voces?|vcs?|esse|essa|isso|preco|oi|ola|obrigad[oa]|nao|sim|entrega|frete|troca)\b/;
const englishOnly = /\b(?:the|is|it|what|which|how|do|does|you|have|much|price|hi|hello|thanks|delivery|returns?|shipping)\b/;

function languageOf(question: string, usual: ChatLanguage): ChatLanguage {
  const { language, sure } = guessLanguage(tokenise(question), usual);
  if (sure > 0.5) return language;
  const folded = foldText(question);
  const [isPt, isEn] = [portugueseOnly.test(question.toLowerCase()) || portugueseOnly.test(folded), englishOnly.test(folded)];
  return isPt === isEn ? usual : isPt ? "pt" : "en";
}

function isName(one: Word, values: readonly AskedValue[]): boolean {
  const { word } = one;
  if (word.length < 2 || asking.has(word) || isEmptyWord(word)) return false;
  if (values.some(({ words }) => words.some((value) => word.replace(/v$/, "") === value || word === `${value}s`)) || word === "volts")
    return false;
  return policiesIn([one]).length === 0;
}
