/** O que quem lê a API aprende sobre reclamações. */
export const docsReviews = {
  listReviewGaps: {
    title: "Listar dores dos compradores",
    text: "Do que muitos compradores reclamam ou perguntam, por produto, o que mais dói primeiro: quantas de quantas avaliações, quão grave, como evolui, citações palavra por palavra com os ids das avaliações, o que conserta, e se as reclamações caíram depois.",
  },
  decideReviewGap: {
    title: "Decidir sobre uma dor",
    text: "`fixing`, `fixed`, `dismissed`, ou `open` de novo. A partir do primeiro passo, as avaliações são comparadas com as de antes.",
  },
  noteSupplierIssue: {
    title: "Anotar uma pendência com um fornecedor",
    text: "Com a dor de que trata, que passa a contar como em conserto. Enquanto uma estiver aberta, a mesma é respondida de novo.",
  },
  listSupplierIssues: {
    title: "Listar pendências com fornecedores",
    text: "O que precisa ser resolvido com fornecedores, as mais novas primeiro.",
  },
  resolveSupplierIssue: { title: "Resolver uma pendência", text: "Ela continua na lista, como `resolved`." },
} as const;
