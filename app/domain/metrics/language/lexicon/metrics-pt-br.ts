import type { MetricId } from "../../kinds.ts";

/** What else people call a number in Portuguese, between commas. A plural is found by its singular; a name need not stand here. */
export const metricPhrasesPtBr: Readonly<Record<MetricId, string>> = {
  gmv: "entrou de dinheiro, dinheiro entrou, faturamento, receita, receita bruta, faturei, faturamos, faturou, faturado, valor vendido, valor das vendas, valor de vendas, volume de vendas, vendas em valor, vendas em reais, vendas brutas, valor bruto, faturar, fatura",
  orders: "pedido, numero de pedidos, quantidade de pedidos, volume de pedidos, pedidos feitos, pedidos recebidos, encomenda, encomendas",
  "units-sold":
    "unidade vendida, pecas vendidas, itens vendidos, produtos vendidos, quantidade vendida, vendas em unidades, mais vendido, mais vendida, mais vendidos, mais vendidas, campeao de vendas, campeoes de vendas, menos vendido, menos vendida, menos vendidos, menos vendidas, pior vendido, piores vendidos",
  "average-order-value":
    "ticket medio, tiquete medio, valor medio do pedido, valor medio por pedido, pedido medio, media por pedido, valor medio dos pedidos, ticket, tiquete",
  "units-per-order": "itens por pedido, pecas por pedido, produtos por pedido, unidades por venda, unidades em cada pedido",
  "cancelled-orders":
    "pedido cancelado, cancelamento, cancelamentos, vendas canceladas, numero de cancelamentos, quantidade de cancelamentos, cancelados, pedidos foram cancelados",
  "cancelled-value":
    "valor dos cancelados, valor dos cancelamentos, valor de cancelamentos, valor perdido, gmv cancelado, gmv perdido, faturamento cancelado, perdido com cancelamentos, perdi com cancelamentos, perdemos com cancelamentos, valor dos pedidos cancelados",
  "cancellation-rate":
    "indice de cancelamento, percentual de cancelamento, porcentagem de cancelamento, taxa de cancelamentos, percentual de pedidos cancelados, porcentagem de pedidos cancelados, percentual de cancelamentos",
  "marketplace-fees":
    "tarifa, tarifas, comissao, comissoes, taxas do marketplace, taxas de venda, tarifas de venda, tarifas pagas, comissao do marketplace, taxas pagas, tarifas dos marketplaces, taxas dos marketplaces",
  "fee-share":
    "percentual de tarifas, percentual de comissao, taxa de comissao, tarifas sobre o gmv, tarifas sobre as vendas, peso da comissao, porcentagem de tarifas",
  "shipping-cost":
    "frete, fretes, custo do frete, custo de envio, custo de entrega, gasto com frete, gastei com frete, gastamos com frete, gastos com frete, custo dos envios, custos de frete, paguei de frete, pagamos de frete, despesa com frete",
  "net-revenue": "receita liquida, faturamento liquido, vendas liquidas, liquido, valor liquido, receita sem tarifas, gmv liquido",
  "gross-margin": "margem, margem bruta, lucro, lucro bruto, lucros, lucrei, lucramos, ganho, ganhos, ganhei, ganhamos, resultado bruto",
  "gross-margin-rate":
    "margem percentual, percentual de margem, porcentagem de margem, margem em percentual, lucratividade, rentabilidade, taxa de margem",
  buyers:
    "comprador, compradores, cliente, clientes, numero de clientes, quantidade de clientes, clientes unicos, compradores unicos, pessoas que compraram, gente comprou",
  "shipped-orders":
    "pedido enviado, envios, envio, pedidos despachados, pedidos expedidos, despachos, remessas, pacotes enviados, pedidos que sairam, expedicao",
  "late-shipments":
    "envio atrasado, pedidos atrasados, pedido atrasado, atrasos, atraso, despachos atrasados, entregas atrasadas, enviados com atraso, pedidos enviados com atraso, remessas atrasadas",
  "late-rate":
    "taxa de atrasos, percentual de atraso, percentual de atrasos, indice de atraso, porcentagem de atraso, taxa de envios atrasados, percentual de envios atrasados, porcentagem de envios atrasados, taxa de envio atrasado",
  "hours-to-ship":
    "tempo de envio, tempo ate o envio, tempo para enviar, tempo de despacho, horas para enviar, prazo de despacho, demora para enviar, tempo de expedicao, horas ate enviar, tempo ate enviar, tempo demoramos para enviar, tempo demora para enviar, tempo levamos para enviar, tempo leva para enviar, demoramos para enviar",
  "open-orders":
    "pedidos abertos, pedido em aberto, pedidos pendentes, pedidos a enviar, pedidos para enviar, pedidos esperando, pedidos aguardando, pedidos na fila, pedidos que faltam enviar, pedidos aguardando envio, pedidos por enviar, pedidos esperando envio",
  "active-listings": "anuncio ativo, anuncios no ar, anuncios ativos, numero de anuncios, quantidade de anuncios, anuncios publicados",
  "paused-listings": "anuncio pausado, anuncios em pausa, anuncios parados",
  "listings-out-of-stock":
    "anuncio sem estoque, sem estoque, esgotado, esgotados, esgotadas, ruptura, rupturas, anuncios esgotados, fora de estoque, anuncios zerados, estoque zerado",
  "listing-quality":
    "qualidade, qualidade do anuncio, qualidade de anuncio, pontuacao dos anuncios, nota dos anuncios, saude dos anuncios, qualidade dos meus anuncios",
  "listing-price": "preco, precos, preco medio, preco do anuncio, precos dos anuncios, preco medio dos anuncios",
  questions:
    "pergunta, perguntas feitas, perguntas recebidas, perguntas de compradores, numero de perguntas, duvidas, perguntas dos clientes",
  "unanswered-questions":
    "perguntas pendentes, perguntas em aberto, perguntas nao respondidas, perguntas abertas, perguntas esperando, pergunta sem resposta, perguntas a responder, perguntas para responder, perguntas esperando resposta",
  "hours-to-answer":
    "tempo de resposta, tempo ate a resposta, tempo para responder, horas para responder, demora para responder, tempo medio de resposta, demoramos para responder, tempo demoramos para responder, tempo levamos para responder",
  reviews: "avaliacao, numero de avaliacoes, avaliacoes recebidas, opinioes, resenhas, quantidade de avaliacoes",
  "average-rating":
    "nota, notas, media das avaliacoes, avaliacao media, media de estrelas, estrelas em media, nota das avaliacoes, media de avaliacao",
  complaints: "reclamacao, queixas, queixa, avaliacoes negativas, avaliacoes ruins, numero de reclamacoes, mais reclamado",
  "open-recommendations": "recomendacoes, recomendacao, recomendacoes abertas, conselhos, dicas, recomendacoes pendentes",
  "stock-on-hand":
    "estoque atual, nivel de estoque, em estoque, pecas em estoque, unidades em estoque, estoque fisico, saldo de estoque, inventario, estoques, no estoque, saldo em estoque, unidades no estoque",
  "stock-reserved": "reservado, reservados, unidades reservadas, pecas reservadas, estoque comprometido, reserva de estoque, reservas",
  "stock-value":
    "valor do estoque, valor em estoque, valor do inventario, custo do estoque, estoque vale, dinheiro em estoque, dinheiro parado em estoque, vale o estoque, vale meu estoque",
  "days-of-cover":
    "cobertura, cobertura de estoque, dias de estoque, dias de cobertura de estoque, acaba, acabam, acabar, acabando, vao acabar, vai acabar, acabarao, esgotam, esgotar, se esgotam, vao esgotar, vai faltar, vao faltar, dura o estoque, estoque dura, duracao do estoque, zerar, vao zerar, terminam, fica sem estoque, ficam sem estoque, vao ficar sem estoque, ficar sem estoque, ficarao sem estoque",
  "picked-units": "unidade separada, pecas separadas, itens separados, unidades coletadas, unidades pickadas, produtos separados",
  "picked-lines":
    "linha separada, separacao, separacoes, picks, separou, separaram, linhas coletadas, numero de separacoes, separadas, linhas de separacao, picking, coletas",
  "picks-per-hour":
    "separacao por hora, linhas por hora, picks por hora, produtividade, produtividade da separacao, ritmo de separacao, velocidade de separacao, separadas por hora, linhas separadas por hora, pickings por hora, coletas por hora",
  "short-picks":
    "separacao com falta, faltas, faltas na separacao, picks com falta, separacoes incompletas, faltas de separacao, falta na separacao",
  "count-accuracy":
    "acuracia, acuracidade, acuracia das contagens, acuracia de estoque, acuracia do inventario, precisao das contagens, acuracidade de estoque, acuracia do estoque",
  "floor-tasks-done": "tarefas, tarefa, tarefas feitas, tarefas terminadas, tarefas finalizadas, tarefas do armazem, tarefas realizadas",
  "open-alerts": "alertas, alerta, alertas abertos, alertas do armazem, alertas ativos, alarmes",
  returns:
    "devolucao, devolvido, devolvidos, pedidos devolvidos, produtos devolvidos, mais devolvido, numero de devolucoes, quantidade de devolucoes, trocas e devolucoes",
  "return-rate":
    "indice de devolucao, percentual de devolucao, porcentagem de devolucao, taxa de devolucoes, percentual de pedidos devolvidos, percentual de devolucoes",
  visits: "visita, sessoes, sessao, trafego, visitas ao site, visitas no site, acessos, acesso, visitas na loja, acessos ao site",
  visitors: "visitante, visitantes unicos, pessoas no site, pessoas visitaram, usuarios, visitantes do site",
  "page-views": "pagina vista, visualizacoes de pagina, visualizacoes de paginas, pageviews, paginas visitadas, paginas acessadas",
  "product-views":
    "visualizacao de produto, visualizacoes de produto, produtos vistos, mais visto, mais vistos, mais vistas, mais visualizado, mais visualizados, produtos visualizados, views de produtos, visualizacoes dos produtos, vistos, menos vistos, menos visto",
  "cart-adds":
    "adicao ao carrinho, adicionado ao carrinho, adicionados ao carrinho, colocado no carrinho, colocados no carrinho, postos no carrinho, adicoes a carrinhos, add to cart, foram para o carrinho, foram ao carrinho, adicionaram ao carrinho, inclusoes no carrinho",
  "site-purchases":
    "compras no site, pedidos no site, pedidos do site, vendas no site, compras do site, compras na loja virtual, compra no site, pedidos pelo site, vendas do site, vendas pelo site",
  "site-revenue":
    "receita no site, faturamento do site, faturamento no site, receita da loja virtual, receita do meu site, faturamento do meu site",
  "conversion-rate":
    "conversao, taxa de conversoes, conversao do site, percentual de conversao, indice de conversao, convertem, converte, converteu, converteram, conversoes",
  "cart-abandonment-rate":
    "abandono de carrinho, abandono de carrinhos, carrinhos abandonados, carrinho abandonado, taxa de abandono, abandono do carrinho, taxa de carrinhos abandonados",
  "bounce-rate": "rejeicao, bounce, indice de rejeicao, percentual de rejeicao, bounce rate",
  "visit-duration":
    "tempo no site, duracao das visitas, tempo de visita, duracao media da visita, tempo medio no site, duracao media das visitas, tempo das visitas, tempo medio de visita, duracao da sessao, duracao das sessoes, duram as visitas, dura uma visita, tempo de sessao",
  interactions: "interacao, interacoes descritas, numero de interacoes",
  "views-without-purchase":
    "vistos mas nao comprados, visto mas nao comprado, vistos e nao comprados, vistos sem compra, visualizados mas nao comprados, visualizados e nao comprados, vistos mas nao vendidos, olhados mas nao comprados, vistos e nao vendidos, nao comprados, vistos sem compras, visualizacoes sem compra, visualizacoes sem compras, muito vistos mas nao comprados, muito vistos e pouco comprados, vistos e nunca comprados, vistos mas nunca comprados",
  "new-patterns": "padroes, padrao, padroes achados, padroes encontrados, padroes descobertos, padroes detectados, novos padroes",
  "ai-spend":
    "gasto de ia, gastos com ia, custo de ia, custo da ia, custos de ia, gastei com ia, gastamos com ia, gasto com modelos, custo dos modelos, custo com ia, despesa com ia, gastei com modelos, gastamos com modelos, gasto em ia, gastos de ia, custou a ia, custaram os modelos, gastei em ia, gasto com inteligencia artificial, gastos com inteligencia artificial",
  "ai-calls":
    "chamada de ia, chamadas a modelos, chamadas de modelos, chamadas aos modelos, requisicoes de ia, chamadas da ia, chamadas para ia",
  "ai-tokens": "tokens, token, tokens usados, tokens gastos, uso de tokens, consumo de tokens, tokens consumidos",
  "ai-cost-per-call":
    "custo por chamada, custo medio por chamada, custo medio por chamada de ia, custo por chamada de ia, custo medio de ia, preco por chamada",
  "agent-runs":
    "execucao de agente, execucoes, execucoes dos agentes, rodadas dos agentes, agentes rodaram, execucao, execucoes de agente, agente rodou",
  proposals: "proposta, propostas dos agentes, propostas de agentes, mudancas propostas, propostas feitas",
  "approval-rate":
    "aprovacao, percentual de aprovacao, taxa de propostas aprovadas, indice de aprovacao, taxa de aprovacoes, percentual de propostas aprovadas, porcentagem de aprovacao",
};
