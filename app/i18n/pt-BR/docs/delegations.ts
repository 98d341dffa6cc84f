/** O que quem lê a API aprende sobre tarefas dadas por outros agentes. */
export const docsDelegations = {
  listDelegations: {
    title: "Listar tarefas delegadas",
    text: "O que agentes de terceiros pediram por A2A e em que pé está, o que mudou por último primeiro. O próprio agente pergunta em `/a2a` e só vê o que é dele.",
  },
  readDelegation: {
    title: "Ler uma tarefa delegada",
    text: "Tudo o que foi dito e entregue, e que servidores ficam sabendo. `reason` é um código: por que terminou sem resposta, ou o que espera.",
  },
  cancelDelegation: { title: "Interromper uma tarefa delegada", text: "Encerra o trabalho em até um segundo e avisa quem a acompanha." },
} as const;
