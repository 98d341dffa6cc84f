import type { optimizerRules as source } from "../../en/agents/optimizer-rules.ts";
import type { Translation } from "../../translation.ts";

/** Como cada regra deste agente se chama, o que diz do que viu e o que espera do que propõe. */
export const optimizerRules: Translation<typeof source> = {
  optimizer_reslot: {
    title: "Mudar mercadoria para um lugar melhor",
    says: "Levar {{units}} × {{sku}} de {{fromBin}} para {{toBin}}. Poupa {{metresPerDay}} m de caminhada por dia, leva {{minutesToMove}} min e se paga em {{paysBackDays}} dias.",
    effect: "{{metresPerDay}} m a menos por dia; {{minutesToMove}} min de transporte; se paga em {{paysBackDays}} dias.",
  },
  "optimizer_reslot-swap": {
    title: "Trocar duas mercadorias de lugar",
    says: "Passo {{step}} de {{steps}} da troca com {{otherSku}}: levar {{units}} × {{sku}} de {{fromBin}} para {{toBin}}. A troca inteira poupa {{metresPerDay}} m de caminhada por dia, leva {{minutesToMove}} min e se paga em {{paysBackDays}} dias.",
    effect:
      "Todos os passos juntos: {{metresPerDay}} m a menos por dia; {{minutesToMove}} min de transporte; se paga em {{paysBackDays}} dias.",
  },
  "optimizer_reslot-found": {
    title: "Uma ordem melhor das prateleiras",
    says: "Em {{zone}}, {{moves}} mudanças encurtariam as caminhadas de {{metresPerDayBefore}} m para {{metresPerDayAfter}} m por dia. São {{metresPerDay}} m por dia em troca de {{minutesToMove}} min de transporte, medidos em {{orders}} pedidos dos últimos {{days}} dias.",
  },
  "optimizer_reslot-settled": {
    title: "As prateleiras estão bem ordenadas",
    says: "Em {{zone}}, nenhuma mudança se paga em {{payBackDays}} dias. {{orders}} pedidos foram percorridos de novo, em média {{metresPerOrder}} m cada um.",
  },
  "optimizer_reslot-too-little": {
    title: "Poucos pedidos para julgar as prateleiras",
    says: "Houve {{orders}} pedidos; são precisos pelo menos {{least}} antes de pensar em mudar mercadoria.",
  },
  "optimizer_reslot-no-plan": {
    title: "A zona não tem planta",
    says: "Nenhuma das {{bins}} posições de {{zone}} tem corredor, por isso não dá para medir as caminhadas. Dê corredor e lugar às posições.",
  },
  "optimizer_reslot-no-spare": {
    title: "Sem prateleira vazia para a troca",
    says: "Em {{zone}}, trocar duas mercadorias de lugar pouparia caminhada, mas nenhuma prateleira vazia comporta uma delas enquanto isso.",
  },
  "optimizer_reslot-stays-no-place": {
    title: "Mercadoria sem lugar conhecido",
    says: "{{skus}} SKUs estão em posições sem corredor e ficaram onde estão: {{examples}}.",
  },
  "optimizer_reslot-stays-spread": {
    title: "Mercadoria em vários lugares",
    says: "{{skus}} SKUs estão em várias prateleiras ou só na reserva e ficaram onde estão: {{examples}}.",
  },
  "optimizer_reslot-stays-mixed": {
    title: "Mercadoria que divide prateleira",
    says: "{{skus}} SKUs dividem a prateleira com outros produtos, lotes ou paletes e ficaram onde estão: {{examples}}.",
  },
  "optimizer_reslot-stays-expiring": {
    title: "Mercadoria perto do vencimento",
    says: "{{skus}} SKUs têm lotes que vencem antes de a mudança se pagar e ficaram onde estão: {{examples}}.",
  },
  "optimizer_reslot-stays-reserved": {
    title: "Mercadoria prometida a pedidos",
    says: "{{skus}} SKUs estão prometidos a pedidos e ficaram onde estão: {{examples}}.",
  },
  "optimizer_reslot-stays-on-hold": {
    title: "Mercadoria retida ou danificada",
    says: "{{skus}} SKUs estão retidos ou danificados e ficaram onde estão: {{examples}}.",
  },
  "optimizer_reslot-stays-blocked": {
    title: "Mercadoria em posições bloqueadas",
    says: "{{skus}} SKUs estão em posições bloqueadas e ficaram onde estão: {{examples}}.",
  },
  "optimizer_reslot-stays-busy": {
    title: "Mercadoria em que alguém trabalha",
    says: "{{skus}} SKUs estão onde há tarefa aberta e ficaram onde estão: {{examples}}.",
  },
  "optimizer_replenish-orders-wait": {
    title: "Repor uma prateleira que pedidos esperam",
    says: "Trazer {{units}} × {{sku}} de {{fromBin}} para {{toBin}} agora: há mais prometido do que a prateleira tem.",
    effect: "Depois haverá {{unitsAfter}} unidades além do prometido, o bastante para {{daysOfCover}} dias.",
  },
  "optimizer_replenish-below-min": {
    title: "Repor uma prateleira que está acabando",
    says: "Trazer {{units}} × {{sku}} de {{fromBin}} para {{toBin}}: restam {{unitsThere}}, saem {{unitsPerDay}} por dia e nunca devia haver menos de {{min}}.",
    effect: "Depois haverá {{unitsAfter}} unidades, o bastante para {{daysOfCover}} dias.",
  },
  "optimizer_replenish-wave": {
    title: "Repor uma prateleira antes da próxima onda",
    says: "Trazer {{units}} × {{sku}} de {{fromBin}} para {{toBin}}: há {{unitsThere}}, e os pedidos à espera querem {{unitsWaiting}}.",
    effect: "Depois haverá {{unitsAfter}} unidades, o bastante para {{daysOfCover}} dias.",
  },
  "optimizer_reserve-short": {
    title: "A reserva está acabando",
    says: "De {{skus}} SKUs a reserva tem menos do que as prateleiras precisam: {{examples}}. Compre ou transfira.",
  },
  "optimizer_replenish-no-face": {
    title: "Mercadoria sem prateleira",
    says: "Pedidos esperam por {{skus}} SKUs que estão na reserva e não têm prateleira própria: {{examples}}.",
  },
  "optimizer_release-wave": {
    title: "Liberar pedidos à espera",
    says: "{{waiting}} pedidos podem ser atendidos agora, o mais antigo espera há {{oldestWaitsMinutes}} min. Liberar {{orders}} deles, com {{lines}} linhas, numa onda: {{walks}} caminhadas de {{metresTogether}} m em vez de {{metresOneByOne}} m um a um.",
    effect: "{{orders}} pedidos, {{walks}} caminhadas, {{metresSaved}} m a menos do que um a um.",
  },
  "optimizer_wave-waits": {
    title: "Pedidos ainda se juntam",
    says: "{{waiting}} pedidos esperam, o mais antigo há {{oldestWaitsMinutes}} min. São liberados juntos a partir de {{least}} pedidos ou {{mostMinutes}} min.",
  },
  "optimizer_wave-cannot": {
    title: "Pedidos que não dá para atender agora",
    says: "{{orders}} pedidos à espera ficaram de fora: não prontos, sem produto, ou pedem mais do que há sem promessa: {{examples}}.",
  },
  optimizer_unseen: {
    title: "Zonas não vistas",
    says: "{{zones}} zonas não responderam ou não puderam ser vistas desta vez: {{examples}}.",
  },
};
