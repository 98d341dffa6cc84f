import type { receive as receiveSource, stations as source } from "../../en/floor/stations.ts";
import type { Translation } from "../../translation.ts";

/** O que se faz no tablet além das tarefas da lista. */
export const stations: Translation<typeof source> = {
  title: "Outros trabalhos",
  receive: "Receber",
  leave: "Às tarefas",
  needsLive: "Isto precisa da conexão.",
  notLive: "Sem conexão. O que você informar fica neste tablet; o último passo precisa da conexão.",
};

export const receive: Translation<typeof receiveSource> = {
  ask: {
    item: "Leia a mercadoria",
    lot: "Qual lote?",
    expiry: "Válida até quando?",
    serials: "Leia cada número",
    qty: "Quantas?",
    plate: "Em qual palete?",
    bin: "Leia onde ela está",
  },
  day: "Válida até",
  takeDay: "Usar esta data",
  noDay: "Sem data",
  noPlate: "Sem palete",
  until: "válida até {{day}}",
  serials_one: "{{count}} número lido",
  serials_other: "{{count}} números lidos",
  docks: "Por exemplo {{codes}}",
  booked: "Recebida",
  putAway: "Guardar: {{bin}}",
  home: "O lugar dela é {{bin}}. A tarefa está na lista.",
  onShelf: "Ela já está em um lugar de separação. Nada mais a fazer.",
  noHome: "Nenhum lugar comporta tudo. Pergunte a quem gerencia onde guardar.",
  more: "Leia a próxima mercadoria ou siga em frente.",
};
