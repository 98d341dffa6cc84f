import type { errors as source } from "../en/errors.ts";
import type { Translation } from "../translation.ts";

export const errors: Translation<typeof source> = {
  requestId: "Código da requisição",
  home: "Ir para a página inicial",
  back: "Voltar",
  retry: "Tentar de novo",
  whatNow: "O que fazer",
  notFound: {
    title: "Não há nada neste endereço",
    meaning: "A página foi movida ou removida, ou pertence a um espaço do qual você não faz parte.",
    advice: "Confira o endereço ou recomece pela visão geral.",
  },
  forbidden: {
    title: "Seu papel não permite isto",
    meaning: "Você entrou, mas esta página ou ação exige uma permissão que você não tem. Nada foi alterado.",
    advice: "Peça acesso ao dono ou a um administrador do seu espaço.",
  },
  unauthorized: {
    title: "Entre para continuar",
    meaning: "Sua sessão terminou ou foi encerrada em outro aparelho.",
    advice: "Entre de novo; você voltará para onde estava.",
  },
  rateLimited: {
    title: "Muitas requisições em pouco tempo",
    meaning: "Para proteger todos os espaços, reduzimos o ritmo. Nada se perdeu.",
    advice: "Espere um minuto e tente de novo.",
  },
  conflict: {
    title: "Alguém mudou isto antes de você",
    meaning: "O que você editava tem uma versão mais nova, por isso sua mudança não foi salva.",
    advice: "Recarregue para ver a versão mais nova e refaça a mudança.",
  },
  server: {
    title: "Não foi possível preparar esta página",
    meaning: "Algo falhou do nosso lado. O que você salvou antes está seguro.",
    advice: "Tente de novo em instantes. Se continuar falhando, envie-nos o código abaixo.",
  },
  client: {
    title: "Esta requisição foi recusada",
    meaning: "O servidor entendeu, mas não pôde aceitar. Nada foi alterado.",
    advice: "Volte, confira o que você preencheu e tente de novo.",
  },
  offline: {
    title: "Você está sem conexão",
    meaning: "Não foi possível alcançar a página porque não há rede.",
    advice: "Verifique a rede e tente de novo.",
  },
};
