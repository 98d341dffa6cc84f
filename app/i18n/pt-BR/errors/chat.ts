/** O que pode dar errado ao perguntar e com o que assistentes fariam. */
export const chatErrors = {
  approvalNotFound: "Este pedido de aprovação não existe.",
  approvalExpired: "Ninguém decidiu em um dia. Peça de novo.",
  approvalDecided: "Alguém já decidiu isto.",
  approvalOwn: "O programa que pediu isto não pode aprovar o próprio pedido.",
  approvalOutdated: "O que foi mostrado já não é o que aconteceria. Peça de novo.",
  approvalUnknownTool: "Isto já não pode ser feito.",
} as const;
