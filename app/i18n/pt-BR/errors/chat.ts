import type { chatErrors as english } from "../../en/errors/chat.ts";

export const chatErrors: Record<keyof typeof english, string> = {
  conversationNotFound: "Esta conversa não existe ou não foi compartilhada com você.",
  turnNotFound: "Esta pergunta não existe nesta conversa.",
  attachmentNotFound: "Este anexo não existe.",
  conversationOfAnother: "Só quem começou a conversa pode alterá-la.",
  conversationBusy: "Já há várias perguntas na fila desta conversa. Pergunte de novo quando elas forem respondidas.",
  attachmentTooLarge: "Cada arquivo pode ter até 5 MB.",
  attachmentKind: "Anexe uma tabela em CSV ou uma imagem em PNG, JPEG, WebP ou GIF.",
  tooManyAttachments: "Esta conversa já tem o máximo de arquivos. Comece outra.",
};
