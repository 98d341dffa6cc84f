import type { unreached as source } from "../../en/errors/unreached.ts";
import type { Translation } from "../../translation.ts";

/** Páginas que nunca chegaram. */
export const unreached: Translation<typeof source> = {
  offline: {
    title: "Você está sem conexão",
    meaning: "Não foi possível alcançar a página porque não há rede.",
    advice: "Verifique a rede e tente de novo.",
  },
  unanswered: {
    title: "Nenhuma resposta chegou",
    meaning: "A página foi pedida, e a conexão caiu antes de ela chegar. O que você salvou antes está seguro.",
    advice: "Tente de novo. Se continuar falhando, verifique a rede.",
  },
};
