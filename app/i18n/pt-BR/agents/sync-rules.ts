import type { syncRules as source } from "../../en/agents/sync-rules.ts";
import type { Translation } from "../../translation.ts";

/** Como cada regra deste agente se chama, o que diz do que viu e o que espera do que propõe. */
export const syncRules: Translation<typeof source> = {
  "sync_nothing-differs": {
    title: "O canal mostra o que há",
    says: "Todos os anúncios de {{channel}} mostram o que pode ser vendido.",
  },
  "sync_drift-passing": {
    title: "Sendo avisado",
    says: "{{listings}} anúncios de {{channel}} estão recebendo um número novo. Passa sozinho: {{examples}}.",
  },
  "sync_drift-unreachable": {
    title: "Não foi possível alcançar o marketplace",
    says: "{{listings}} anúncios de {{channel}} não puderam ser avisados, o mais antigo há {{oldestMinutes}} min. Tenta-se de novo: {{examples}}.",
  },
  "sync_drift-unlinked": {
    title: "Anúncios sem estoque ligado",
    says: "{{listings}} anúncios de {{channel}} não estão ligados a um produto, ou a um que nenhum armazém teve. Ligue-os ou receba a mercadoria: {{examples}}.",
  },
  "sync_drift-refused": {
    title: "O marketplace não aceita o número",
    says: "{{channel}} não aceita o número de {{listings}} anúncios. Abra-os para ler o motivo e mude o anúncio: {{examples}}.",
  },
  "sync_drift-stopped": {
    title: "O canal não é avisado",
    says: "{{listings}} anúncios de {{channel}} diferem porque o canal está pausado, terminou ou não segue os armazéns: {{examples}}.",
  },
  "sync_drift-grew": {
    title: "Mais diferenças do que antes",
    says: "{{listings}} anúncios de {{channel}} diferem; na última vez eram {{before}}.",
  },
  "sync_drift-shrank": {
    title: "Menos diferenças do que antes",
    says: "{{listings}} anúncios de {{channel}} diferem; na última vez eram {{before}}.",
  },
  "sync_tell-again": {
    title: "Avisar o canal de novo",
    says: "{{listings}} anúncios de {{channel}} não receberam o número certo, o mais antigo há {{oldestMinutes}} min. Avisar de novo pode ajudar: {{examples}}.",
    effect: "{{listings}} anúncios são avisados de novo.",
  },
  "sync_oversell-risk": {
    title: "Mais à venda do que existe",
    says: "{{channel}} mostra {{unitsShown}} × {{sku}}, e podem ser vendidas {{unitsAvailable}}: {{unitsOver}} a mais.",
    effect: "As pessoas são avisadas de {{unitsOver}} unidades a mais à venda.",
  },
  "sync_corrected-heard": {
    title: "Mercadoria corrigida foi verificada",
    says: "Os registros de {{skus}} SKUs foram corrigidos. Somando os canais, {{listings}} anúncios diferem agora.",
  },
  sync_unseen: {
    title: "Canais não vistos por inteiro",
    says: "{{channels}} canais não puderam ser vistos até o fim desta vez: {{examples}}.",
  },
};
