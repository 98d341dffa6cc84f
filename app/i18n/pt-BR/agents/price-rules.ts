import type { priceRules as source } from "../../en/agents/price-rules.ts";
import type { Translation } from "../../translation.ts";

/** Como cada regra deste agente se chama, o que diz do que viu e o que espera do que propõe. */
export const priceRules: Translation<typeof source> = {
  "price_lower-to-win": {
    title: "Baixar um preço para ganhar a página do produto",
    says: "Por {{priceCents}} este anúncio não ganha; por {{priceToWinCents}} ganharia. {{newPriceCents}} respeita o piso de {{floorCents}} (tarifas: {{feeRule}}, desde {{feesValidFrom}}).",
    effect: "Deve ganhar a página e deixar {{newMarginCents}} por unidade ({{newMarginPercent}}%) em vez de {{marginCents}}.",
  },
  "price_lower-to-reference": {
    title: "Aproximar um preço do mercado",
    says: "O marketplace acha {{priceCents}} alto e sugere {{suggestedCents}}. Unidades vendidas: {{unitsSold7d}} em 7 dias, {{unitsSold30d}} em 30. {{newPriceCents}} respeita o piso de {{floorCents}} (tarifas: {{feeRule}}, desde {{feesValidFrom}}).",
    effect: "Deve ficar em linha com o mercado e deixar {{newMarginCents}} por unidade ({{newMarginPercent}}%) em vez de {{marginCents}}.",
  },
  "price_lower-to-offer": {
    title: "Ficar abaixo de outro vendedor",
    says: "Outro vendedor pede menos que {{priceCents}}, e as vendas caíram (unidades: {{unitsSold7d}} em 7 dias, {{unitsSold30d}} em 30). {{newPriceCents}} respeita o piso de {{floorCents}} (tarifas: {{feeRule}}, desde {{feesValidFrom}}).",
    effect:
      "Deve ser a oferta mais barata conhecida e deixar {{newMarginCents}} por unidade ({{newMarginPercent}}%) em vez de {{marginCents}}.",
  },
  "price_lower-step": {
    title: "Baixar um preço em um passo",
    says: "De {{priceCents}} deveria ir a {{targetCents}}, e em um dia não se move mais que {{dailyCapPercent}}%. {{newPriceCents}} é o passo de hoje; o piso é {{floorCents}} (tarifas: {{feeRule}}, desde {{feesValidFrom}}).",
    effect: "Chega mais perto, ainda sem ganhar, e deixa {{newMarginCents}} por unidade ({{newMarginPercent}}%) em vez de {{marginCents}}.",
  },
  price_raise: {
    title: "Subir um preço que está na frente",
    says: "Por {{priceCents}} o anúncio está à frente do próximo preço. {{newPriceCents}} mantém a vantagem, com as tarifas de hoje ({{feeRule}}, desde {{feesValidFrom}}).",
    effect: "Deve continuar na frente e deixar {{newMarginCents}} por unidade ({{newMarginPercent}}%) em vez de {{marginCents}}.",
  },
  "price_floor-holds": {
    title: "O piso segura o preço",
    says: "O mercado pede {{targetCents}}, e ali uma unidade deixaria menos de {{leastMarginPercent}}%. O preço fica em {{priceCents}}, onde sobram {{marginCents}}.",
  },
  "price_below-floor": {
    title: "Vendido abaixo do piso",
    says: "Por {{priceCents}} uma unidade deixa {{marginCents}}, menos que os {{leastMarginPercent}}% pedidos ou menos que um preço menor deixaria. Confira o custo e o preço.",
  },
  "price_dead-zone": {
    title: "O caminho passa por uma zona morta",
    says: "De {{priceCents}} a {{targetCents}}, todo preço ao alcance rende menos que um menor, porque ali tarifas ou frete dão um salto. O preço fica.",
  },
  "price_cooling-down": {
    title: "O preço acabou de mudar",
    says: "Deveria ir de {{priceCents}} a {{targetCents}}, mas mudou há menos de {{coolDownHours}} horas. Primeiro é preciso ver o que a última mudança fez.",
  },
  "price_daily-cap": {
    title: "Já mudou o bastante hoje",
    says: "Deveria ir de {{priceCents}} a {{targetCents}}, mas já mudou {{dailyCapPercent}}% em 24 horas.",
  },
  "price_left-automated": {
    title: "O marketplace define estes preços",
    says: "{{listings}} anúncios têm preço pela regra do próprio marketplace: {{examples}}.",
  },
  "price_left-promotion": {
    title: "Há uma promoção em andamento",
    says: "{{listings}} anúncios estão em promoção e mantêm o preço até ela acabar: {{examples}}.",
  },
  "price_left-moving": {
    title: "Um preço novo está a caminho",
    says: "O marketplace está sendo avisado de outro preço para {{listings}} anúncios: {{examples}}.",
  },
  "price_left-cost-unknown": {
    title: "Ninguém sabe quanto custam",
    says: "{{listings}} anúncios estão sem produto ou sem custo, então não há piso. Informe os custos: {{examples}}.",
  },
  "price_left-cost-old": {
    title: "Os custos estão velhos",
    says: "Os custos de {{listings}} anúncios foram mexidos há tempo demais para servir de piso. Confira: {{examples}}.",
  },
  "price_left-fees-unknown": {
    title: "Nenhuma tabela cobre estes anúncios",
    says: "Ninguém sabe as tarifas de hoje de {{listings}} anúncios: {{examples}}.",
  },
  "price_left-fees-doubted": {
    title: "Cobra-se mais do que diz a tabela",
    says: "As últimas cobranças de {{listings}} anúncios foram bem maiores que a tabela. Até isso ficar claro os preços não mudam: {{examples}}.",
  },
  "price_left-shipping-unknown": {
    title: "O frete ainda não é conhecido",
    says: "Você paga o frete de {{listings}} anúncios, e nenhuma cobrança disse ainda quanto é: {{examples}}.",
  },
  "price_left-signals-old": {
    title: "O que o marketplace disse está velho",
    says: "A posição de {{listings}} anúncios não foi lida há pouco. A próxima sincronização lê: {{examples}}.",
  },
  "price_left-listed": {
    title: "O motivo não é o preço",
    says: "O marketplace deixa {{listings}} anúncios fora da disputa por motivos que não são o preço: {{examples}}.",
  },
  "price_left-winning": {
    title: "Estes ganham",
    says: "{{listings}} anúncios ganham a página do produto, e não há espaço para subir: {{examples}}.",
  },
  "price_left-elsewhere": {
    title: "Barato o bastante, e ainda não primeiro",
    says: "{{listings}} anúncios já estão no preço vencedor ou abaixo dele. Outra coisa decide, como frete ou reputação: {{examples}}.",
  },
  "price_left-in-line": {
    title: "Em linha com o mercado",
    says: "{{listings}} anúncios estão onde o mercado está: {{examples}}.",
  },
  "price_left-sells-well": {
    title: "Mais caros que outros, e vendendo",
    says: "{{listings}} anúncios custam mais que outros e vendem como antes: {{examples}}.",
  },
  "price_left-few-visits": {
    title: "Quase ninguém olha",
    says: "{{listings}} anúncios são mais caros que outros, mas pouca gente os vê para o preço ser o motivo: {{examples}}.",
  },
  "price_left-no-signal": {
    title: "Nada com que comparar",
    says: "Não há preço de mais ninguém para {{listings}} anúncios: {{examples}}.",
  },
  "price_left-for-later": {
    title: "Mais mudanças do que se propõe de uma vez",
    says: "{{listings}} mudanças esperam por uma próxima análise: {{examples}}.",
  },
  "price_feed-unknown": {
    title: "Essa lista de ofertas não existe",
    says: "A lista {{feed}} não existe. Confira o nome nos ajustes deste agente.",
  },
  "price_feed-silent": {
    title: "A lista de ofertas não respondeu",
    says: "A lista {{feed}} não respondeu. Os preços foram julgados sem as ofertas de outros vendedores.",
  },
  price_unseen: {
    title: "Nem todos os anúncios foram vistos",
    says: "{{listings}} anúncios foram vistos; os outros vêm quando houver fôlego.",
  },
};
