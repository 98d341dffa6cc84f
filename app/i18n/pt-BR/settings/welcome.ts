import type { settingsWelcome as source } from "../../en/settings/welcome.ts";
import type { Translation } from "../../translation.ts";

export const settingsWelcome: Translation<typeof source> = {
  title: "Prepare seu espaço de trabalho",
  progress: "Passo {{step}} de {{total}}",
  steps: { name: "Nome", timeZone: "Fuso", currency: "Moeda", done: "Pronto" },
  name: {
    title: "Como se chama seu espaço de trabalho?",
    text: "A equipe vê este nome nos convites e no canto de cada página.",
    label: "Nome do espaço de trabalho",
  },
  timeZone: {
    title: "Onde começa o seu dia?",
    text: "Relatórios e exportações seguem este fuso. Cada pessoa pode escolher outro para a própria tela.",
    label: "Fuso horário",
    guessed: "Sugerido pelo seu navegador.",
  },
  currency: {
    title: "Em que moeda você faz as contas?",
    text: "Totais e margens aparecem nesta moeda.",
    label: "Moeda",
    guessed: "Sugerida pelo seu idioma.",
    example: "Uma venda aparece como {{amount}}.",
  },
  next: "Continuar",
  back: "Voltar",
  skip: "Pular por enquanto",
  skipHint: "Tudo isto pode ser mudado depois, em Configurações.",
  finish: "Concluir",
  done: {
    title: "Tudo pronto em {{name}}",
    text: "Seu dia começa em {{zone}}, e as contas são em {{currency}}.",
    channelTitle: "Conecte um canal",
    channelText:
      "Canal é um lugar onde você vende. Conectado, ele traz anúncios, pedidos, perguntas e avaliações sozinho, e o estoque fica certo em toda parte.",
    channelGo: "Escolher um marketplace",
    overviewGo: "Ir para a visão geral",
    teamTitle: "Convide sua equipe",
    teamText: "Dê a cada pessoa o papel que combina com o trabalho dela: conduzir o armazém, separar, ler os números ou só olhar.",
    teamGo: "Convidar alguém",
  },
};
