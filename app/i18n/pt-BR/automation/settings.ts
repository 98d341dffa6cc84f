import type { settingNames as source } from "../../en/automation/settings.ts";
import type { Translation } from "../../translation.ts";

/** O que pessoas podem ajustar nos agentes, com unidades. Os que faltam aparecem com o próprio nome. */
export const settingNames: Translation<typeof source> = {
  historyDays: "Dias de pedidos analisados",
  leastOrders: "Pedidos necessários para julgar uma zona",
  payBackDays: "Uma mudança se paga em até, dias",
  walkMetresPerMinute: "Metros andados por minuto",
  secondsPerUnitMoved: "Segundos para manusear uma unidade",
  mostMoves: "Mudanças propostas, no máximo",
  refillBelowDays: "Repor a prateleira que dura menos de, dias",
  refillToDays: "Repor para durar, dias",
  mostRefills: "Reposições propostas, no máximo",
  waveOrders: "Pedidos à espera que formam uma onda",
  waveWaitMinutes: "Espera máxima antes de uma onda, minutos",
  mostOrdersPerWave: "Pedidos por onda, no máximo",
  ordersPerWalk: "Pedidos levados em uma caminhada",
  tellAgainAfterMinutes: "Avisar de novo depois de, minutos",
  alertFromUnits: "Alertar a partir de tantas unidades a mais",
  mostRisks: "Riscos avisados, no máximo",
  urgentWithinMinutes: "Urgente quando sai em até, minutos",
  oldTaskMinutes: "Uma tarefa é antiga depois de, minutos",
  mostReprioritised: "Tarefas adiantadas, no máximo",
  mostHoursOfWork: "Falta gente a partir de, horas de trabalho",
  mostCounts: "Contagens propostas, no máximo",
  suspectCorrections: "Correções por dia que tornam uma posição duvidosa",
  leastReviews: "Avaliações que fazem uma reclamação",
  leastQuestions: "Perguntas que dizem que falta algo",
  leastConfidencePercent: "Certeza mínima, por cento",
  mostProposals: "Propostas no máximo",
};
