export const docsPublicChat = {
  readPublicChat: {
    title: "Ler o chat público de um site",
    text: "O que ele pode dizer, os parágrafos que poderiam ser públicos e as contagens dos últimos trinta dias.",
  },
  savePublicChat: {
    title: "Configurar o chat público de um site",
    text: "Por inteiro, com a `version` lida; 0 se nada foi salvo. As páginas dos visitantes então perguntam em `/public/v1`.",
  },
  listPublicQuestions: {
    title: "Listar o que visitantes perguntaram",
    text: "As mais novas primeiro, sem ninguém nelas. `outcome` `unanswered` mostra que textos faltam.",
  },
  forgetPublicQuestions: { title: "Apagar o que visitantes perguntaram", text: "Uma por `questionId`, ou todas do site." },
} as const;

export const fieldsPublicChat = {
  isOn: "`false` desliga",
  greeting: "Aparece quando o chat abre; vazia para a de costume",
  publicText: "O que visitantes podem ouvir além do catálogo, em parágrafos",
  publicParagraphs: "Impressões dos parágrafos das notas que podem ser ditos",
  showsPrices: "`false` não diz preços",
  showsAvailability: "`false` não diz se há em estoque",
  usesModel: "Se um modelo pode redigir respostas",
  questionsPerDay: "De todos os visitantes, 1 a 20.000",
  modelAnswersPerDay: "Respostas com ajuda de um modelo, 1 a 5.000",
  keepDays: "Por quantos dias as perguntas são guardadas, 1 a 365",
  outcome: "`answered`, `unanswered` ou `declined`",
  questionId: "Uma pergunta; sem ela, todas do site",
} as const;
