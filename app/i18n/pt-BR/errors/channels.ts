import type { channelsErrors as source } from "../../en/errors/channels.ts";
import type { Translation } from "../../translation.ts";

export const channelsErrors: Translation<typeof source> = {
  channelNotFound: "Este canal não está conectado ao seu espaço de trabalho.",
  channelTokenExpired: "O marketplace não aceita mais nosso acesso. Vamos renovar e tentar de novo.",
  channelGrantEnded: "A autorização do vendedor terminou. Autorize o canal de novo.",
  channelDenied: "O marketplace não permite isso à conta conectada.",
  channelThrottled: "O marketplace pediu para irmos mais devagar. Continuamos sozinhos.",
  channelQuota: "O limite de hoje do marketplace acabou. Continuamos quando ele for renovado.",
  channelUnavailable: "O marketplace não responde agora. Vamos tentar de novo sozinhos.",
  channelMalformed: "O marketplace enviou algo que não conseguimos ler. Guardamos para analisar.",
  channelThingNotFound: "O marketplace não conhece mais isso.",
  channelRejected: "O marketplace recusou o pedido.",
  channelPaused: "Este canal está pausado. Retome-o primeiro.",
  channelErasing: "O que esta conta trouxe antes ainda está sendo apagado. Conecte-a de novo em alguns minutos.",
  channelElsewhere: "Esta conta do marketplace já está conectada a outro espaço de trabalho. Desconecte-a lá primeiro.",
  channelOtherAccount: "Você autorizou uma conta diferente da que está conectada aqui.",
};
