import type { docs as source } from "../en/docs.ts";
import type { Translation } from "../translation.ts";
import { docsAi } from "./docs/ai.ts";
import { docsAgents } from "./docs/agents.ts";
import { docsApprovals } from "./docs/approvals.ts";
import { docsDelegations } from "./docs/delegations.ts";
import { docsConversations } from "./docs/conversations.ts";
import { docsAnalysis } from "./docs/analysis.ts";
import { docsShoppers } from "./docs/shoppers.ts";
import { docsArtifacts } from "./docs/artifacts.ts";
import { docsTriggers } from "./docs/triggers.ts";
import { docsPublicChat } from "./docs/public-chat.ts";
import { docsSites } from "./docs/sites.ts";
import { docsFields } from "./docs/fields.ts";
import { docsLabels } from "./docs/labels.ts";
import { docsMetrics } from "./docs/metrics.ts";
import { docsPatterns } from "./docs/patterns.ts";
import { docsReviews } from "./docs/reviews.ts";
import { docsReturns } from "./docs/returns.ts";
import { docsMonitoring } from "./docs/monitoring.ts";
import { docsPacking } from "./docs/packing.ts";
import { docsProtocols } from "./docs/protocols.ts";
import { docsWaves } from "./docs/waves.ts";
import { docsWarehouse } from "./docs/warehouse.ts";

