import type { receive as receiveSource, stations as source, stationWrong as wrongSource } from "../../en/floor/stations.ts";
import type { Translation } from "../../translation.ts";

/** O que se faz no tablet além das tarefas da lista. */
export const stations: Translation<typeof source> = {
  title: "Outros trabalhos",
  receive: "Receber",
  pack: "Embalar",
  plates: "Paletes",
  approve: "Aprovações",
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

/** Por que uma leitura não vale em um posto. */
export const stationWrong: Translation<typeof wrongSource> = {
  details: "Esta etiqueta não diz a mercadoria: {{saw}}",
  dayWrong: "Esta data não existe.",
  lotWrong: "Um lote tem letras, números e sinais, no máximo 40.",
  tooLarge: "Este número é grande demais.",
  needsPlate: "Leia um palete agora.",
  needsPlace: "Leia uma posição ou outro palete agora.",
  moveOffered: "Leia esta posição de novo para mover o palete para cá.",
  samePlate: "Um palete não pode ficar dentro de si mesmo.",
  calledOff: "O comprador cancelou este pedido. Devolva a mercadoria.",
  needsOrder: "Leia um pedido, um palete ou a mercadoria agora.",
  noOrder: "Nenhum pedido aqui espera por isto.",
  notInOrder: "Isto não é deste pedido. Tire da caixa.",
  enoughOfIt: "Já há o suficiente disto na caixa. Tire.",
  trackingWrong: "Um código tem no máximo 60 caracteres visíveis.",
};
