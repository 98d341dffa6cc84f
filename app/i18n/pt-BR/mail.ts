import type { mail as source } from "../en/mail.ts";
import type { Translation } from "../translation.ts";

export const mail: Translation<typeof source> = {
  signature: "Entrepot",
  roles: {
    owner: "proprietário",
    admin: "administrador",
    manager: "gerente",
    picker: "separador",
    analyst: "analista",
    viewer: "leitor",
  },
  "confirm-sign-up": {
    subject: "Confirme seu endereço para abrir {{workspaceName}}",
    body: "Olá, {{name}}. Falta um passo: confirme que este endereço é seu, e o espaço de trabalho {{workspaceName}} se abre.",
    action: "Confirmar e abrir o espaço de trabalho",
    note: "O link vale uma única vez, por 24 horas. Se você não pediu uma conta, ignore este e-mail: nada foi criado.",
  },
  "already-registered": {
    subject: "Você já tem uma conta no Entrepot",
    body: "Olá, {{name}}. Alguém, provavelmente você, tentou criar uma conta com este endereço. Ele já tem uma, então basta entrar.",
    action: "Entrar",
    note: "Esqueceu a senha? A página de entrada ajuda. Se não foi você, não precisa fazer nada.",
  },
  "reset-password": {
    subject: "Escolha uma nova senha",
    body: "Olá, {{name}}. Abra o link para escolher uma nova senha. Todos os aparelhos conectados agora serão desconectados.",
    action: "Escolher nova senha",
    note: "O link vale uma única vez, por uma hora. Se você não pediu, ignore este e-mail: sua senha continua a mesma.",
  },
  invitation: {
    subject: "Você foi convidado para um espaço de trabalho no Entrepot",
    body: "Você foi convidado para entrar em um espaço de trabalho como {{role}}. Abra o link para definir seu nome e sua senha.",
    action: "Entrar no espaço de trabalho",
    note: "O link vale uma única vez, por 7 dias. Se você não conhece quem enviou, ignore este e-mail.",
  },
  report: {
    subject: "{{title}}",
    body: "Olá, {{name}}. Aqui está “{{title}}” como está agora, com os números que você pode ver.",
    action: "Abrir no Entrepot",
    note: "Alguém do seu espaço de trabalho agendou este e-mail para você.",
    leave: "Não receber mais estes e-mails",
  },
  "password-changed": {
    subject: "Sua senha foi alterada",
    body: "Olá, {{name}}. A senha da sua conta acaba de ser alterada, e todos os outros aparelhos foram desconectados.",
    action: "Não fui eu: redefinir",
    note: "Se foi você, não precisa fazer nada.",
  },
};
