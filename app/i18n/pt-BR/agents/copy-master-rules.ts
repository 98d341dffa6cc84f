import type { copyMasterRules as source } from "../../en/agents/copy-master-rules.ts";
import type { Translation } from "../../translation.ts";

export const copyMasterRules: Translation<typeof source> = {
  "copy-master_rewrite-title": {
    title: "Outro título",
    says: "{{listing}} tem nota {{score}} de 100, com {{units30d}} vendidas em 30 dias. Um título com o que se sabe do produto teria nota maior.",
    effect: "A nota sobe de {{score}} para {{scoreAfter}}.",
  },
  "copy-master_rewrite-description": {
    title: "Outra descrição",
    says: "{{listing}} tem nota {{score}} de 100, com {{units30d}} vendidas em 30 dias. Uma descrição que diz o que se sabe e o que os compradores perguntam teria nota maior.",
    effect: "A nota sobe de {{score}} para {{scoreAfter}}.",
  },
  "copy-master_details-first": {
    title: "Características primeiro",
    says: "Faltam a {{listing}} características que o marketplace quer ({{missing}}). Elas vêm antes de qualquer outro título.",
  },
  "copy-master_title-locked": {
    title: "O título está travado",
    says: "O título de {{listing}} poderia ser melhor, e o marketplace o trava depois da primeira venda.",
  },
  "copy-master_nothing-better": {
    title: "Nada melhor sem inventar",
    says: "Para {{listing}} não se conhecem outros textos que valham uma mudança.",
  },
  "copy-master_left-out": {
    title: "Textos de um modelo deixados de fora",
    says: "O que um modelo escreveu para {{listing}} não passou: {{reason}} ({{detail}}).",
  },
  "copy-master_suspicious": {
    title: "Texto suspeito",
    says: "Em torno de {{listing}} há {{suspicious}} textos que parecem ordens a uma máquina. Eles não mudaram nada.",
  },
  "copy-master_unseen": { title: "Fica para a próxima", says: "Mais {{listings}} anúncios merecem um olhar." },
};
