/** O que quem lê a API aprende sobre modelos e o que custam. */
export const docsAi = {
  listAiProviders: {
    title: "Listar provedores de IA",
    text: "Na ordem em que são consultados. A chave nunca volta a ser mostrada: `keyHint` são as últimas letras dela.",
  },
  addAiProvider: {
    title: "Adicionar um provedor de IA",
    text: "Depois dos que existem. Workers AI recebe um `accountId`; `openai-compatible`, um `baseUrl`. Nada é gasto com um modelo cujo preço ninguém conhece: `ownPrices` o informa.",
  },
  arrangeAiProviders: { title: "Ordenar provedores de IA", text: "Todos os ids; o primeiro é consultado primeiro." },
  changeAiProvider: {
    title: "Alterar um provedor de IA",
    text: "O que não é enviado fica como está. Para um endereço de outro host, a chave precisa ser enviada de novo.",
  },
  removeAiProvider: {
    title: "Remover um provedor de IA",
    text: "Com a chave, de vez. Finalidades que só citavam este voltam à ordem geral.",
  },
  testAiProvider: {
    title: "Testar um provedor de IA",
    text: "Pede com a chave a lista de modelos, o que não custa nada, e diz no que deu.",
  },
  listAiPurposes: {
    title: "Listar finalidades da IA",
    text: "`choices` é `null` onde vale a ordem geral, e vazio onde só as regras respondem.",
  },
  chooseAiModels: { title: "Escolher modelos de uma finalidade", text: "O id é a finalidade. Só estes são consultados, nesta ordem." },
  listAiCaps: {
    title: "Listar limites da IA",
    text: "Valores em milionésimos de dólar. Um limite sem id é o da casa, até você definir outro.",
  },
  setAiCap: {
    title: "Definir um limite da IA",
    text: "Para o espaço de trabalho, uma pessoa ou um agente, por dia ou mês; sem `subjectId`, para cada um que não tem o próprio. Vale a partir da próxima chamada.",
  },
  removeAiCap: { title: "Retirar um limite da IA", text: "O do espaço de trabalho volta ao que a casa permite." },
  readAiBudget: {
    title: "Ver o uso dos limites da IA",
    text: "O que foi gasto, o que chamadas em curso reservam e quais provedores estão em repouso por um tempo.",
  },
  readAiSpend: { title: "Ver quanto a IA custa", text: "Por dia, pessoa, agente, finalidade e modelo, com previsão até o fim do mês." },
  listAiCalls: {
    title: "Listar chamadas de IA",
    text: "As mais novas primeiro. O que foi perguntado e respondido não é guardado, só quem, para quê, por quem, quanto tempo e quanto custou.",
  },
  readAiCall: { title: "Ler uma chamada de IA", text: "Com cada tentativa em cada provedor." },
} as const;
