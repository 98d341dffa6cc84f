/** O que quem lê a API aprende sobre padrões. */
export const docsPatterns = {
  listPatterns: {
    title: "Listar padrões",
    text: "O que se repete no que os compradores fazem, o mais forte primeiro: os fatos de que se faz a frase, em quantas de quantas sessões, com que certeza depois de tudo o que foi testado, com que força, e a mudança em relação ao período anterior. Sem `state`, todos menos os deixados de lado. `observed` não é um padrão, e sim o que aconteceu no período, dito por menos gente que viesse: não foi testado contra o acaso, a certeza é 0, `effectPerMille` é a parcela e `facts` diz onde ela também pode estar.",
  },
  readPattern: { title: "Ler um padrão", text: "Com interações em que ele aparece, enquanto ainda guardadas." },
  decidePattern: { title: "Decidir sobre um padrão", text: "`pinned` mantém à vista, `dismissed` deixa de lado, `open` desfaz os dois." },
  pinPattern: { title: "Fixar um padrão", text: "Ele fica, mesmo quando uma contagem posterior não o encontra mais." },
  dismissPattern: {
    title: "Deixar um padrão de lado",
    text: "Com o motivo. Continua de lado por mais vezes que apareça no mesmo período.",
  },
  restorePattern: { title: "Retomar um padrão", text: "Volta à lista como se ninguém tivesse decidido." },
  advisePattern: {
    title: "Fazer de um padrão uma recomendação",
    text: "Fica entre as recomendações até que se decida, se resolve quando o padrão não aparece mais e é medida depois de aplicada. Pedida duas vezes, existe uma só.",
  },
  readPatternPeriod: {
    title: "Ler a contagem de um período",
    text: "Até onde as sessões chegaram, onde saíram do checkout, em que horas da semana começaram e quando foi contado. Sem `startDay`, o último que foi contado.",
  },
} as const;

export const fieldsPatterns = {
  nature: "`found`: o que se afirma do período; `observed`: o que só se descreve dele. Sem ele, ambos",
  period: "`day`, `week`, `month`, `year` ou `all`",
  startDay: "O primeiro dia, como `2026-11-23`, no fuso horário do espaço de trabalho",
} as const;
