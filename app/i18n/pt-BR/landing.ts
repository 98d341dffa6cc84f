import type { landing as source } from "../en/landing.ts";
import type { Translation } from "../translation.ts";

export const landing: Translation<typeof source> = {
  meta: {
    title: "Entrepot: um só livro para marketplaces, armazém e clientes",
    description:
      "O Entrepot reúne num só livro os marketplaces, o armazém, os clientes, as perguntas e os agentes de quem vende. Abra um espaço e chame a equipe.",
  },
  docs: "Documentação da API",
  states: { open: "Já funciona", partly: "Em parte" },
  start: {
    demo: "Conhecer a demonstração",
    signUp: "Criar um espaço",
    signIn: "Entrar",
    haveAccount: "Já tem conta?",
    demoHint: "Uma loja de exemplo com seis pessoas. Não precisa de conta, e nada sai deste computador.",
  },
  hero: {
    title: "Um só livro para tudo o que você vende",
    lead: "Marketplaces, armazém e clientes costumam viver em cinco sistemas que se contradizem. O Entrepot mantém uma conta única de todos eles, responde ao que você pergunta sobre ela e passa a rotina a agentes que pedem licença antes de agir.",
    status:
      "Vender, tocar o armazém, entender quem visita o seu site, perguntar e delegar já funcionam. Câmeras na loja e redes sociais estão em construção.",
    feedTitle: "O que a equipe fez",
    feedNote: "Exemplos, desenhados com a mesma lista que aparece no console.",
  },
  jobs: {
    title: "Um livro, cinco ofícios",
    lead: "Todos leem e escrevem na mesma conta: o preço, a separação e a reclamação de um produto finalmente se encontram.",
    sell: {
      title: "Vender",
      text: "Mercado Livre e Shopee, conectados com o login de lá. Anúncios, pedidos, perguntas e preços em dia, e uma nota que diz o que arrumar primeiro.",
    },
    floor: {
      title: "Tocar o armazém",
      text: "Um mapa ao vivo de zonas, posições, tarefas e pessoas. Quem separa lê os códigos num tablet que não perde leitura, nem quando o Wi-Fi cai.",
    },
    shoppers: {
      title: "Entender o cliente",
      text: "O que as pessoas fizeram no seu site, até onde consentiram, ligado ao produto de que se tratava. Câmeras e redes sociais vêm a seguir.",
    },
    questions: {
      title: "Perguntar",
      text: "O que foi muito visto na semana passada e não vendeu? Um número, um gráfico e a consulta por trás, em português ou inglês.",
    },
    agents: {
      title: "Delegar",
      text: "Agentes com nome, horário, orçamento e registro de decisões. O que eles querem mudar espera pelo seu sim.",
    },
  },
  today: {
    title: "O que já dá para fazer",
    lead: "Tudo isto funciona agora, também no celular, em português e em inglês.",
    channels: {
      title: "Conecte seus marketplaces",
      text: "Anúncios, pedidos, perguntas e avaliações do Mercado Livre e da Shopee chegam sozinhos e ficam em dia. Mude muitos preços de uma vez e veja o que houve com cada um.",
    },
    advice: {
      title: "Saiba o que arrumar primeiro",
      text: "Uma pontuação que dá para desmontar e recomendações com a regra, a evidência e o efeito esperado. O que você aplica é medido depois.",
    },
    team: {
      title: "Traga a equipe",
      text: "Seis papéis, de proprietário a leitor, e convites por e-mail. Quem sai perde o acesso na hora, inclusive nas páginas abertas.",
    },
    live: {
      title: "Veja o trabalho acontecer",
      text: "Uma lista de atividade para toda a equipe, e quem está aqui agora, em todas as telas e sem recarregar.",
    },
    audit: {
      title: "Saiba quem mudou o quê",
      text: "Cada mudança com o antes e o depois, quando e de onde. Filtre o registro e exporte em CSV.",
    },
    notifications: {
      title: "Receba o que lhe diz respeito",
      text: "As notificações contam o que você ainda não leu e levam ao lugar de que tratam.",
    },
    keys: {
      title: "Ligue as suas ferramentas",
      text: "Chaves de API com permissões e prazo, e uma API REST documentada a partir do próprio código.",
    },
    keyboard: {
      title: "Fique no teclado",
      text: "Ctrl-K encontra cada página e cada ação. Claro ou escuro, e no seu fuso horário.",
    },
    screenAlt: "A visão geral do console: as vendas de trinta dias contra os trinta anteriores e a curva de cada dia.",
    screenCaption: "A visão geral do console no espaço de demonstração.",
  },
  trust: {
    title: "Feito para merecer a confiança de um negócio",
    lead: "Quatro regras que valem para tudo na casa, e até onde cada uma já vale hoje.",
    audit: {
      title: "Auditado",
      text: "A mudança e a sua linha na auditoria são gravadas juntas, ou nenhuma das duas. Nada muda num espaço sem ser visto.",
    },
    isolation: {
      title: "Isolado",
      text: "Quem entra lê e escreve por uma porta que só conhece o seu espaço. Códigos de outro espaço respondem “não encontrado”.",
    },
    explainable: {
      title: "Explicável",
      text: "Um número se abre e mostra a regra e o período por trás. Notas, preços e respostas se abrem do mesmo jeito.",
    },
    budgets: {
      title: "Dentro do orçamento",
      text: "Há limite de chamadas por chave e por pessoa. Os agentes reservam o dinheiro antes de gastar, para que o teto seja mesmo um teto.",
    },
  },
  close: {
    title: "Passeie antes de se mudar",
    demoText: "Abra a demonstração, mude alguma coisa e veja a mudança aparecer na atividade e na auditoria.",
    signUpText: "Um espaço leva um minuto: o nome, o seu e-mail e uma senha.",
  },
};
