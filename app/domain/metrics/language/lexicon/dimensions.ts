import type { DimensionId } from "../../kinds.ts";

/** What else people call a split, between commas, in either language. */
export const dimensionPhrases: Readonly<Record<DimensionId, string>> = {
  channel: "channels, sales channel, canal, canal de venda, canais de venda, conta, contas, account, accounts, connection",
  vendor: "marketplaces, platform, platforms, plataforma, plataformas, market place",
  product: "products, item, items, produto, mercadoria, mercadorias, article, goods, artigo, artigos",
  sku: "skus, variant, variants, variante, variantes, variation, variacao, variacoes, codigo, codigos",
  brand: "brands, marca, fabricante, fabricantes, maker, manufacturer, manufacturers",
  category: "categories, categoria, department, departments, departamento, departamentos",
  listing: "listings, anuncio, ad, ads, offer, offers, oferta, ofertas",
  "listing-status": "status of listings, status dos anuncios, listing states, status do anuncio, situacao dos anuncios",
  "order-state":
    "order status, order statuses, order state, order states, state of the order, state of orders, status, situacao, situacoes, estado do pedido, estado dos pedidos, status do pedido, status dos pedidos, situacao dos pedidos",
  "cancelled-by": "canceller, cancelled by whom, canceled by whom, who canceled, quem cancela, quem cancelou",
  rating: "star, stars, star count, estrela, estrelas, numero de estrelas",
  warehouse: "warehouses, armazem, deposito, depositos, galpao, galpoes, centro de distribuicao",
  zone: "zones, zona, area, areas, setor, setores, aisle, corredor",
  person:
    "people, picker, pickers, worker, workers, employee, employees, operator, operators, pessoa, separador, separadores, separadora, separadoras, funcionario, funcionarios, operador, operadores, colaborador, colaboradores, staff, who, quem, user of the floor",
  "alert-kind":
    "alert type, alert types, alert kind, tipo de alerta, tipos de alertas, kind of alerts, type of alert, kind, kinds, type, types, tipo, tipos",
  "return-reason":
    "return reasons, reason of return, reasons for return, reasons for returns, reason for return, motivo de devolucao, motivos de devolucao, motivo da devolucao, motivos das devolucoes, reason, reasons, motivo, motivos, razao, razoes",
  site: "sites, website, websites, web site, loja virtual, lojas virtuais, online store, domain, dominio",
  page: "pages, pagina, url, urls, landing page, path",
  referrer:
    "referrers, source, sources, traffic source, traffic sources, origem, origens, fonte, fontes, fonte de trafego, origem do trafego, referral, referrals, came from, referencia, where do the visits come from, where do visits come from, where visits come from, where does traffic come from, where traffic comes from, de onde vem trafego, de onde vem o trafego, de onde vem, de onde vieram",
  device: "devices, device type, aparelho, dispositivo, dispositivos, tipo de dispositivo",
  country: "countries, pais, nation, nacao",
  "interaction-kind":
    "kind of interactions, type of interaction, types of interactions, tipo de interacoes, tipos de interacoes, interaction kind, interaction type, interaction kinds",
  hesitation: "hesitations, hesitation reason, hesitacao, hesitacoes, motivo de hesitacao, reason of hesitation, motivos de hesitacao",
  "pattern-kind": "kind of patterns, type of pattern, types of patterns, tipo de padroes, tipos de padroes, pattern kind, pattern type",
  model: "models, ai model, ai models, llm, llms, modelo, modelo de ia, modelos de ia",
  purpose: "purposes, agent purpose, use case, use cases, finalidade, proposito, uso, usos",
  asker: "askers, who asks, who asked, requester, solicitante, quem pediu, quem pergunta, quem perguntou",
  agent: "agents, agente, ai agent, ai agents",
  weekday:
    "weekdays, week day, days of the week, week days, days of week, day of week, day of the week, dia da semana, dias da semana, dia de semana",
  "hour-of-day":
    "hours of day, hour of day, hour of the day, time of day, time of the day, hora do dia, horas do dia, horario, horarios, what time, que horas, what hour, which hour, que hora, a que horas, em que horario, qual hora, at what hour",
};

type Phrases = Readonly<Record<string, string>>;

