/** O que quem lê a API aprende sobre os agentes. */
export const docsAgents = {
  listAgents: { title: "Listar agentes", text: "Cada um com sua agenda, sua última análise e quantas propostas suas esperam por alguém." },
  readAgent: {
    title: "Ler um agente",
    text: "Como está configurado, seus limites e o que pode fazer sozinho, e como está neste momento: fichas restantes, circuito e fila. `health` é `null` quando ele não responde.",
  },
  changeAgent: {
    title: "Alterar um agente",
    text: "Pausar ou ligar, seu ritmo, limites e ajustes, e para cada ferramenta se ele pergunta antes (`ask`) ou não (`auto`, até `actionsPerDay`). O que não vier fica como está.",
  },
  runAgent: {
    title: "Pedir uma análise",
    text: "Agora, antes de tudo o que o relógio dele começou. Com `mode` `dry` ele não muda nada além do próprio registro.",
  },
  listRuns: { title: "Listar análises", text: "As mais novas primeiro, de um agente ou de todos." },
  readRun: {
    title: "Ler o registro de um agente",
    text: "Uma análise: o que ouviu, cada conclusão com a regra, sua edição e os números por trás, e o que disse.",
  },
  listMemory: {
    title: "Ler o que os agentes lembram",
    text: "As últimas versões de cada coisa que guardam uns para os outros, e qual análise a escreveu.",
  },
  listProposals: {
    title: "Listar propostas",
    text: "O que os agentes querem ou quiseram que aconteça, as mais novas primeiro, por agente ou estado.",
  },
  readMarket: {
    title: "Ler como o mercado é observado",
    text: "Cada etapa da linha com o que espera antes dela e há quanto tempo, quanto fez e o que deu errado; as fontes; e o que foi incomum ultimamente.",
  },
  approveProposal: {
    title: "Aprovar uma proposta",
    text: "O agente a executa em seguida. O que pertence a um grupo é aprovado junto; tudo está em `decided`.",
  },
  rejectProposal: { title: "Recusar uma proposta", text: "Nada acontece. Uma análise posterior que ainda a ache certa a propõe de novo." },
  undoProposal: {
    title: "Desfazer o que foi feito",
    text: "Enquanto ainda for possível: se foi, o estado da proposta mostra; se não, `failure` diz por quê.",
  },
} as const;
