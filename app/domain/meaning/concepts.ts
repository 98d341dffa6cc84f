import { foldText } from "../text/normalise.ts";
import { stem } from "../text/stem.ts";
import { tokenise } from "../text/tokenise.ts";

/**
 * What shoppers' words are about, in both languages: "frete", "shipping" and "entrega" are one thing to look for. Phrases of
 * several words count where all of them stand together.
 */
const lexicon = {
  shipping: "frete|fretes|envio|entrega|entregar|prazo|transportadora|correios|shipping|delivery|deliver|freight|postage|shipment",
  price: "preco|precos|caro|cara|barato|barata|valor|custo|custa|price|prices|pricing|expensive|cheap|cheaper|cost|costs|pricey",
  discount: "desconto|descontos|promocao|oferta|cupom|cupons|discount|sale|offer|coupon|voucher|deal|promotion",
  payment: "pagamento|pagar|parcela|parcelas|parcelar|cartao|pix|boleto|payment|pay|paying|card|installments|instalments|checkout",
  hesitate:
    "hesitou|hesitaram|hesitar|hesita|hesitacao|duvida|duvidas|indeciso|indecisa|pensou|hesitate|hesitated|hesitating|hesitation|unsure|doubt|doubts|undecided|voltou atras|went back|gave up",
  leave:
    "saiu|sairam|sair|abandonou|abandonaram|abandonar|abandono|desistiu|desistiram|desistir|deixou|largou|parou|left|leave|leaving|abandoned|abandon|abandonment|dropped|quit|exit",
  cart: "carrinho|carrinhos|sacola|cesta|cart|carts|basket|bag",
  buy: "comprou|compraram|comprar|compra|compras|pedido|pedidos|encomendou|bought|buy|buying|purchase|purchased|order|ordered|orders",
  compare: "comparou|compararam|comparar|comparacao|compare|compared|comparing|comparison|versus",
  search: "buscou|buscaram|buscar|busca|procurou|procuraram|procurar|pesquisou|pesquisa|searched|search|searching|looked for|look for",
  nothing:
    "sem resultado|sem resultados|nao encontrou|nenhum resultado|em vao|nao achou|no results|found nothing|in vain|without result|not found",
  stock: "estoque|esgotado|esgotada|indisponivel|acabou|falta|stock|sold out|out of stock|unavailable|availability",
  return: "devolucao|devolver|devolveu|troca|trocar|reembolso|return|returned|returns|exchange|refund",
  returning: "voltou|voltaram|recorrente|de novo|novamente|came back|returning|again|repeat",
  size: "tamanho|tamanhos|medida|medidas|dimensoes|size|sizes|sizing|fit|dimensions|measure",
  quality: "qualidade|defeito|defeitos|quebrado|quebrou|frageis|fragil|quality|defect|defective|broken|broke|flimsy",
  review: "avaliacao|avaliacoes|opiniao|opinioes|comentario|comentarios|nota|review|reviews|rating|ratings|opinion|feedback",
  form: "formulario|cadastro|cadastrar|campo|campos|endereco|form|sign up|signup|register|field|fields|address",
  trouble: "erro|erros|travou|trava|lento|nao funciona|bug|error|errors|stuck|slow|frozen|crash|rage|irritado|frustrated|frustrado",
  look: "viu|viram|ver|olhou|olharam|visitou|visitaram|visualizou|viewed|view|looked|saw|visited|browsed|glanced",
  phone: "celular|celulares|telefone|smartphone|mobile|phone|phones",
  gift: "presente|presentes|gift|gifts|present",
  night: "noite|madrugada|noturno|night|evening|late",
  complain: "reclamou|reclamacao|reclamacoes|queixa|insatisfeito|complained|complaint|complaints|unhappy|dissatisfied",
} as const;
export type Concept = keyof typeof lexicon;
export const concepts = Object.keys(lexicon).filter(isConcept);

function isConcept(name: string): name is Concept {
  return Object.hasOwn(lexicon, name);
}

/** A text's words as they are compared: folded, and stemmed in both languages, as nobody says which one it is. */
export type Stems = { word: string; pt: string; en: string }[];

export function stemsOf(text: string): Stems {
  return tokenise(text).map(({ word }) => ({ word, pt: stem(word, "pt"), en: stem(word, "en") }));
}

const single = new Map<string, Set<Concept>>();
const phrases: { words: string[]; concept: Concept }[] = [];
for (const concept of concepts) {
  for (const entry of lexicon[concept].split("|")) {
    const words = foldText(entry).split(" ");
    if (words.length > 1) phrases.push({ words, concept });
    else for (const key of new Set([entry, `pt ${stem(entry, "pt")}`, `en ${stem(entry, "en")}`])) note(key, concept);
  }
}

function note(key: string, concept: Concept): void {
  const known = single.get(key) ?? new Set();
  single.set(key, known.add(concept));
}

/** How often each concept is meant in a text. A word is one hit however many forms of it are known. */
export function conceptsIn(stems: Stems): Map<Concept, number> {
  const found = new Map<Concept, number>();
  const add = (concept: Concept) => found.set(concept, (found.get(concept) ?? 0) + 1);
  for (const { word, pt, en } of stems) {
    const own = single.get(word);
    const meant = own ?? new Set([...(single.get(`pt ${pt}`) ?? []), ...(single.get(`en ${en}`) ?? [])]);
    for (const concept of meant) add(concept);
  }
  for (const { words, concept } of phrases) {
    const last = stems.length - words.length;
    for (let at = 0; at <= last; at += 1) if (words.every((word, index) => stems[at + index]?.word === word)) add(concept);
  }
  return found;
}
