import type { SimSeller } from "./model.ts";

export const demoSellerId = 200_300;
const otherSellerId = 200_400;
const emptySellerId = 200_500;
const depotSellerId = 200_600;
const benchSellerId = 200_700;
const neighbourSellerId = 200_800;
const homeSellerId = 200_900;
const cornerSellerId = 201_000;
const squareSellerId = 201_100;
const harbourSellerId = 201_200;
/** Sells what the demo shop shows. Its last three digits are in the numbers of its items, so they are nobody else's. */
const gardenSellerId = 201_350;
const operatorId = 200_301;

const plain = { isOperator: false, tags: ["normal", "mshops", "messages_as_seller"], forcedReputation: null };

/** Who can sign in on the consent page. */
export function createSellers(): SimSeller[] {
  return [
    { ...plain, id: demoSellerId, nickname: "LOJA DEMO", email: "vendas@lojademo.test", goods: [0, 300], orderCount: 1_400 },
    { ...plain, id: otherSellerId, nickname: "LOJA OUTRA", email: "contato@lojaoutra.test", goods: [5_000, 5_040], orderCount: 180 },
    { ...plain, id: emptySellerId, nickname: "LOJA NOVA", email: "oi@lojanova.test", goods: [0, 0], orderCount: 0 },
    {
      ...plain,
      id: depotSellerId,
      nickname: "LOJA DEPOSITOS",
      email: "estoque@lojadepositos.test",
      tags: [...plain.tags, "user_product_seller", "warehouse_management", "multiwarehouse"],
      goods: [6_000, 6_024],
      orderCount: 90,
    },
    { ...plain, id: benchSellerId, nickname: "LOJA BANCADA", email: "bancada@lojabancada.test", goods: [7_000, 7_012], orderCount: 12 },
    { ...plain, id: neighbourSellerId, nickname: "LOJA VIZINHA", email: "oi@lojavizinha.test", goods: [8_000, 8_040], orderCount: 180 },
    { ...plain, id: homeSellerId, nickname: "LOJA DO LAR", email: "oi@lojadolar.test", goods: [8_100, 8_124], orderCount: 90 },
    { ...plain, id: cornerSellerId, nickname: "LOJA DA ESQUINA", email: "oi@lojadaesquina.test", goods: [8_200, 8_224], orderCount: 60 },
    { ...plain, id: squareSellerId, nickname: "LOJA DA PRACA", email: "oi@lojadapraca.test", goods: [8_230, 8_254], orderCount: 60 },
    { ...plain, id: harbourSellerId, nickname: "LOJA DO PORTO", email: "oi@lojadoporto.test", goods: [8_260, 8_284], orderCount: 60 },
    { ...plain, id: gardenSellerId, nickname: "LOJA DO JARDIM", email: "oi@lojadojardim.test", goods: [0, 24], orderCount: 40 },
    {
      ...plain,
      id: operatorId,
      nickname: "OPERADOR DA LOJA DEMO",
      email: "operador@lojademo.test",
      isOperator: true,
      goods: [0, 0],
      orderCount: 0,
    },
  ];
}
