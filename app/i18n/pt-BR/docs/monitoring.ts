import type { docsMonitoring as source } from "../../en/docs/monitoring.ts";
import type { Translation } from "../../translation.ts";

export const docsMonitoring: Translation<typeof source> = {
  readFloorMetrics: {
    title: "Medir o chão do armazém",
    text: "O que foi feito nas últimas horas, por hora e por pessoa, e o que espera agora. Uma zona que não respondeu tem `null` em `metrics`.",
  },
  readEventArchive: {
    title: "Ler o arquivo de uma zona",
    text: "Os trechos de seus eventos que saíram dos próprios registros, e um deles por inteiro quando indicado em `segment`.",
  },
  listArchivedEvents: {
    title: "Procurar no arquivo de uma zona",
    text: "Eventos que saíram dos registros da zona, do mais novo ao mais antigo, por dia, número e o que tocaram. Uma página pode vir curta ou vazia onde pouco corresponde: siga enquanto houver `nextCursor`.",
  },
  listReports: { title: "Listar relatórios do armazém", text: "Dias que terminaram e foram resumidos, do mais novo ao mais antigo." },
  readReport: {
    title: "Ler um relatório do armazém",
    text: "Um dia palavra por palavra como foi guardado: o que se fez por hora e pessoa, o estoque por zona e os alertas do dia.",
  },
  listAlerts: {
    title: "Listar alertas",
    text: "O que foge do normal em uma zona, com os números da comparação, do mais novo ao mais antigo.",
  },
  acknowledgeAlert: { title: "Assumir um alerta", text: "Ele fica aberto até terminar. Pedido de novo, nada muda." },
  resolveAlert: { title: "Encerrar um alerta", text: "Se a causa continuar, ele abre de novo depois de uma hora." },
};