/** What people call our own values of a split, where the stored word means nothing to them. */
export const valuePhrases: Readonly<Partial<Record<DimensionId, Phrases>>> = {
  vendor: { "mercado-livre": "mercado livre, mercadolivre, mercado libre, meli, ml", shopee: "shopee, shopee brasil" },
  "order-state": {
    held: "held, on hold, retido, retida",
    ready: "ready, ready to ship, pronto, pronto para envio, prontos para enviar",
    shipped:
      "shipped, ship, we ship, shipping, dispatch, dispatched, sent, enviamos, enviei, envia, enviam, envio, enviada, despachei, despachamos, despacha, despacham, despachar, enviar, enviado, despachado, despachada",
    transit: "on the way, on their way, in transit, a caminho, em transito, em transporte, no transporte",
    late: "late, delayed, overdue, atrasado, atrasada, com atraso, fora do prazo, after the deadline",
    open: "open, pending, waiting, em aberto, aberto, aberta, pendente, esperando, aguardando, na fila",
    delivered: "delivered, entregue, entregues",
    returned: "returned",
    cancelled: "cancelled, canceled, cancelado, cancelada",
  },
  "listing-status": {
    active: "active, live, online, ativo, no ar",
    paused: "paused, pausado, em pausa",
    closed: "closed, encerrado, fechado, finalizado",
    review: "in review, under review, em revisao, em analise",
    inactive: "inactive, inativo",
  },
  "cancelled-by": {
    buyer:
      "by the buyer, by buyer, by buyers, by the customer, by customers, pelo comprador, por compradores, pelos compradores, pelo cliente, pelos clientes",
    seller:
      "our fault, because of us, por culpa nossa, por nossa culpa, por minha culpa, by us, by me, by the seller, by ourselves, por nos, por mim, pelo vendedor, pela loja",
    vendor:
      "cancelled by the marketplace, canceled by the marketplace, by the platform, pelo marketplace, pela plataforma, pelos marketplaces",
  },
  "alert-kind": {
    "queue-age":
      "queue age, waiting tasks, tasks waiting, tarefas esperando, tarefas em espera, tarefas paradas, espera na fila, tempo de fila, fila parada",
    "throughput-drop":
      "throughput drop, drop in throughput, slow picking, queda de ritmo, queda no ritmo, queda de produtividade, queda de produtividade na separacao, separacao lenta",
    "short-picks":
      "short pick alerts, alerts about short picks, alerts for short picks, alertas de falta na separacao, alertas de faltas na separacao, alertas de separacoes com falta",
    "wrong-counts":
      "wrong count, wrong counts, miscounts, miscount, contagem errada, contagens erradas, erro de contagem, erros de contagem",
    drift: "drift, stock drift, books that do not add up, divergencia de estoque, divergencias de estoque, divergencia, divergencias",
    "zone-silent":
      "silent zone, silent zones, zone silent, zona silenciosa, zonas silenciosas, zona muda, zona sem resposta, zonas sem resposta",
    "messages-waiting": "messages waiting, waiting messages, mensagens esperando, mensagens paradas, mensagens aguardando",
    understaffed:
      "understaffed, understaffing, short staffed, short of staff, falta de gente, falta de pessoal, falta de pessoas, equipe insuficiente",
    "oversell-risk":
      "oversell risk, oversell, oversold, overselling, oversell risks, risk of overselling, risco de venda sem estoque, riscos de venda sem estoque, venda sem estoque, vendas sem estoque, venda alem do estoque, venda acima do estoque, sobrevenda, risco de sobrevenda",
    "complaints-rising":
      "rising complaints, complaints rising, complaint alerts, alerts about complaints, reclamacoes em alta, alertas de reclamacoes em alta, alertas de reclamacoes, alertas de reclamacao, aumento de reclamacoes, reclamacoes subindo",
    "serial-twice":
      "serial twice, duplicate serial, duplicate serials, duplicate serial number, duplicate serial numbers, serial duplicado, numero de serie duplicado, numeros de serie duplicados, serie duplicada, seriais duplicados",
  },
  device: {
    desktop: "desktop, computer, computers, pc, laptop, computador, computadores, notebook",
    phone: "phone, phones, mobile, smartphone, smartphones, cell phone, celular, celulares, telefone, mobile phone, no celular",
    tablet: "tablet, tablets",
  },
  hesitation: {
    "shipping-cost": "because of shipping, because of shipping cost, because of freight, over shipping, por causa do frete, pelo frete",
    payment: "because of payment, over payment, por causa do pagamento, pelo pagamento",
    price: "because of price, because of the price, over price, por causa do preco, pelo preco",
    stock: "because of stock, por falta de estoque, for lack of stock",
    form: "because of the form, por causa do formulario",
    comparing: "because they compared, while comparing, por comparacao, comparando",
  },
  "return-reason": {
    "changed-mind": "changed mind, changed their mind, desistencia, arrependimento",
    "wrong-item": "wrong item, wrong items, mercadoria errada, produto errado, item errado",
    damaged:
      "due to damage, because of damage, por avaria, por dano, damaged item, item danificado, produto danificado, damaged, damage, broken, avaria, dano, danificado, danificada, quebrado, avariado",
    "not-as-described": "not as described, diferente do anuncio, diferente do anunciado",
    "not-delivered": "not delivered, nao entregue",
    refunded: "refunded, reembolsado, reembolsada",
  },
  rating: {
    "1": "1 star, one star, 1 estrela, uma estrela",
    "2": "2 stars, two stars, 2 estrelas, duas estrelas",
    "3": "3 stars, three stars, 3 estrelas, tres estrelas",
    "4": "4 stars, four stars, 4 estrelas, quatro estrelas",
    "5": "5 stars, five stars, 5 estrelas, cinco estrelas",
  },
};
