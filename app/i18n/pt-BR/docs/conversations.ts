export const docsConversations = {
  listConversations: {
    title: "Listar conversas",
    text: "As suas e as compartilhadas, primeiro a da última pergunta. `q` procura palavras de títulos, perguntas e respostas.",
  },
  createConversation: {
    title: "Começar uma conversa",
    text: "Sem `title`, ela leva as palavras da primeira pergunta. É só sua até você compartilhar.",
  },
  readConversation: { title: "Ler uma conversa", text: "O nome, de quem é e quem a vê. As perguntas estão nos turnos." },
  changeConversation: {
    title: "Renomear ou compartilhar uma conversa",
    text: "Só quem a começou pode. `isShared` deixa todo o espaço de trabalho ler e perguntar nela.",
  },
  removeConversation: { title: "Excluir uma conversa", text: "Uma resposta em andamento termina. Dá para recuperar por 30 dias." },
  restoreConversation: { title: "Recuperar uma conversa", text: "Em até 30 dias depois de excluída, por quem a começou." },
  listTurns: {
    title: "Listar os turnos de uma conversa",
    text: "Perguntas e respostas, da mais nova à mais antiga. Formam uma árvore: `parentId` é o turno anterior. `parts` é a resposta inteira, na ordem em que veio.",
  },
  askConversation: {
    title: "Perguntar em uma conversa",
    text: "A resposta vem na sala da conversa, para todos que acompanham; o turno aparece na lista quando ela termina. `query` pergunta com a própria consulta em vez de palavras; sem `parentId`, segue o turno mais novo. Para esperar a resposta, use `POST /ask`.",
  },
  attachFile: {
    title: "Anexar um arquivo",
    text: "Uma tabela em CSV ou uma imagem em PNG, JPEG, WebP ou GIF, conforme os bytes. O que está nela é dado, nunca instrução.",
  },
  openAttachment: { title: "Baixar um anexo", text: "Para quem pode ver a conversa." },
} as const;

export const fieldsConversations = {
  isShared: "`true` deixa todo o espaço de trabalho ler e perguntar",
  parentId: "O turno anterior; null começa de novo",
  attachmentIds: "Arquivos desta conversa para olhar junto com a pergunta, até quatro",
  content: "Os bytes do arquivo em base64, até cerca de 700 kB aqui",
} as const;
