import type { activity as source } from "../en/activity.ts";
import type { Translation } from "../translation.ts";

export const activity: Translation<typeof source> = {
  title: "Atividade",
  state: "O que a equipe fez, na hora em que acontece.",
  live: "Ao vivo",
  liveHint: "Novas entradas aparecem sozinhas.",
  all: "Toda a atividade",
  empty: "Ainda não aconteceu nada aqui",
  emptyText: "Convide alguém ou crie uma chave: cada mudança da equipe aparece aqui na hora.",
  older: "Mais antigas",
  newest: "Mais recentes",
  actors: { system: "Entrepot", apiKey: "Chave {{name}}" },
  actions: {
    workspace: {
      created: "abriu o espaço de trabalho {{subject}}",
      updated: "alterou as configurações de {{subject}}",
      onboarded: "concluiu a configuração de {{subject}}",
    },
    member: {
      joined: "entrou na equipe",
      "role-changed": "mudou o papel de {{subject}}",
      removed: "retirou {{subject}} da equipe",
      "profile-updated": "alterou o perfil de {{subject}}",
      "password-changed": "mudou a senha de {{subject}}",
      "password-reset-requested": "pediu a redefinição da senha de {{subject}}",
      "sign-up-requested": "pediu uma conta com {{subject}}",
    },
    session: { started: "entrou ({{subject}})", ended: "saiu ({{subject}})", revoked: "encerrou uma sessão de {{subject}}" },
    invitation: { sent: "convidou {{subject}}", resent: "convidou {{subject}} de novo", revoked: "retirou o convite de {{subject}}" },
    "api-key": { created: "criou a chave de API “{{subject}}”", revoked: "revogou a chave de API “{{subject}}”" },
    audit: { exported: "exportou a auditoria" },
    "dead-letter": {
      redriven: "reenviou uma entrega que falhou ({{subject}})",
      dismissed: "descartou uma entrega que falhou ({{subject}})",
    },
  },
};
