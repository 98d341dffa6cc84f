/** O que pode dar errado ao perguntar e com o que assistentes fariam. */
export const chatErrors = {
  approvalNotFound: "Este pedido de aprovação não existe.",
  approvalExpired: "Ninguém decidiu em um dia. Peça de novo.",
  approvalDecided: "Alguém já decidiu isto.",
  approvalOwn: "O programa que pediu isto não pode aprovar o próprio pedido.",
  approvalOutdated: "O que foi mostrado já não é o que aconteceria. Peça de novo.",
  approvalUnknownTool: "Isto já não pode ser feito.",
  questionNotUnderstood: "Esta pergunta não foi entendida.",
  answerUnavailable: "Ninguém conseguiu responder agora. Pergunte de novo em instantes.",
  conversationNotFound: "Esta conversa não existe ou não foi compartilhada com você.",
  turnNotFound: "Esta pergunta não existe nesta conversa.",
  attachmentNotFound: "Este anexo não existe.",
  conversationOfAnother: "Só quem começou a conversa pode alterá-la.",
  conversationBusy: "Já há várias perguntas na fila desta conversa. Pergunte de novo quando elas forem respondidas.",
  attachmentTooLarge: "Cada arquivo pode ter até 5 MB.",
  attachmentKind: "Anexe uma tabela em CSV ou uma imagem em PNG, JPEG, WebP ou GIF.",
  tooManyAttachments: "Esta conversa já tem o máximo de arquivos. Comece outra.",
} as const;
