import type { Random } from "#app/platform/seeded-random.ts";
import { createRandom, pick, weightedPicker, whole } from "./random.ts";
import { addComment, type SimComment, type SimOrder, type SimShop } from "./world.ts";

const openings: Record<number, readonly string[]> = {
  5: ["Amei!", "Produto excelente.", "Superou minhas expectativas!", "Muito bom mesmo.", "Perfeito, igual ao anúncio."],
  4: ["Gostei bastante.", "Bom produto.", "Recomendo.", "Atendeu o que eu precisava."],
  3: ["É razoável.", "Mais ou menos.", "Esperava um pouco mais."],
  2: ["Não gostei muito.", "Qualidade abaixo do esperado."],
  1: ["Péssimo.", "Não recomendo.", "Veio com defeito."],
};
const details: Record<number, readonly string[]> = {
  5: [
    "Chegou antes do prazo e bem embalado.",
    "Ótimo acabamento, vale cada centavo.",
    "Comprarei novamente com certeza!",
    "Vendedor atencioso, nota 10.",
    "",
  ],
  4: ["Só a embalagem que veio um pouco amassada.", "Entrega no prazo certinho.", "O tamanho é um pouco menor do que imaginei.", ""],
  3: ["A cor é diferente da foto.", "Demorou para chegar.", "Funciona, mas o material é simples."],
  2: ["Veio riscado e o manual não está em português.", "Parou de funcionar em uma semana."],
  1: ["Chegou quebrado e ainda não tive resposta.", "Mandaram a voltagem errada.", "Faltou peça na caixa."],
};
const replies = [
  "Agradecemos a compra! Volte sempre.",
  "Sentimos muito pelo ocorrido, já enviamos uma mensagem para resolver.",
  "Obrigado pela avaliação!",
];
const pickRating = weightedPicker([4, 3, 7, 18, 68]);
const dayS = 86_400;

/** Four in ten buyers write something once their parcel is there. */
export function makeComments(shop: SimShop, seed: number, nowS: number): void {
  const random = createRandom(seed, shop.shopId, "comments");
  const written = shop.orders
    .filter((order) => order.status === "COMPLETED" && order.deliverS !== null)
    .flatMap((order) => {
      const createS = (order.deliverS ?? 0) + whole(random, 1, 6 * dayS);
      return random() < 0.4 && createS < nowS ? [writeComment(random, shop, order, createS)] : [];
    });
  for (const comment of written.sort((a, b) => a.createS - b.createS)) addComment(shop, comment);
}

function writeComment(random: Random, shop: SimShop, order: SimOrder, createS: number): SimComment {
  const line = pick(random, order.lines);
  const rating = order.returned === null ? pickRating(random) + 1 : whole(random, 1, 2);
  const text = [pick(random, openings[rating] ?? [""]), pick(random, details[rating] ?? [""])].filter(Boolean).join(" ");
  return {
    commentId: commentIdOf(shop, order.sn),
    itemId: line.itemId,
    modelId: line.modelId,
    orderSn: order.sn,
    buyerName: order.buyerName,
    rating,
    text: random() < 0.08 ? "" : text,
    reply: random() < (rating <= 3 ? 0.5 : 0.15) ? pick(random, replies) : "",
    createS,
  };
}

export function commentIdOf(shop: SimShop, key: string): number {
  const random = createRandom("comment", shop.shopId, key);
  return 8_000_000_000 + whole(random, 0, 999_999_999);
}
