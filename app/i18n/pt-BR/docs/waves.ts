import type { docsWaves as source, fieldsWaves as fields } from "../../en/docs/waves.ts";
import type { Translation } from "../../translation.ts";

/** O que quem lê a API aprende das ondas. */
export const docsWaves: Translation<typeof source> = {
  previewRelease: {
    title: "Prever uma liberação",
    text: "Lotes, paradas e metros ao lado de um percurso por pedido, pelo lugar em que a mercadoria está agora. Recebe o mesmo que uma liberação e nada libera.",
  },
  listWaves: { title: "Listar ondas", text: "A mais nova primeiro, com quanto de cada uma está separado." },
  readWave: { title: "Ler uma onda", text: "Lote a lote: pedidos, unidades separadas, separações abertas e quem separa." },
  listReleaseRules: {
    title: "Listar as regras de liberação",
    text: "Uma por armazém: quando os pedidos se liberam sozinhos. `version` é 0 onde ainda não há nenhuma.",
  },
  saveReleaseRule: {
    title: "Salvar uma regra de liberação",
    text: "Do armazém cujo id está no endereço. Os pedidos são liberados a cada tantos minutos, quando tantos esperam, ou antes da coleta, o que vier primeiro.",
  },
  lookAtRule: {
    title: "Perguntar o que uma regra liberaria agora",
    text: "Se é hora, por quê, quais pedidos iriam e como seriam percorridos. Nada é liberado.",
  },
};

export const fieldsWaves: Translation<typeof fields> = {
  maxWeightGrams: "O que pode ir dentro",
  lengthMm: "Em milímetros; de uma caixa, a medida interna",
  cartons: "Em quais foi, e o que de cada linha em qual",
  isActive: "`false` tira de uso",
  batching: "`each`, ou até `most` `orders` ou `litres` por percurso",
  everyMinutes: "Enquanto houver pedido esperando; `null` para não ir pelo relógio",
  whenWaiting: "Quantos pedidos; `null` para não ir por número",
  cutOffs: "Quando a transportadora vem, segunda é o dia 1",
  leadMinutes: "Quanto antes disso os pedidos são liberados",
  channelIds: "Vazio significa todos",
};
