import type { MetricId } from "../../kinds.ts";

/** What else people call a number in Portuguese, between commas. A plural is found by its singular; a name need not stand here. */
export const metricPhrasesPtBr: Readonly<Record<MetricId, string>> = {
  gmv: "entrou de dinheiro, dinheiro entrou, faturamento, receita, receita bruta, faturei, faturamos, faturou, faturado, valor vendido, valor das vendas, valor de vendas, volume de vendas, vendas brutas, valor bruto, faturar, fatura, entrou em vendas, fizemos em vendas, fiz em vendas, fatura mais, faturando, faturaram, entrou de grana, entrou no caixa, faturamento bruto, quanto entrou",
  orders: "pedidos recebidos, encomenda, encomendas",
  "units-sold":
    "itens vendidos, produtos vendidos, quantidade vendida, mais vendido, mais vendida, mais vendidos, mais vendidas, campeao de vendas, campeoes de vendas, menos vendido, menos vendida, menos vendidos, menos vendidas, pior vendido, piores vendidos, pecas sairam, unidades sairam, itens sairam, produtos sairam, campeao de venda, campeoes de venda, giro lento, baixo giro, pouca saida, menor saida, menos saida, maior saida, mais saida, alto giro, maior giro, menor giro, mais giram, menos giram, sai menos, saem menos, saiu menos, sairam menos, sai mais, saem mais, queridinhos, mais comprado, mais comprados, mais comprada, mais compradas, saindo mais, girando mais, mais saindo, girou mais, giraram mais",
  "average-order-value":
    "valor medio do pedido, pedido medio, media por pedido, valor medio dos pedidos, ticket, tiquete, valor medio de pedido, faturamento por pedido, receita por pedido, valor por pedido, gasto por pedido, valor medio da venda, valor medio das vendas, venda media, carrinho medio, compra media, valor medio da compra, valor medio das compras",
  "units-per-order":
    "itens por pedido, pecas por pedido, produtos por pedido, unidades por venda, unidades em cada pedido, itens em media por pedido, itens em cada pedido, produtos em media por pedido, unidades em media por pedido, pecas em media por pedido, itens por venda, itens por compra",
  "cancelled-orders":
    "cancelamento, cancelamentos, cancelados, cancelaram, cancelou, compras cancelaram, compra cancelaram, compras canceladas, compra cancelada, vendas canceladas, venda cancelada, clientes cancelaram, gente cancelou",
  "cancelled-value":
    "valor perdido, gmv cancelado, gmv perdido, faturamento cancelado, perdido com cancelamentos, perdi com cancelamentos, deixamos de ganhar com cancelamentos, deixei de ganhar com cancelamentos, deixamos de faturar com cancelamentos, receita perdida com cancelamentos, faturamento perdido com cancelamentos, perdemos com cancelamentos, perdido com pedidos cancelados, perdemos com pedidos cancelados, perdi com pedidos cancelados",
  "cancellation-rate": "indice de cancelamento",
  "marketplace-fees":
    "tarifa, tarifas, comissao, comissoes, taxas do marketplace, taxas de venda, taxas pagas, tarifas dos marketplaces, taxas dos marketplaces, taxas dos canais, tarifas dos canais, taxas da plataforma, taxas e comissoes, comeu de taxa, comeram de taxa, levou de taxa, levaram de taxa, cobrou de taxa, cobraram de taxa, paguei de taxa, pagamos de taxa, foi de taxa, quanto de taxa",
  "fee-share": "tarifas sobre o gmv, tarifas sobre as vendas",
  "shipping-cost": "frete, fretes, custo de entrega, gastei com envio, gastamos com envio",
  "net-revenue":
    "faturamento liquido, vendas liquidas, liquido, receita sem tarifas, gmv liquido, sobra depois das tarifas, sobra depois das taxas, sobrou depois das tarifas, sobrou depois das taxas, depois das tarifas, depois das taxas, descontadas as tarifas, descontando as tarifas, descontando as taxas, descontadas as taxas, sem as tarifas, vendas sem tarifas",
  "gross-margin":
    "margem, lucro, lucro bruto, lucros, lucrei, lucramos, ganho, ganhos, ganhei, ganhamos, resultado bruto, lucrando, lucraram, lucrativo, lucrativos, lucrativa, lucrativas",
  "gross-margin-rate": "lucratividade, rentabilidade, margem media, margem media bruta",
  buyers:
    "cliente, clientes, clientes unicos, compradores unicos, gente comprou, clientes diferentes, compradores diferentes, clientes distintos, compradores distintos, pessoas diferentes compraram, pessoas compraram, pessoas que compraram, clientes que compraram, gente que comprou, clientes compraram, gente diferente comprou",
  "shipped-orders":
    "envios, envio, pedidos expedidos, despachos, remessas, pacotes enviados, expedicao, pacotes, pedidos sairam, pacotes despachados",
  "late-shipments": "atrasos, atraso, atrasaram, atrasou, atrasa, atrasam, atrasei, atrasamos, fora do prazo, perderam o prazo",
  "late-rate": "taxa de atrasos",
  "hours-to-ship":
    "tempo ate o envio, horas para enviar, prazo de despacho, horas ate enviar, tempo ate enviar, prazo de envio, tempo de manuseio, tempo de processamento, do pagamento ao envio, do pagamento ate o envio, entre o pagamento e o envio, tempo ate despachar, despachar um pedido, enviar um pedido, sair um pedido, pedido sair, pedido sai, pedido ser enviado, pedido ser despachado, dias para enviar, dias ate o envio, horas levamos para enviar, horas demoramos para enviar, dias levamos para enviar",
  "open-orders":
    "pedidos abertos, pedido em aberto, pedidos pendentes, pedidos a enviar, pedidos para enviar, pedidos esperando, pedidos aguardando, pedidos na fila, fila de pedidos, fila de envio, pedidos que faltam enviar, pedidos aguardando envio, pedidos por enviar, pedidos esperando envio, pedidos nao enviados, pedidos nao foram enviados, pedidos faltam enviar, pedidos falta enviar, pedidos faltando enviar, faltam enviar, falta enviar, faltam ser enviados, pedidos por despachar, pedidos a despachar, pedidos para despachar, pedidos sem enviar, pedidos que preciso enviar, pedidos precisam ser enviados, pedidos esperando para sair, pedidos que ainda nao sairam, pedidos nao sairam, pedidos pendentes de envio, pedidos aguardando despacho, pedidos faltam sair, vendas para enviar, vendas pendentes de envio, pedidos parados",
  "active-listings": "numero de anuncios, quantidade de anuncios, anuncios publicados, anuncios tenho, anuncios temos, anuncios rodando",
  "paused-listings": "anuncios parados",
  "listings-out-of-stock":
    "sem estoque, esgotado, esgotados, esgotadas, ruptura, rupturas, anuncios esgotados, fora de estoque, anuncios zerados, estoque zerado, anuncios com estoque zerado, estoque acabou, acabou o estoque, zerados, sem saldo, zerou o estoque, em falta",
  "listing-quality":
    "qualidade, qualidade do anuncio, qualidade de anuncio, pontuacao dos anuncios, nota dos anuncios, saude dos anuncios, nota de qualidade, pontuacao de qualidade, saude do anuncio, score dos anuncios, score de qualidade",
  "listing-price":
    "preco, precos, preco do anuncio, mais caro, mais caros, mais cara, mais caras, mais barato, mais baratos, mais barata, mais baratas",
  questions: "perguntas recebidas, duvidas, perguntaram",
  "unanswered-questions":
    "perguntas pendentes, perguntas em aberto, perguntas nao respondidas, perguntas abertas, perguntas esperando, pergunta sem resposta, perguntas a responder, perguntas para responder, perguntas esperando resposta, perguntas sem responder, perguntas faltam responder, perguntas falta responder, faltam responder, perguntas que nao respondi, perguntas nao respondi, perguntas nao respondemos, perguntas nao respondidas, perguntas nao foram respondidas, perguntas por responder, perguntas aguardando, perguntas aguardando resposta, duvidas sem resposta, duvidas nao respondidas, perguntas na fila, perguntas que ninguem respondeu, perguntas ninguem respondeu, nao respondidas, nao foram respondidas, pergunta parada, perguntas paradas, perguntas pendente, pergunta parada sem resposta, perguntas paradas sem resposta",
  "hours-to-answer":
    "tempo de resposta, tempo ate responder, tempo ate a resposta, tempo para responder, horas para responder, demora para responder, demoramos para responder, tempo levamos para responder, demoro para responder, levo para responder, responder perguntas, responder um cliente, responder os clientes, responder os compradores, velocidade de resposta, tempo pra responder, responder o cliente, responder cliente, responder clientes, responder o comprador, responder compradores, responder as pessoas",
  reviews: "avaliacoes recebidas, opinioes, resenhas",
  "average-rating":
    "nota, notas, media das avaliacoes, avaliacao media, media de estrelas, estrelas em media, media de avaliacao, mais bem avaliado, mais bem avaliados, mais bem avaliada, mais bem avaliadas, bem avaliado, bem avaliados, melhor avaliado, melhor avaliados, melhores avaliados, melhor avaliada, melhor avaliadas, pior avaliado, pior avaliados, piores avaliados, pior avaliada, pior avaliadas, mal avaliado, mal avaliados, mal avaliada, mal avaliadas, avaliado pelos clientes, avaliados pelos clientes, avaliada pelos clientes, avaliadas pelos clientes",
  complaints: "queixas, queixa, avaliacoes negativas, avaliacoes ruins, mais reclamado, mais reclamados, reclamacoes recebidas",
  "open-recommendations": "recomendacoes, recomendacao, conselhos, dicas",
  "stock-on-hand":
    "estoque atual, estoque fisico, inventario, itens em estoque, produtos em estoque, saldo, estoque disponivel no armazem, pecas guardadas, peca guardada, unidades guardadas, itens guardados, produtos guardados, guardado no estoque, guardado no galpao, pecas no galpao, peca tem guardada, pecas tem guardadas, itens no galpao, unidades no galpao",
  "stock-reserved": "reservado, reservados, unidades reservadas, pecas reservadas, estoque comprometido, reserva de estoque, reservas",
  "stock-value":
    "custo do estoque, estoque vale, dinheiro em estoque, vale o estoque, vale meu estoque, estoque esta valendo, parado em estoque, parado no estoque, grana em estoque, capital parado, capital em estoque, capital parado em estoque, custa o estoque, vale todo o estoque, empatado em estoque, investido em estoque, investido no estoque, investi em estoque",
  "days-of-cover":
    "cobertura, dias de estoque, acaba, acabam, acabar, acabando, acabarao, esgotam, esgotar, vai faltar, vao faltar, dura o estoque, estoque dura, zerar, terminam, fica sem estoque, ficam sem estoque, ficar sem estoque, ficarao sem estoque, dura meu estoque, durar o estoque, estoque vai durar, durar meu estoque, estoque aguenta, repor, reposicao, reabastecer, prestes a acabar, quase acabando, quase sem estoque, dias de estoque restante, esta no fim, estao no fim",
  "picked-units": "itens separados, unidades coletadas, unidades pickadas, produtos separados",
  "picked-lines":
    "separacao, separacoes, picks, separou, separaram, linhas coletadas, separadas, picking, coletas, separei, separamos, mais linhas, menos linhas, bipou, biparam, bipei, bipamos",
  "picks-per-hour":
    "linhas por hora, picks por hora, produtividade, ritmo de separacao, velocidade de separacao, separadas por hora, pickings por hora, coletas por hora, separa por hora, linhas na hora, produtivo, produtivos, produtiva, produtivas",
  "short-picks":
    "faltas, picks com falta, separacoes incompletas, separacoes faltando, faltou na separacao, faltaram na separacao, separacoes que faltaram",
  "count-accuracy":
    "acuracia, acuracidade, acuracia de estoque, acuracia do inventario, precisao das contagens, acuracidade de estoque, acuracia do estoque, precisao do inventario, precisao do estoque, precisao de estoque, contagens corretas, contagens certas, contagens bateram, acuracidade do inventario",
  "floor-tasks-done":
    "tarefas, tarefa, tarefas do armazem, tarefas do armazem concluidas, tarefas concluidas no armazem, tarefas terminadas, tarefas finalizadas, tarefas realizadas, tarefas completadas, tarefas encerradas, tarefas cumpridas",
  "open-alerts": "alertas, alerta, alertas ativos, alarmes",
  returns: "devolvido, devolvidos, produtos devolvidos, trocas e devolucoes, devolveram, devolvem, devolve, devolvidas, devolvida",
  "return-rate": "indice de devolucao",
  visits: "sessoes, sessao, trafego, acessos, acesso, visitaram o site, acessaram o site",
  visitors:
    "visitantes unicos, pessoas no site, pessoas visitaram, usuarios, pessoas entraram no site, gente entrou no site, pessoas acessaram o site, pessoas visitaram o site, visitantes diferentes, gente no site, gente entrou, gente visitou, gente acessou, gente visitou o site, gente acessou o site",
  "page-views":
    "visualizacoes de pagina, visualizacoes de paginas, pageviews, paginas visitadas, paginas acessadas, mais visitada, mais visitadas, mais acessada, mais acessadas",
  "product-views":
    "produtos vistos, mais visto, mais vistos, mais vistas, mais visualizado, mais visualizados, produtos visualizados, views de produtos, visualizacoes dos produtos, vistos, menos vistos, menos visto, foi vista, foi visto, foram vistos, foram vistas",
  "cart-adds":
    "adicionado ao carrinho, adicionados ao carrinho, colocado no carrinho, colocados no carrinho, postos no carrinho, adicoes a carrinhos, add to cart, foram para o carrinho, foram ao carrinho, adicionaram ao carrinho, inclusoes no carrinho, colocaram no carrinho, colocam no carrinho, poem no carrinho, puseram no carrinho, foi para o carrinho, vao para o carrinho, adicionam ao carrinho, no carrinho, adicionados no carrinho",
  "site-purchases":
    "pedidos no site, pedidos do site, vendas no site, compras do site, compras na loja virtual, pedidos pelo site, vendas do site, vendas pelo site",
  "site-revenue": "receita no site, faturamento do site, faturamento no site, receita da loja virtual",
  "conversion-rate":
    "conversao, convertem, converte, converteu, converteram, conversoes, porcentagem das visitas que viraram pedido, % das visitas que viraram pedido, % das visitas viram pedido, porcentagem das visitas viram pedido, por cento das visitas compram, % das visitas compram, porcentagem das visitas compram, porcentagem de visitas que compram",
  "cart-abandonment-rate":
    "abandono de carrinho, abandono de carrinhos, carrinhos abandonados, carrinho abandonado, taxa de abandono, abandono do carrinho, carrinhos largados, abandonaram o carrinho, abandonam o carrinho",
  "bounce-rate": "rejeicao, bounce",
  "visit-duration": "tempo no site, duram as visitas, dura uma visita, permanencia, ficam no site",
  interactions: "interacoes descritas",
  "views-without-purchase":
    "vistos mas nao comprados, visto mas nao comprado, vistos e nao comprados, vistos sem compra, visualizados mas nao comprados, visualizados e nao comprados, vistos mas nao vendidos, olhados mas nao comprados, vistos e nao vendidos, nao comprados, vistos sem compras, visualizacoes sem compra, visualizacoes sem compras, muito vistos mas nao comprados, muito vistos e pouco comprados, vistos e nunca comprados, vistos mas nunca comprados",
  "new-patterns": "padroes, padrao, novos padroes",
  "ai-spend":
    "gastei com ia, gastamos com ia, gasto com modelos, custo dos modelos, gastei com modelos, gastamos com modelos, custou a ia, custaram os modelos, gastei em ia, gastando com ia, gastou com ia, ia custou, ia custa, conta da ia",
  "ai-calls":
    "chamadas a modelos, chamadas de modelos, chamadas aos modelos, requisicoes de ia, chamadas da ia, chamadas para ia, chamadas de modelo, chamadas foram feitas a ia",
  "ai-tokens": "tokens, token, tokens usados, tokens gastos, consumo de tokens, tokens consumidos",
  "ai-cost-per-call":
    "custo por chamada, custo medio de ia, preco por chamada, custa cada chamada, custa uma chamada, custou cada chamada, custo por chamada de ia, custa cada chamada de ia",
  "agent-runs": "execucoes, execucoes dos agentes, rodadas dos agentes, agentes rodaram, execucao",
  proposals: "propostas dos agentes, propostas de agentes, mudancas propostas, agentes propuseram, propostas criadas",
  "approval-rate":
    "aprovacao, taxa de propostas aprovadas, percentual de propostas aprovadas, % de propostas aprovadas, % das propostas aprovadas, percentual das propostas aprovadas, porcentagem de propostas aprovadas, porcentagem das propostas aprovadas, propostas sao aprovadas",
};
