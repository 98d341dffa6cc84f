import type { shell as source } from "../en/shell.ts";
import type { Translation } from "../translation.ts";

export const shell: Translation<typeof source> = {
  skip: "Ir para o conteúdo",
  nav: "Principal",
  more: "Mais",
  menu: "Menu",
  collapse: "Recolher barra lateral",
  expand: "Expandir barra lateral",
  openCommands: "Buscar ou executar um comando",
  unanswered: {
    offline: "Você está sem conexão, e nada foi enviado. O que você escreveu continua aqui: envie quando a rede voltar.",
    lost: "Nenhuma resposta chegou. O que você escreveu continua aqui: veja se foi recebido e envie de novo.",
    stale: "Não deu para ler esta página de novo agora. Ela mostra o que já se sabia.",
    later: "Ainda sem resposta. O pedido é refeito sozinho, e o que você digitou fica.",
    unread: "Não deu para ler. Pode não existir mais, não ser visível para você, ou a falha é nossa.",
  },
  commands: {
    placeholder: "Busque páginas, ações, pedidos, produtos…",
    empty: "Nada encontrado. Tente outra palavra.",
    title: "Comandos",
    find: "“{{words}}” em {{page}}",
  },
  help: "Ajuda",
  notifications: "Notificações",
  notificationsUnread_one: "Notificações, {{count}} não lida",
  notificationsUnread_other: "Notificações, {{count}} não lidas",
  account: "Conta de {{name}}",
  profile: "Perfil",
  signOut: "Sair",
  live: {
    live: "Ao vivo",
    reconnecting: "Conectando",
    offline: "Sem conexão",
    age: "dados de {{age}}",
  },
  shortcuts: {
    title: "Atalhos de teclado",
    commands: "Buscar ou executar um comando",
    help: "Mostrar esta lista",
    sidebar: "Recolher ou expandir a barra lateral",
    close: "Fechar o que está aberto",
  },
  public: {
    signIn: "Entrar",
    signUp: "Criar um espaço",
    footer: "Uma casa de comércio para quem vende a sério.",
    navigation: "Site",
  },
  settingsNav: "Configurações",
  authQuote: "Cada pedido, cada posição, cada promessa: em um só livro.",
  loadingPage: "Carregando a página",
};
