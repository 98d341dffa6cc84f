import type { answersErrors as source } from "../../en/errors/answers.ts";
import type { Translation } from "../../translation.ts";

export const answersErrors: Translation<typeof source> = {
  artifactNotFound: "Isto não foi guardado, ou é de outra pessoa.",
  dashboardNotFound: "Este painel não existe, ou é de outra pessoa.",
  pinNotFound: "Isto não está mais fixado.",
  scheduleNotFound: "Este e-mail não está mais agendado.",
  tooManyArtifacts: "Já há tantas respostas guardadas quanto um espaço de trabalho pode ter. Exclua algumas antes.",
  tooManyDashboards: "Já há tantos painéis quanto um espaço de trabalho pode ter. Exclua um antes.",
  tooManySchedules: "Já há tantos e-mails agendados quanto um espaço de trabalho pode ter. Remova um antes.",
  boardFull: "Este painel está cheio. Desafixe algo ou use outro.",
  defaultIsShared: "O painel que abre primeiro é de todos. Compartilhe-o antes, ou deixe outro abrir primeiro.",
  notYours: "Só a pessoa dona pode tirar isto dos outros.",
  onlyReportsHaveMany: "Só um relatório tem várias respostas.",
  privateToOthers: "O que é privado só é enviado a você. Compartilhe antes.",
};
