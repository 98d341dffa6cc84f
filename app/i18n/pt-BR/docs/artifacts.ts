import type { docsArtifacts as source } from "../../en/docs/artifacts.ts";
import type { Translation } from "../../translation.ts";

export const docsArtifacts: Translation<typeof source> = {
  listArtifacts: {
    title: "Listar respostas guardadas",
    text: "As mais novas primeiro: as compartilhadas e as suas. `search` procura em títulos e notas.",
  },
  createArtifact: {
    title: "Guardar uma resposta",
    text: "Cada seção é uma consulta tipada; só um `report` tem várias. O resultado de agora fica guardado ao lado da pergunta.",
  },
  readArtifact: {
    title: "Ler uma resposta guardada",
    text: "As perguntas são feitas de novo com os seus direitos: cada resposta tem seu próprio `state`. `pictures` mostra como era ao ser guardada.",
  },
  changeArtifact: { title: "Alterar uma resposta guardada", text: "Título, nota ou quem vê. Só a pessoa dona a tira dos outros." },
  removeArtifact: { title: "Excluir uma resposta guardada", text: "Pode ser recuperada por 30 dias." },
  restoreArtifact: { title: "Recuperar uma resposta guardada", text: "Até 30 dias depois de excluída." },
  readArtifactFile: { title: "Baixar uma resposta guardada", text: "`as=csv` para linhas, `as=pdf` para páginas com desenhos e tabelas." },
  listDashboards: { title: "Listar painéis", text: "Os mais novos primeiro: os compartilhados e os seus." },
  createDashboard: { title: "Criar um painel", text: "Com `isStarter` ele começa com os números que a maioria das lojas olha." },
  readDashboard: { title: "Ler um painel", text: "Com todas as respostas, cada uma com seu próprio `state`." },
  changeDashboard: {
    title: "Alterar um painel",
    text: "Nome, quem vê, se abre primeiro, ou um `period` no lugar do de cada resposta; `null` devolve os delas.",
  },
  removeDashboard: { title: "Excluir um painel", text: "Com tudo o que está fixado nele. Pode ser recuperado por 30 dias." },
  restoreDashboard: { title: "Recuperar um painel", text: "Até 30 dias depois de excluído." },
  arrangePins: { title: "Arrumar um painel", text: "Os ids de tudo o que está fixado, na nova ordem." },
  readDashboardFile: { title: "Baixar um painel", text: "`as=csv` para linhas, `as=pdf` para páginas com desenhos e tabelas." },
  pinAnswer: {
    title: "Fixar uma resposta",
    text: "No painel indicado, ou no padrão do espaço de trabalho, que é criado quando não há nenhum.",
  },
  readPin: { title: "Ler uma resposta fixada", text: "Perguntada de novo, no período do seu painel." },
  changePin: { title: "Alterar uma resposta fixada", text: "O título ou o tamanho." },
  removePin: { title: "Desafixar uma resposta", text: "O que foi guardado dela em outro lugar continua." },
  listSchedules: {
    title: "Listar e-mails agendados",
    text: "Os mais novos primeiro, do que você pode ver. `subjectId` limita a uma resposta guardada ou painel.",
  },
  createSchedule: {
    title: "Agendar um e-mail",
    text: "Para membros, em uma hora do relógio do espaço de trabalho. Cada um recebe os números que pode ver.",
  },
  readSchedule: { title: "Ler um e-mail agendado", text: "Quando sai o próximo, e para quem." },
  changeSchedule: { title: "Alterar um e-mail agendado", text: "Ritmo, pessoas, ou se está ligado. Quem cancelou continua fora." },
  removeSchedule: { title: "Encerrar um e-mail agendado", text: "Com o histórico do que enviou." },
  sendScheduleNow: { title: "Enviar um agora", text: "Só para você. Pedido duas vezes no mesmo minuto, é um só." },
  listSendings: { title: "Listar o que foi enviado", text: "Os mais novos primeiro: a quem, para quando era, e o que aconteceu." },
  followSchedule: { title: "Sair de um e-mail, ou voltar a receber", text: "Só a sua parte dele." },
};