export const docs: Translation<typeof source> = {
  title: "API",
  metaTitle: "API do Entrepot: referência REST",
  metaDescription:
    "Primeiros passos, autenticação, erros, páginas, idempotência, limites e todas as chamadas da API REST do Entrepot, gerados do próprio código.",
  lead: "Tudo o que o console mostra de um espaço de trabalho pode ser lido e mudado por HTTP, em JSON. Esta página e o documento OpenAPI vêm dos mesmos esquemas com que cada chamada confere o que recebe.",
  openapi: "Documento OpenAPI 3.1",
  contents: "Conteúdo",
  sections: {
    start: "Primeiros passos",
    auth: "Quem está chamando",
    errors: "Erros",
    idempotency: "Repetir uma escrita",
    paging: "Listas e páginas",
    limits: "Limite de chamadas",
    mcp: "Assistentes (MCP)",
    a2a: "Agentes de terceiros (A2A)",
    webhooks: "Quando nós chamamos",
    endpoints: "Chamadas",
  },
  start: {
    key: "Pegue uma chave de API. No console: Configurações, Chaves de API. Ela aparece uma única vez.",
    keyDemo: "A demonstração local já tem uma, que só vale neste computador:",
    call: "Pergunte quem é a chave e leia alguma coisa com ela:",
    write: "Mude alguma coisa. Com a Idempotency-Key, a mesma chamada pode ser repetida sem risco:",
  },
  auth: {
    keys: "Programas enviam uma chave em `Authorization: Bearer ek_…`. A chave pertence a um espaço de trabalho e faz só o que as permissões dela dizem; pode ter prazo e ser revogada a qualquer momento.",
    session: "O navegador de quem entrou envia o cookie `entrepot_session`. Escritas feitas com ele precisam partir do mesmo site.",
    personal: "Chamadas marcadas com “pessoa” mexem no que é de alguém ou pedem alguém que responda por elas. Elas recusam chaves.",
    isolation: "Códigos de outro espaço de trabalho são respondidos como se não existissem.",
  },
  errors: {
    lead: "Erros vêm como `application/problem+json`. Decida pelo `code`; o `detail` é para pessoas. `errors` diz quais campos revisar e o que serviria ali, e `requestId` encontra a chamada nos nossos registros; toda resposta também o traz em `x-request-id`.",
    code: "Código",
    status: "Status",
    meaning: "O que significa e o que fazer",
    codes: {
      invalid: "A chamada não tem a forma certa. Corrija os campos citados em `errors`.",
      unauthorized: "Não veio chave nem sessão, ou ela é desconhecida, venceu ou foi revogada. Use outra.",
      forbidden: "Sabemos quem é, mas o papel ou as permissões não deixam. `needs` diz o escopo que falta à chave. Nada mudou.",
      not_found: "Não há tal endereço, método ou coisa no seu espaço de trabalho.",
      conflict: "Mudou nesse meio-tempo, já existe, ou a Idempotency-Key foi usada para outra coisa. Leia de novo e decida.",
      gone: "Existiu, e o tempo passou. Peça outro.",
      too_large: "O corpo passa de 1 MB, ou o trabalho pedido é grande demais de uma vez. Envie menos.",
      not_understood: "A pergunta, como está, não tem resposta. `reason` diz por quê, `suggestions` o que dá para perguntar.",
      rate_limited: "Chamadas demais. Espere os segundos que `Retry-After` diz.",
      budget_exceeded: "O espaço de trabalho gastou o que podia. Aumente o orçamento ou espere o próximo período.",
      unavailable: "Uma parte de que precisamos não está disponível. Espere o que `Retry-After` diz e repita.",
      internal: "A falha é nossa. O que estava gravado está a salvo; repita com a mesma Idempotency-Key.",
    },
  },
  idempotency: {
    lead: "Qualquer escrita pode levar uma `Idempotency-Key` de até 200 letras, algarismos e `. _ : -`. Repetida com a mesma chave, ela não age de novo e recebe a primeira resposta, marcada com `Idempotent-Replayed: true`.",
    rules:
      "A mesma chave em outra chamada, ou enquanto a primeira ainda corre, é um `conflict`. Uma chamada recusada não mudou nada, e a chave dela pode ser usada de novo. As respostas ficam guardadas por dois dias.",
  },
  paging: {
    lead: "Listas respondem `{ data, nextCursor }`. Passe `nextCursor` como `cursor` para ter a página seguinte; `null` quer dizer que era a última. `limit` vai de 1 a 200. Parâmetros que a chamada não lista são ignorados: um filtro com o nome errado não filtra nada.",
  },
  limits: {
    lead: "Uma chave, ou uma pessoa, tem 6.000 chamadas por minuto, por qualquer porta: REST, MCP e A2A contam juntas. Acima do limite, a resposta é 429 com `Retry-After` em segundos, `RateLimit` e `RateLimit-Policy`, que diz quantas chamadas cabem em quantos segundos.",
  },
  ...docsProtocols,
  endpoint: {
    needs: "Pede",
    anyone: "nenhuma chave",
    caller: "qualquer chave ou sessão",
    personalCaller: "uma sessão",
    person: "pessoa",
    personHint: "Recusa chaves: só uma pessoa que entrou",
    parameters: "Parâmetros",
    body: "Corpo em JSON",
    answer: "Resposta",
    errors: "Erros",
    name: "Nome",
    type: "Tipo",
    about: "Sobre",
    required: "obrigatório",
    file: "um arquivo",
    pageOf: "uma página de",
    in: { path: "no caminho", query: "na consulta", header: "cabeçalho" },
  },
  tags: {
    start: { title: "Primeiras chamadas", text: "O serviço está bem, e quem sou eu para ele?" },
    workspace: { title: "Espaço de trabalho", text: "Nome, idioma, moeda e fuso horário do seu espaço." },
    team: { title: "Equipe", text: "As pessoas, os seus papéis e os convites que esperam resposta." },
    keys: { title: "Chaves e sessões", text: "Tudo o que abre o espaço de trabalho a alguém." },
    channels: { title: "Canais", text: "Contas de marketplace conectadas, sua saúde e como relê-las." },
    orders: { title: "Pedidos e vendas", text: "O que se vendeu em todos os canais, pedido a pedido e em somas." },
    service: { title: "Perguntas e avaliações", text: "O que perguntam antes de comprar e o que dizem depois." },
    catalog: { title: "Produtos e anúncios", text: "O que você vende, onde está anunciado e alterações de muitos anúncios de uma vez." },
    warehouse: { title: "Armazém", text: "Lugares, o que há neles e tudo o que se pode pedir ao chão do armazém." },
    agents: { title: "Agentes", text: "Trabalhadores com nome: o que olham, o que concluíram, o que querem e o que podem fazer sozinhos." },
    ai: { title: "IA", text: "Quem dá respostas de IA, para quê, quanto pode custar e quanto custou." },
    chat: { title: "Perguntas e aprovações", text: "Perguntar por números em palavras, e o que assistentes fariam." },
    answers: { title: "Respostas guardadas", text: "Respostas que ficam: guardadas, fixadas em painéis, enviadas sozinhas por e-mail." },
    triggers: { title: "Gatilhos", text: "Quando algo acontece, e se for assim, então faça isto." },
    shoppers: { title: "Compradores", text: "Onde os compradores são vistos, o que fizeram e o que se repete nisso." },
    metrics: {
      title: "Números",
      text: "Tudo o que pode ser contado, dividido, filtrado e comparado, em uma só linguagem para pessoas, programas e assistentes.",
    },
    history: { title: "Histórico", text: "O que aconteceu: a auditoria completa, a atividade da equipe e as exportações." },
    notifications: { title: "Notificações", text: "O que foi avisado a uma pessoa." },
    selling: {
      title: "Pontuação e recomendações",
      text: "Como os marketplaces veem você, de onde vem cada ponto perdido e o que o traz de volta.",
    },
    deliveries: { title: "Entregas com falha", text: "Mensagens que falharam de vez e esperam que alguém olhe." },
  },
  operations: {
    health: { title: "O serviço está bem?", text: "Pede algo pequeno ao banco, ao cache, às filas e às salas." },
    me: { title: "Quem sou eu?", text: "A chave ou pessoa por trás da chamada, o espaço de trabalho e o que ela pode." },
    updateMe: { title: "Mudar seu perfil", text: "Nome, idioma, tema ou fuso horário; o que você omitir fica como está." },
    readWorkspace: { title: "Ler o espaço de trabalho", text: "A `version` dele é pedida para mudá-lo." },
    updateWorkspace: { title: "Mudar o espaço de trabalho", text: "Envie tudo, com a versão lida; uma versão velha é recusada." },
    searchAllTexts: {
      title: "Buscar por palavras e significado",
      text: "Os melhores primeiro, com as palavras e os conceitos que um texto tem em comum com a pergunta. `kind` `interaction` pede `shoppers:read`, `organisation` pede `workspace:read`.",
    },
    readOrganisation: { title: "Ler o que a loja diz de si", text: "`version` 0: ainda nada foi escrito." },
    saveOrganisation: { title: "Dizer o que é a loja", text: "Envie a versão lida. Cada parágrafo é encontrado sozinho." },
    listMembers: { title: "Listar pessoas", text: "Na ordem em que entraram." },
    changeRole: { title: "Mudar um papel", text: "Só proprietários fazem e desfazem proprietários; o último continua sendo." },
    removeMember: { title: "Tirar uma pessoa", text: "As sessões dela acabam na hora e as chaves que fez deixam de valer." },
    listInvitations: { title: "Listar convites abertos", text: "Também os vencidos, para que possam ser reenviados." },
    inviteMember: { title: "Convidar alguém", text: "Envia um e-mail. Um convite em espera para o mesmo endereço é trocado." },
    resendInvitation: { title: "Reenviar um convite", text: "Com um link novo; o antigo deixa de valer." },
    revokeInvitation: { title: "Retirar um convite", text: "O link dele deixa de valer." },
    listApiKeys: { title: "Listar chaves", text: "Nomes, permissões e último uso; nunca as próprias chaves." },
    createApiKey: { title: "Criar uma chave", text: "`key` vem só desta vez. Uma chave não pode mais do que quem a criou." },
    issueToken: {
      title: "Pegar um token para salas",
      text: "Só com uma chave. Abre sockets em `/parties/…` por um minuto, como `Authorization: Bearer` ou como segundo protocolo `entrepot.token.<token>` ao lado de `entrepot`; nunca no endereço. `scopes` o restringe. Ele acompanha, e acaba com a chave. Verifique tokens com `/.well-known/jwks.json`.",
    },
    revokeApiKey: { title: "Revogar uma chave", text: "Ela deixa de valer na próxima chamada." },
    listSessions: { title: "Listar as próprias sessões", text: "Onde você entrou, a mais recente primeiro." },
    revokeSession: { title: "Encerrar uma sessão", text: "Uma das suas, pelo `handle`, ou todas menos esta com `others`." },
    listChannels: {
      title: "Listar canais",
      text: "Contas de marketplace conectadas e sua saúde. Conectar uma exige uma pessoa e um navegador.",
    },
    readChannel: { title: "Ler um canal", text: "Com as últimas execuções e os avisos que chegaram." },
    pauseChannel: { title: "Pausar ou retomar um canal", text: "Um canal pausado não é lido nem alterado; ao retomar, recupera o atraso." },
    disconnectChannel: {
      title: "Desconectar um canal",
      text: "O acesso termina na hora. Com `data=erase` o que ele trouxe também é apagado: na hora, ou em segundo plano enquanto houver `erasingAt`.",
    },
    requestSync: { title: "Ler um canal de novo", text: "Começa em segundo plano: `full` lê tudo, `recent` o que mudou há pouco." },
    readStockDrift: {
      title: "Ver onde o estoque difere",
      text: "O que pode ser vendido, o que aparece lá e por quê; `all=true` inclui os certos.",
    },
    setStockSource: { title: "Ligar o estoque aos armazéns", text: "O marketplace recebe em segundos o que pode ser vendido." },
    listOrders: {
      title: "Listar pedidos",
      text: "De todos os canais, o mais novo primeiro. Valores na menor unidade da moeda; `null` é “ainda não se sabe”, nunca zero.",
    },
    readOrder: { title: "Ler um pedido", text: "Com as linhas, o pacote, o histórico e o que sobra depois de tarifas, frete e produtos." },
    readSalesMetrics: {
      title: "Somar vendas",
      text: "GMV são os itens de todos os pedidos feitos no período, menos os cancelados e os nunca pagos. Os dias são os do espaço de trabalho; vendas em várias moedas têm uma linha para cada, a moeda do espaço de trabalho primeiro; nada é convertido nem somado entre moedas.",
    },
    listQuestions: { title: "Listar perguntas", text: "Com a resposta, o anúncio de que tratam e se esperam há mais de um dia." },
    answerQuestion: {
      title: "Responder uma pergunta",
      text: "Vai primeiro ao marketplace; o que ele recusa continua aberto. A resposta é pública.",
    },
    listReviews: { title: "Listar avaliações", text: "A mais nova primeiro, com o anúncio de que tratam." },
    listProducts: {
      title: "Listar produtos",
      text: "Cada um com seus SKUs e em quantos anúncios é vendido. `search` também encontra SKUs e GTINs. `sort` é `title`, `stock` (de todos os SKUs), `cost` (o menor; sem custo por último), `updated` ou `listings`; com `-` na frente, decrescente.",
    },
    createProduct: { title: "Criar produto", text: "Com pelo menos um SKU. Um SKU já usado é um `conflict`, indicado pelo campo." },
    readProduct: { title: "Ler um produto", text: "Com os SKUs e os anúncios que os vendem. A `version` dele é necessária para mudá-lo." },
    updateProduct: { title: "Mudar um produto", text: "O que você não envia fica como está; uma `version` antiga é recusada." },
    archiveProduct: { title: "Arquivar um produto", text: "Some da lista, mas não se perde: SKUs, vínculos e histórico ficam." },
    setCosts: {
      title: "Informar custos",
      text: "De até 2.000 SKUs de uma vez. A resposta diz o que houve com cada um e quanto custava antes; o que não dá para gravar não impede o resto.",
    },
    listListings: {
      title: "Listar anúncios",
      text: "De todos os canais. `sort` é `title`, `price`, `stock`, `sold`, `quality` ou `updated`; com `-` na frente, decrescente.",
    },
    readListing: {
      title: "Ler um anúncio",
      text: "Tudo o que o marketplace conta sobre ele e o que já foi pedido para ele. `refusals` diz quais alterações ele não aceitaria e por quê.",
    },
    updateListing: {
      title: "Mudar um anúncio",
      text: "`variantId` vincula na hora (`null` desvincula). `priceCents`, `stock` e `status` (`active` ou `paused`) viram alterações, citadas em `changeIds`.",
    },
    requestListingChange: {
      title: "Mudar preços, estoques ou situações",
      text: "De até 200 anúncios em `listingIds`, ou de até 5.000 que o filtro em `matching` encontra (uma busca encontra até 1.000). `kind` é `price`, `stock` ou `status` (`value` 1 volta a vender, 0 pausa). Acontece em segundo plano; leia a alteração para saber o que houve com cada um.",
    },
    previewListingChange: {
      title: "Ver o que uma alteração faria",
      text: "O mesmo corpo; nada é gravado. Contagens, motivos e uma página de exemplos.",
    },
    cancelListingChange: { title: "Parar uma alteração", text: "O que já foi feito fica; o resto permanece como está." },
    readListingChange: {
      title: "Ler uma alteração",
      text: "Em que ponto está e o que os marketplaces responderam; `items` vêm em páginas.",
    },
    undoListingChange: {
      title: "Desfazer uma alteração",
      text: "Uma nova alteração com os valores antigos, onde o valor novo ainda vale.",
    },
    listAudit: { title: "Ler a auditoria", text: "Cada mudança com o antes e o depois, a mais nova primeiro." },
    listActivity: { title: "Ler a atividade", text: "A parte da auditoria que toda a equipe pode ver." },
    listExports: { title: "Listar as próprias exportações", text: "As últimas que você pediu e até onde chegaram." },
    startExport: { title: "Exportar a auditoria", text: "Começa em segundo plano; os filtros são os da auditoria." },
    openExport: { title: "Buscar uma exportação", text: "O arquivo pronto." },
    cancelExport: { title: "Cancelar uma exportação", text: "O que já foi escrito é apagado." },
    listNotifications: { title: "Listar as próprias notificações", text: "A mais nova primeiro." },
    markNotifications: { title: "Marcar notificações", text: "Algumas, pelos códigos, ou todas." },
    readScore: {
      title: "Ler a pontuação",
      text: "Do espaço e de cada canal: partes, pontos perdidos e pedidos de folga. Pontos em centésimos, taxas em pontos-base. Uma pontuação ou parte nula diz por quê em `gap`: uma loja nova, sem pedidos nem anúncios, não tem o que julgar.",
    },
    listRecommendations: {
      title: "Listar recomendações",
      text: "De uma situação, a mais urgente primeiro, com os números que cada regra viu.",
    },
    readRecommendation: { title: "Ler uma recomendação", text: "Com as evidências, o que espera e o que foi medido depois de aplicada." },
    decideRecommendation: {
      title: "Decidir uma recomendação",
      text: "`applied` executa o remédio, `dismissed` deixa de lado por um `reason`, `open` desfaz qualquer um.",
    },
    listTrends: {
      title: "Listar tendências",
      text: "O que se procura lá fora: de um estado, primeiro o que mais importa, com seis semanas de números.",
    },
    readTrend: { title: "Ler uma tendência", text: "Com as evidências, o grau de certeza e qual mercadoria sua é parecida." },
    decideTrend: {
      title: "Decidir sobre uma tendência",
      text: "`watched` acompanha, `dismissed` deixa de lado, `open` desfaz qualquer um dos dois.",
    },
    ...docsWarehouse,
    ...docsMetrics,
    ...docsPatterns,
    ...docsReviews,
    ...docsReturns,
    ...docsAnalysis,
    ...docsMonitoring,
    ...docsAgents,
    ...docsApprovals,
    ...docsDelegations,
    ...docsConversations,
    ...docsAi,
    aiStatus: {
      title: "Como estão os modelos?",
      text: "`mode` `rules`: nenhum provedor está configurado, e as regras respondem tudo. O `state` de um provedor é o do seu circuito; `budget` traz cada limite com o que foi gasto e o que as chamadas em curso reservam dele, em milionésimos de dólar.",
    },
    ...docsArtifacts,
    ...docsTriggers,
    ...docsSites,
    ...docsPublicChat,
    ...docsShoppers,
    ...docsLabels,
    ...docsPacking,
    ...docsWaves,
    listDeadLetters: { title: "Listar entregas com falha", text: "Com o motivo de cada uma." },
    redriveDeadLetter: { title: "Enviar de novo", text: "Pela fila de onde veio." },
    dismissDeadLetter: { title: "Deixar de lado", text: "Não será tentada outra vez." },
  },
  fields: docsFields,
};
