/** O que quem lê a API aprende sobre perguntar e sobre o que assistentes podem fazer. */
export const docsApprovals = {
  ask: {
    title: "Perguntar",
    text: "Uma pergunta em inglês ou português, respondida com a consulta que se entendeu, as linhas dela e uma frase. `source` diz se foram regras ou um modelo; todo número está nas linhas. Com `conversationId`, continua o que já foi perguntado ali. Uma ordem nunca é executada: o que ela faria vem em `approvals`. O que não se entende é 422 `not_understood`, com `suggestions`.",
  },
  listAskedApprovals: {
    title: "Listar aprovações",
    text: "O que assistentes fariam e no que deu, do mais novo ao mais antigo: o que você pediu e o que você pode autorizar.",
  },
  readAskedApproval: {
    title: "Ler uma aprovação",
    text: "O que exatamente seria feito, até quando se espera um sim e no que deu. `failure` é um código.",
  },
  approveAsked: {
    title: "Aprovar",
    text: "Faz, uma única vez, e responde com o resultado. Exige o escopo que a aprovação indica. Se o que ela mostra já não é o que aconteceria, nada é feito e ela termina como `failed`. Uma chave não aprova o que ela mesma pediu.",
  },
  refuseAsked: { title: "Recusar", text: "Nada é feito, e quem pediu fica sabendo." },
} as const;
