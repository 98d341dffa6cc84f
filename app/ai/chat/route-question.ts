import type { Specialist } from "#app/domain/conversations/parts.ts";
import { specialists } from "#app/domain/conversations/parts.ts";
import type { MetricArea } from "#app/domain/metrics/kinds.ts";
import { foldText } from "#app/domain/text/normalise.ts";

type Asked = {
  question: string;
  /** What the rules took it for is about, where they took it for anything. */
  area: MetricArea | null;
  /** Who answered before: a question without a word of its own goes on there. */
  previous: Specialist | null;
};

const ofArea: Readonly<Record<MetricArea, Specialist>> = {
  sales: "sales",
  listings: "listings",
  warehouse: "floor",
  shoppers: "shoppers",
  // What models cost is money spent, and money is the business of sales.
  ai: "sales",
};

/** Beginnings of words, without accents, in both languages. */
const wordsOf: Readonly<Record<Specialist, readonly string[]>> = {
  sales: [
    ...["gmv", "order", "pedido", "sale", "sold", "venda", "vend", "revenue", "receita", "fatur", "margin", "margem", "fee", "tarifa"],
    ...["ticket", "cancel", "buyer", "comprador", "refund", "reembolso", "profit", "lucro", "shipp", "envio", "atras", "late"],
  ],
  floor: [
    ...["stock", "estoque", "warehouse", "deposito", "armazem", "pick", "separa", "bin", "endereco", "zone", "zona", "count", "contag"],
    ...[
      "return",
      "devolu",
      "wave",
      "onda",
      "pack",
      "embal",
      "cover",
      "cobertura",
      "picker",
      "separador",
      "inventory",
      "inventario",
      "run out",
    ],
  ],
  shoppers: [
    ...[
      "visit",
      "shopper",
      "visitante",
      "sessao",
      "session",
      "page",
      "pagina",
      "cart",
      "carrinho",
      "conver",
      "funnel",
      "funil",
      "view",
      "vist",
    ],
    ...[
      "bounce",
      "rejeic",
      "referr",
      "device",
      "dispositivo",
      "navega",
      "interac",
      "pattern",
      "padrao",
      "padroes",
      "hesit",
      "abandon",
      "site",
    ],
  ],
  listings: [
    ...["listing", "anuncio", "price", "preco", "paus", "title", "titulo", "photo", "foto", "question", "pergunta", "review", "avalia"],
    ...[
      "rating",
      "nota",
      "complain",
      "reclama",
      "quality",
      "qualidade",
      "competit",
      "concorr",
      "description",
      "descricao",
      "ativa",
      "activat",
    ],
  ],
};

/** Which specialist a question belongs to: by what it asks for, by its words, by who answered before; else sales. */
export function routeQuestion({ question, area, previous }: Asked): Specialist {
  if (area !== null) return ofArea[area];
  const words = foldText(question).split(/[^a-z0-9]+/);
  const scores = specialists.map((specialist) => {
    const begins = wordsOf[specialist];
    return { specialist, score: words.filter((word) => begins.some((begin) => word.startsWith(begin))).length };
  });
  const best = scores.reduce((most, one) => (one.score > most.score ? one : most));
  return best.score > 0 ? best.specialist : (previous ?? "sales");
}
