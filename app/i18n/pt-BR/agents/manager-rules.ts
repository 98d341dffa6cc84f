import type { managerRules as source } from "../../en/agents/manager-rules.ts";
import type { Translation } from "../../translation.ts";

/** Como cada regra deste agente se chama, o que diz do que viu e o que espera do que propõe. */
export const managerRules: Translation<typeof source> = {
  trigger_asks: {
    title: "Um gatilho pede isto",
    says: "O gatilho “{{trigger}}” disparou, e isto é o que ele propõe.",
  },
  manager_understaffed: {
    title: "Pouca gente para o que espera",
    says: "Em {{zone}}, {{picks}} separações esperam por {{people}} pessoas: {{hoursOfWork}} horas de trabalho a {{linesPerPersonHour}} linhas por hora cada uma. {{peopleNeeded}} pessoas levariam {{mostHours}} horas.",
    effect: "São pedidas {{peopleNeeded}} pessoas.",
  },
  manager_staffed: {
    title: "Gente suficiente",
    says: "Em {{zone}}, {{picks}} separações são {{hoursOfWork}} horas de trabalho para as {{people}} pessoas de lá; até {{mostHours}} horas está bem.",
  },
  "manager_pace-learning": {
    title: "O ritmo ainda está sendo aprendido",
    says: "{{picks}} separações esperam. Houve separação aqui em {{hours}} horas do último dia; são precisas {{hoursNeeded}} para conhecer o ritmo.",
  },
  "manager_reprioritise-promise": {
    title: "Adiantar o que precisa sair logo",
    says: "{{goods}} de {{bin}} em {{zone}}: o pedido precisa sair em {{minutes}} min. Prioridade {{priority}} em vez de {{priorityBefore}}.",
    effect: "Prioridade {{priority}} em vez de {{priorityBefore}}.",
  },
  "manager_reprioritise-late": {
    title: "Adiantar o que está atrasado",
    says: "{{goods}} de {{bin}} em {{zone}}: o pedido devia ter saído há {{minutes}} min. Prioridade {{priority}} em vez de {{priorityBefore}}.",
    effect: "Prioridade {{priority}} em vez de {{priorityBefore}}.",
  },
  "manager_reprioritise-age": {
    title: "Adiantar o que espera há muito",
    says: "A tarefa de {{goods}} em {{zone}} espera há {{minutes}} min. Prioridade {{priority}} em vez de {{priorityBefore}}.",
    effect: "Prioridade {{priority}} em vez de {{priorityBefore}}.",
  },
  "manager_count-oversold": {
    title: "Contar mercadoria vendida a mais",
    says: "Há mais {{sku}} à venda ({{unitsShown}}) do que pode ser vendido ({{unitsAvailable}}). Contar {{bin}} em {{zone}}, onde está a maior parte.",
    effect: "{{bin}} é contada.",
  },
  "manager_count-corrected": {
    title: "Contar uma posição corrigida várias vezes",
    says: "{{bin}} em {{zone}} foi corrigida {{corrections}} vezes em um dia ({{examples}}). Uma contagem diz o que há de verdade.",
    effect: "{{bin}} é contada.",
  },
  "manager_count-contradicts": {
    title: "Contar uma posição que se contradiz",
    says: "Separações abertas querem {{unitsAsked}} × {{sku}} de {{bin}} em {{zone}}, onde os registros têm {{unitsThere}}.",
    effect: "{{bin}} é contada.",
  },
  "manager_stock-corrected": {
    title: "A sincronização soube das correções",
    says: "Os registros de {{skus}} SKUs em {{zone}} foram corrigidos desde a última vez: {{examples}}. Canais podem mostrar o que já não há.",
  },
  "manager_ask-replenishment": {
    title: "O otimizador foi chamado para repor",
    says: "Em {{zone}}, as separações não deixam nada nas prateleiras de {{skus}} SKUs enquanto a reserva tem: {{examples}}.",
  },
  "manager_ask-wave": {
    title: "O otimizador foi chamado para uma onda",
    says: "Em {{warehouse}}, {{waiting}} pedidos poderiam ser separados, o mais antigo espera há {{oldestWaitsMinutes}} min. {{people}} pessoas têm {{picks}} separações pela frente.",
  },
  "manager_moves-heard": {
    title: "Uma ordem melhor espera decisão",
    says: "Para {{zone}}, {{moves}} mudanças esperam decisão. Poupariam {{metresPerDay}} m de caminhada por dia.",
  },
  manager_unseen: {
    title: "Zonas não vistas",
    says: "{{zones}} zonas não responderam ou não puderam ser vistas desta vez: {{examples}}.",
  },
};
