/** O que quem lê a API aprende sobre perguntar e sobre o que assistentes podem fazer. */
export const docsApprovals = {
  listApprovals: {
    title: "Listar aprovações",
    text: "O que assistentes fariam e no que deu, do mais novo ao mais antigo: o que você pediu e o que você pode autorizar.",
  },
  readApproval: {
    title: "Ler uma aprovação",
    text: "O que exatamente seria feito, até quando se espera um sim e no que deu. `failure` é um código.",
  },
  approveApproval: {
    title: "Aprovar",
    text: "Faz, uma única vez, e responde com o resultado. Exige o escopo que a aprovação indica. Se o que ela mostra já não é o que aconteceria, nada é feito e ela termina como `failed`. Uma chave não aprova o que ela mesma pediu.",
  },
  refuseApproval: { title: "Recusar", text: "Nada é feito, e quem pediu fica sabendo." },
} as const;
