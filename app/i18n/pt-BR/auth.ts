import type { auth as source } from "../en/auth.ts";
import type { Translation } from "../translation.ts";

export const auth: Translation<typeof source> = {
  fields: {
    email: "E-mail",
    password: "Senha",
    newPassword: "Nova senha",
    passwordHint: "Pelo menos 10 caracteres. Algumas palavras sem relação funcionam bem.",
    name: "Seu nome",
    workspaceName: "Nome da sua loja ou empresa",
  },
  signIn: {
    title: "Entrar",
    description: "Que bom ter você de volta ao seu entreposto.",
    submit: "Entrar",
    forgot: "Esqueceu a senha?",
    noAccount: "Ainda não tem conta?",
    signUp: "Criar um espaço de trabalho",
    ended_removed: "Você não faz mais parte deste espaço de trabalho",
    ended_removedText: "Alguém com essa permissão retirou você da equipe. Suas sessões terminaram.",
    ended_revoked: "Esta sessão foi encerrada",
    ended_revokedText: "Ela foi encerrada em outro aparelho ou porque a senha mudou.",
    resetDone: "Sua nova senha está definida.",
  },
  signUp: {
    title: "Criar um espaço de trabalho",
    description: "Um só lugar para seus marketplaces, suas prateleiras e seus números.",
    submit: "Criar espaço de trabalho",
    hasAccount: "Já tem uma conta?",
    signIn: "Entrar",
    sentTitle: "Veja sua caixa de entrada",
    sentText: "Se {{email}} puder abrir uma conta, um e-mail está a caminho. O link vale por 24 horas.",
    sentHint: "Nada depois de alguns minutos? Veja o spam, ou confira o endereço e envie o formulário de novo.",
    again: "Voltar ao formulário",
    localMailbox: "Abrir a caixa de e-mails deste computador",
  },
  confirm: {
    title: "Confirme seu endereço",
    description: "{{email}} será o proprietário do espaço de trabalho {{workspaceName}}.",
    submit: "Confirmar e abrir o espaço",
  },
  forgot: {
    title: "Esqueceu a senha?",
    description: "Escreva seu endereço e enviaremos um link para escolher outra.",
    submit: "Enviar o link",
    back: "Voltar para a entrada",
    sentTitle: "Veja sua caixa de entrada",
    sentText: "Se {{email}} tiver uma conta, um e-mail está a caminho. O link vale por uma hora.",
  },
  reset: {
    title: "Escolha uma nova senha",
    description: "Para {{email}}. Todos os outros aparelhos serão desconectados.",
    submit: "Salvar e entrar",
  },
  invite: {
    title: "Entrar em {{workspaceName}}",
    description: "Você foi convidado como {{role}}, com o endereço {{email}}.",
    submit: "Entrar no espaço de trabalho",
    hasAccountTitle: "Este endereço já tem uma conta",
    hasAccountText:
      "Uma pessoa pertence a um espaço de trabalho por vez. Peça um convite para outro endereço ou saia do outro espaço antes.",
  },
  badLink: {
    title: "Este link não funciona mais",
    description: "Ele já foi usado, venceu ou está incompleto.",
    again: "Pedir um novo link",
    signIn: "Entrar",
  },
};
