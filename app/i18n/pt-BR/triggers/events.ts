import type { triggerEvents as source } from "../../en/triggers/events.ts";
import type { Translation } from "../../translation.ts";
/** A que os gatilhos ficam atentos, e por onde começar. */
export const triggerEvents: Translation<typeof source> = {
  events: {
    "order-placed": "chega um pedido",
    "question-asked": "um comprador pergunta",
    "review-written": "uma avaliação é escrita",
    "advice-given": "há uma nova recomendação",
    "alert-opened": "o armazém abre um alerta",
    "pick-short": "falta mercadoria numa separação",
    "sync-ended": "uma sincronização termina",
    "proposal-made": "um agente propõe algo",
    "run-ended": "um agente fez uma análise",
    "activity-recorded": "alguém altera algo",
    "pattern-found": "um padrão é encontrado no que os compradores fazem",
    schedule: "chega a hora marcada",
  },
  sameOf: {
    "order-placed": "o mesmo canal",
    "question-asked": "o mesmo anúncio",
    "review-written": "o mesmo anúncio",
    "advice-given": "o mesmo assunto",
    "alert-opened": "o mesmo tipo na mesma zona",
    "pick-short": "a mesma posição",
    "sync-ended": "o mesmo canal",
    "proposal-made": "o mesmo agente",
    "run-ended": "o mesmo agente",
    "activity-recorded": "a mesma pessoa",
    "pattern-found": "o mesmo padrão",
    schedule: "o mesmo relógio",
  },
  templates: {
    "lost-price": { name: "Um anúncio perde o preço", text: "Avisa quando outra oferta ganha a página de catálogo." },
    "count-short-bin": {
      name: "Contar a posição após duas faltas",
      text: "Duas faltas na mesma posição em um dia, e uma contagem é proposta.",
    },
    "bad-review": { name: "Uma avaliação ruim", text: "Avisa de avaliações com até duas estrelas." },
    "big-order": { name: "Um pedido grande", text: "Avisa de pedidos a partir de 1.000." },
    "sync-failed": { name: "Um canal fora do alcance", text: "Avisa quando a sincronização de um canal falhou duas vezes em seis horas." },
    morning: { name: "Planejar o dia", text: "Em dias úteis às 8, se houver pedidos à espera, o Otimizador analisa." },
  },
};
