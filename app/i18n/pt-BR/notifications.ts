import type { notifications as source } from "../en/notifications.ts";
import type { Translation } from "../translation.ts";

export const notifications: Translation<typeof source> = {
  title: "Notificações",
  state_one: "{{count}} nova.",
  state_other: "{{count}} novas.",
  stateNone: "Você já viu tudo.",
  tabs: { label: "Quais notificações", all: "Todas", unread: "Não lidas" },
  list: "Notificações",
  new: "nova",
  markRead: "Marcar como lida",
  markReadLabel: "Marcar como lida: {{text}}",
  markUnread: "Marcar como não lida",
  markUnreadLabel: "Marcar como não lida: {{text}}",
  markAll: "Marcar todas como lidas",
  markedUnread: "Marcada como não lida",
  markedRead_one: "{{count}} notificação marcada como lida",
  markedRead_other: "{{count}} notificações marcadas como lidas",
  emptyTitle: "Nenhuma notificação ainda",
  emptyText: "Quando alguém entra, seu papel muda ou uma chave é criada, você fica sabendo aqui primeiro, sem recarregar a página.",
  unreadEmptyTitle: "Nada de novo",
  unreadEmptyText: "Você já leu tudo. As próximas notificações aparecem aqui sozinhas.",
  showAll: "Mostrar todas",
  kinds: {
    "member-joined": { title: "{{name}} entrou na equipe", text: "Ver a equipe" },
    "role-changed": { title: "{{byName}} mudou seu papel para {{role}}", text: "Ver o que você pode fazer agora" },
    "export-ready": { title: "Sua exportação de {{rows}} linhas está pronta", text: "Baixar na auditoria" },
    "export-failed": { title: "Não foi possível fazer sua exportação", text: "Tentar de novo na auditoria" },
    "api-key-expiring": { title: "A chave de API “{{name}}” vence em até uma semana", text: "Criar uma nova antes disso" },
    "api-key-created": { title: "{{byName}} criou a chave de API “{{name}}”", text: "Ver todas as chaves" },
    welcome: { title: "Boas-vindas ao Entrepot, {{name}}", text: "Ir para a visão geral" },
  },
};
