import type { MetricId } from "../../kinds.ts";

/** What else people call a number in Portuguese, between commas. A plural is found by its singular; a name need not stand here. */
export const metricPhrasesPtBr: Readonly<Record<MetricId, string>> = {
  gmv: "entrou de dinheiro, dinheiro entrou, faturamento, receita, receita bruta, faturei, faturamos, faturou, faturado, valor vendido, valor das vendas, valor de vendas, volume de vendas, vendas em valor, vendas em reais, vendas brutas, valor bruto, faturar, fatura, entrou em vendas, fizemos em vendas, fiz em vendas, fatura mais, faturando, faturaram, entrou de grana, entrou no caixa, valor faturado, vendido em reais, vendi em reais, vendemos em reais, vendas totais em reais, faturamento bruto",
  orders: "pedido, numero de pedidos, quantidade de pedidos, volume de pedidos, pedidos feitos, pedidos recebidos, encomenda, encomendas",
  "units-sold":
    "unidade vendida, pecas vendidas, itens vendidos, produtos vendidos, quantidade vendida, vendas em unidades, mais vendido, mais vendida, mais vendidos, mais vendidas, campeao de vendas, campeoes de vendas, menos vendido, menos vendida, menos vendidos, menos vendidas, pior vendido, piores vendidos, pecas sairam, unidades sairam, itens sairam, produtos sairam, unidades que sairam, pecas que sairam, campeao de venda, campeoes de venda, giro lento, baixo giro, pouca saida, menor saida, menos saida, maior saida, mais saida, alto giro, maior giro, menor giro, mais giram, menos giram, sai menos, saem menos, saiu menos, sairam menos, sai mais, saem mais, queridinhos, mais comprado, mais comprados, mais comprada, mais compradas",
  "average-order-value":
    "ticket medio, tiquete medio, valor medio do pedido, valor medio por pedido, pedido medio, media por pedido, valor medio dos pedidos, ticket, tiquete, valor medio de pedido, faturamento por pedido, receita por pedido, valor por pedido, gasto medio por pedido, gasto por pedido, media de valor por pedido, valor medio da venda, valor medio das vendas, venda media, carrinho medio, compra media, valor medio da compra, valor medio das compras",
  "units-per-order":
    "itens por pedido, pecas por pedido, produtos por pedido, unidades por venda, unidades em cada pedido, itens em media por pedido, itens em cada pedido, media de itens por pedido, produtos em media por pedido, unidades em media por pedido, pecas em media por pedido, itens por venda, itens por compra",
  "cancelled-orders":
    "pedido cancelado, cancelamento, cancelamentos, vendas canceladas, numero de cancelamentos, quantidade de cancelamentos, cancelados, pedidos foram cancelados",
  "cancelled-value":
    "valor dos cancelados, valor dos cancelamentos, valor de cancelamentos, valor perdido, gmv cancelado, gmv perdido, faturamento cancelado, perdido com cancelamentos, perdi com cancelamentos, deixamos de ganhar com cancelamentos, deixei de ganhar com cancelamentos, deixamos de faturar com cancelamentos, receita perdida com cancelamentos, faturamento perdido com cancelamentos, perdemos com cancelamentos, valor dos pedidos cancelados, perdido com pedidos cancelados, perdemos com pedidos cancelados, perdi com pedidos cancelados",
  "cancellation-rate":
    "indice de cancelamento, percentual de cancelamento, porcentagem de cancelamento, taxa de cancelamentos, percentual de pedidos cancelados, porcentagem de pedidos cancelados, percentual de cancelamentos",
  "marketplace-fees":
    "tarifa, tarifas, comissao, comissoes, taxas do marketplace, taxas de venda, tarifas de venda, tarifas pagas, comissao do marketplace, taxas pagas, tarifas dos marketplaces, taxas dos marketplaces, taxas dos canais, tarifas dos canais, taxas da plataforma, taxas e comissoes, tarifas e comissoes, comissao paga, comissoes pagas",
  "fee-share":
    "percentual de tarifas, percentual de comissao, taxa de comissao, tarifas sobre o gmv, tarifas sobre as vendas, peso da comissao, porcentagem de tarifas",
  "shipping-cost":
    "frete, fretes, custo do frete, custo de envio, custo de entrega, gasto com frete, gastei com frete, gastamos com frete, gastos com frete, custo dos envios, custos de frete, paguei de frete, pagamos de frete, despesa com frete, gasto de frete, gastos de frete, gasto com envio, gastos com envio, gastei com envio, gastamos com envio, gasto em frete, gastei em frete, custo do envio, custos de envio, custo com frete, despesas de frete, pago de frete",
  "net-revenue":
    "receita liquida, faturamento liquido, vendas liquidas, liquido, valor liquido, receita sem tarifas, gmv liquido, sobra depois das tarifas, sobra depois das taxas, sobrou depois das tarifas, sobrou depois das taxas, depois das tarifas, depois das taxas, descontadas as tarifas, descontando as tarifas, descontando as taxas, descontadas as taxas, sem as tarifas, ja descontadas as taxas, vendas sem tarifas",
  "gross-margin":
    "margem, margem bruta, lucro, lucro bruto, lucros, lucrei, lucramos, ganho, ganhos, ganhei, ganhamos, resultado bruto, lucrando, lucraram, deu de lucro, da de lucro, lucrativo, lucrativos, lucrativa, lucrativas",
  "gross-margin-rate":
    "margem percentual, percentual de margem, porcentagem de margem, margem em percentual, lucratividade, rentabilidade, taxa de margem, margem media, margem media bruta, ",
  buyers:
    "comprador, compradores, cliente, clientes, numero de clientes, quantidade de clientes, clientes unicos, compradores unicos, pessoas que compraram, gente comprou, clientes diferentes, compradores diferentes, clientes distintos, compradores distintos, pessoas diferentes compraram, pessoas compraram, clientes compraram, gente diferente comprou",
  "shipped-orders":
    "pedido enviado, envios, envio, pedidos despachados, pedidos expedidos, despachos, remessas, pacotes enviados, pedidos que sairam, expedicao, pacotes, pacotes sairam, pedidos sairam, pedidos enviei, pedidos enviamos, pedidos despachei, pedidos despachamos, encomendas enviadas, pacotes despachados",
  "late-shipments":
    "envio atrasado, pedidos atrasados, pedido atrasado, atrasos, atraso, despachos atrasados, entregas atrasadas, enviados com atraso, pedidos enviados com atraso, remessas atrasadas, atrasaram, atrasou, atrasa, atrasam, atrasei, atrasamos, sairam atrasados, saiu atrasado, fora do prazo, pedidos fora do prazo, enviados fora do prazo, sairam fora do prazo, despachados com atraso, perderam o prazo",
  "late-rate":
    "taxa de atrasos, percentual de atraso, percentual de atrasos, indice de atraso, porcentagem de atraso, taxa de envios atrasados, percentual de envios atrasados, porcentagem de envios atrasados, taxa de envio atrasado",
  "hours-to-ship":
    "tempo de envio, tempo ate o envio, tempo para enviar, tempo de despacho, horas para enviar, prazo de despacho, demora para enviar, tempo de expedicao, horas ate enviar, tempo ate enviar, tempo demoramos para enviar, tempo demora para enviar, tempo levamos para enviar, tempo leva para enviar, demoramos para enviar, tempo medio de envio, tempo medio de despacho, tempo medio ate o envio, tempo medio para enviar, prazo medio de envio, prazo de envio, velocidade de envio, tempo de manuseio, tempo de processamento, tempo para despachar, do pagamento ao envio, do pagamento ate o envio, entre o pagamento e o envio, tempo ate despachar, despachar um pedido, enviar um pedido, demora o envio, sair um pedido, pedido sair, pedido sai, pedido ser enviado, pedido ser despachado, dias para enviar, dias ate o envio, horas levamos para enviar, horas demoramos para enviar, dias demoramos para enviar, dias levamos para enviar",
  "open-orders":
    "pedidos abertos, pedido em aberto, pedidos pendentes, pedidos a enviar, pedidos para enviar, pedidos esperando, pedidos aguardando, pedidos na fila, fila de pedidos, fila de envio, pedidos que faltam enviar, pedidos aguardando envio, pedidos por enviar, pedidos esperando envio, pedidos nao enviados, pedidos nao foram enviados, pedidos faltam enviar, pedidos falta enviar, pedidos faltando enviar, faltam enviar, falta enviar, faltam ser enviados, pedidos por despachar, pedidos a despachar, pedidos para despachar, pedidos sem enviar, pedidos que preciso enviar, pedidos precisam ser enviados, pedidos esperando para sair, pedidos que ainda nao sairam, pedidos nao sairam, pedidos pendentes de envio, pedidos aguardando despacho, pedidos faltam sair, vendas para enviar, vendas pendentes de envio, pedidos parados",
  "active-listings":
    "anuncio ativo, anuncios no ar, anuncios ativos, numero de anuncios, quantidade de anuncios, anuncios publicados, anuncios tenho, anuncios temos, anuncios online, anuncios rodando",
  "paused-listings": "anuncio pausado, anuncios em pausa, anuncios parados, ",
  "listings-out-of-stock":
    "anuncio sem estoque, sem estoque, esgotado, esgotados, esgotadas, ruptura, rupturas, anuncios esgotados, fora de estoque, anuncios zerados, estoque zerado, anuncios com estoque zerado, estoque acabou, acabou o estoque, zerados, sem saldo, zerou o estoque, ficaram sem estoque, em falta",
  "listing-quality":
    "qualidade, qualidade do anuncio, qualidade de anuncio, pontuacao dos anuncios, nota dos anuncios, saude dos anuncios, qualidade dos meus anuncios, nota de qualidade, pontuacao de qualidade, saude do anuncio, score dos anuncios, score de qualidade",
  "listing-price":
    "preco, precos, preco medio, preco do anuncio, precos dos anuncios, preco medio dos anuncios, mais caro, mais caros, mais cara, mais caras, mais barato, mais baratos, mais barata, mais baratas, ",
  questions:
    "pergunta, perguntas feitas, perguntas recebidas, perguntas de compradores, numero de perguntas, duvidas, perguntas dos clientes, perguntas chegaram, perguntas de clientes, duvidas dos clientes, perguntaram",
  "unanswered-questions":
    "perguntas pendentes, perguntas em aberto, perguntas nao respondidas, perguntas abertas, perguntas esperando, pergunta sem resposta, perguntas a responder, perguntas para responder, perguntas esperando resposta, perguntas sem responder, perguntas faltam responder, perguntas falta responder, faltam responder, perguntas que nao respondi, perguntas nao respondi, perguntas nao respondemos, perguntas nao respondidas, perguntas nao foram respondidas, perguntas por responder, perguntas aguardando, perguntas aguardando resposta, duvidas sem resposta, duvidas nao respondidas, perguntas na fila",
  "hours-to-answer":
    "tempo de resposta, tempo medio ate a resposta, tempo ate responder, tempo ate a resposta, tempo para responder, horas para responder, demora para responder, tempo medio de resposta, demoramos para responder, tempo demoramos para responder, tempo levamos para responder, tempo levo para responder, tempo demoro para responder, demoro para responder, levo para responder, responder perguntas, responder as perguntas, responder um cliente, responder os clientes, responder os compradores, velocidade de resposta, tempo medio para responder, tempo pra responder",
  reviews: "avaliacao, numero de avaliacoes, avaliacoes recebidas, opinioes, resenhas, quantidade de avaliacoes",
  "average-rating":
    "nota, notas, media das avaliacoes, avaliacao media, media de estrelas, estrelas em media, nota das avaliacoes, media de avaliacao, nota media, mais bem avaliado, mais bem avaliados, mais bem avaliada, mais bem avaliadas, bem avaliado, bem avaliados, melhor avaliado, melhor avaliados, melhores avaliados, melhor avaliada, melhor avaliadas, pior avaliado, pior avaliados, piores avaliados, pior avaliada, pior avaliadas, mal avaliado, mal avaliados, mal avaliada, mal avaliadas, media de notas, media das notas",
  complaints:
    "reclamacao, queixas, queixa, avaliacoes negativas, avaliacoes ruins, numero de reclamacoes, mais reclamado, mais reclamados, reclamacoes recebidas, reclamacoes de clientes",
  "open-recommendations": "recomendacoes, recomendacao, recomendacoes abertas, conselhos, dicas, recomendacoes pendentes",
  "stock-on-hand":
    "estoque atual, nivel de estoque, em estoque, pecas em estoque, unidades em estoque, estoque fisico, saldo de estoque, inventario, estoques, no estoque, saldo em estoque, unidades no estoque, quantidade em estoque, tem em estoque, itens em estoque, produtos em estoque, saldo, tenho em estoque, estoque disponivel no armazem",
  "stock-reserved": "reservado, reservados, unidades reservadas, pecas reservadas, estoque comprometido, reserva de estoque, reservas",
  "stock-value":
    "valor do estoque, valor em estoque, valor do inventario, custo do estoque, estoque vale, dinheiro em estoque, dinheiro parado em estoque, vale o estoque, vale meu estoque, estoque esta valendo, parado em estoque, parado no estoque, grana em estoque, capital parado, capital em estoque, capital parado em estoque, dinheiro parado no estoque, custa o estoque, vale todo o estoque, valor parado em estoque, dinheiro investido em estoque, empatado em estoque, investido em estoque, investido no estoque, investi em estoque",
  "days-of-cover":
    "cobertura, cobertura de estoque, dias de estoque, dias de cobertura de estoque, acaba, acabam, acabar, acabando, vao acabar, vai acabar, acabarao, esgotam, esgotar, se esgotam, vao esgotar, vai faltar, vao faltar, dura o estoque, estoque dura, duracao do estoque, zerar, vao zerar, terminam, fica sem estoque, ficam sem estoque, vao ficar sem estoque, ficar sem estoque, ficarao sem estoque, dura meu estoque, dura o meu estoque, durar o estoque, estoque vai durar, durar meu estoque, estoque aguenta, repor, reposicao, reabastecer, acabando no estoque, perto de acabar, prestes a acabar, quase acabando, quase sem estoque, dias tenho de estoque, dias de estoque restante, esta no fim, estao no fim",
  "picked-units":
    "unidade separada, pecas separadas, itens separados, unidades coletadas, unidades pickadas, produtos separados, itens separou, pecas separou, unidades separou, pecas foram separadas, itens foram separados",
  "picked-lines":
    "linha separada, separacao, separacoes, picks, separou, separaram, linhas coletadas, numero de separacoes, separadas, linhas de separacao, picking, coletas, separei, separamos, linhas separou, linhas separaram, mais linhas, menos linhas",
  "picks-per-hour":
    "separacao por hora, linhas por hora, picks por hora, produtividade, produtividade da separacao, ritmo de separacao, velocidade de separacao, separadas por hora, linhas separadas por hora, pickings por hora, coletas por hora, separa por hora, linhas na hora, produtivo, produtivos, produtiva, produtivas",
  "short-picks":
    "separacao com falta, faltas, faltas na separacao, picks com falta, separacoes incompletas, faltas de separacao, falta na separacao, separacoes faltando, faltou na separacao, faltaram na separacao, separacoes que faltaram",
  "count-accuracy":
    "acuracia, acuracidade, acuracia das contagens, acuracia de estoque, acuracia do inventario, precisao das contagens, acuracidade de estoque, acuracia do estoque, precisao do inventario, precisao do estoque, precisao de estoque, contagens corretas, contagens certas, contagens bateram, acuracidade das contagens, acuracidade do inventario",
  "floor-tasks-done":
    "tarefas, tarefa, tarefas feitas, tarefas terminadas, tarefas finalizadas, tarefas do armazem, tarefas realizadas, tarefas completadas, tarefas encerradas, tarefas cumpridas",
  "open-alerts": "alertas, alerta, alertas abertos, alertas do armazem, alertas ativos, alarmes",
  returns:
    "devolucao, devolvido, devolvidos, pedidos devolvidos, produtos devolvidos, mais devolvido, numero de devolucoes, quantidade de devolucoes, trocas e devolucoes, devolveram, devolvem, devolve, devolvidas, devolvida",
  "return-rate":
    "indice de devolucao, percentual de devolucao, porcentagem de devolucao, taxa de devolucoes, percentual de pedidos devolvidos, percentual de devolucoes",
  visits:
    "visita, sessoes, sessao, trafego, visitas ao site, visitas no site, acessos, acesso, visitas na loja, acessos ao site, visitaram o site, acessaram o site, acessos do site, acessos na loja",
  visitors:
    "visitante, visitantes unicos, pessoas no site, pessoas visitaram, usuarios, visitantes do site, pessoas entraram no site, gente entrou no site, pessoas acessaram o site, pessoas visitaram o site, visitantes diferentes",
  "page-views":
    "pagina vista, visualizacoes de pagina, visualizacoes de paginas, pageviews, paginas visitadas, paginas acessadas, mais visitada, mais visitadas, mais acessada, mais acessadas",
  "product-views":
    "visualizacao de produto, visualizacoes de produto, produtos vistos, mais visto, mais vistos, mais vistas, mais visualizado, mais visualizados, produtos visualizados, views de produtos, visualizacoes dos produtos, vistos, menos vistos, menos visto",
  "cart-adds":
    "adicao ao carrinho, adicionado ao carrinho, adicionados ao carrinho, colocado no carrinho, colocados no carrinho, postos no carrinho, adicoes a carrinhos, add to cart, foram para o carrinho, foram ao carrinho, adicionaram ao carrinho, inclusoes no carrinho, colocaram no carrinho, colocam no carrinho, poem no carrinho, puseram no carrinho, foi para o carrinho, vao para o carrinho, adicionam ao carrinho, no carrinho, adicionados no carrinho",
  "site-purchases":
    "compras no site, pedidos no site, pedidos do site, vendas no site, compras do site, compras na loja virtual, compra no site, pedidos pelo site, vendas do site, vendas pelo site",
  "site-revenue":
    "receita no site, faturamento do site, faturamento no site, receita da loja virtual, receita do meu site, faturamento do meu site",
  "conversion-rate":
    "conversao, taxa de conversoes, conversao do site, percentual de conversao, indice de conversao, convertem, converte, converteu, converteram, conversoes, porcentagem das visitas que viraram pedido, % das visitas que viraram pedido, % das visitas viram pedido, porcentagem das visitas viram pedido, por cento das visitas compram, % das visitas compram, porcentagem das visitas compram, porcentagem de visitas que compram",
  "cart-abandonment-rate":
    "abandono de carrinho, abandono de carrinhos, carrinhos abandonados, carrinho abandonado, taxa de abandono, abandono do carrinho, taxa de carrinhos abandonados, carrinhos largados, abandonaram o carrinho, abandonam o carrinho",
  "bounce-rate": "rejeicao, bounce, indice de rejeicao, percentual de rejeicao, bounce rate",
  "visit-duration":
    "tempo no site, duracao das visitas, tempo de visita, duracao media da visita, tempo medio no site, duracao media das visitas, tempo das visitas, tempo medio de visita, duracao da sessao, duracao das sessoes, duram as visitas, dura uma visita, tempo de sessao, tempo de permanencia, permanencia no site, permanencia, pessoas ficam no site, visitantes ficam no site, ficam no site, duracao da visita",
  interactions: "interacao, interacoes descritas, numero de interacoes",
  "views-without-purchase":
    "vistos mas nao comprados, visto mas nao comprado, vistos e nao comprados, vistos sem compra, visualizados mas nao comprados, visualizados e nao comprados, vistos mas nao vendidos, olhados mas nao comprados, vistos e nao vendidos, nao comprados, vistos sem compras, visualizacoes sem compra, visualizacoes sem compras, muito vistos mas nao comprados, muito vistos e pouco comprados, vistos e nunca comprados, vistos mas nunca comprados",
  "new-patterns": "padroes, padrao, padroes achados, padroes encontrados, padroes descobertos, padroes detectados, novos padroes",
  "ai-spend":
    "gasto de ia, gastos com ia, custo de ia, custo da ia, custos de ia, gastei com ia, gastamos com ia, gasto com modelos, custo dos modelos, custo com ia, despesa com ia, gastei com modelos, gastamos com modelos, gasto em ia, gastos de ia, custou a ia, custaram os modelos, gastei em ia, gasto com inteligencia artificial, gastos com inteligencia artificial, gasto da ia, gastando com ia, gastou com ia, ia custou, ia custa, conta da ia, gasto de inteligencia artificial, custo da inteligencia artificial, gasto com a ia, gastei com a ia, gastamos com a ia",
  "ai-calls":
    "chamada de ia, chamadas a modelos, chamadas de modelos, chamadas aos modelos, requisicoes de ia, chamadas da ia, chamadas para ia, chamadas de modelo, chamadas foram feitas a ia",
  "ai-tokens": "tokens, token, tokens usados, tokens gastos, uso de tokens, consumo de tokens, tokens consumidos",
  "ai-cost-per-call":
    "custo por chamada, custo medio por chamada, custo medio por chamada de ia, custo por chamada de ia, custo medio de ia, preco por chamada, custa cada chamada, custa uma chamada, custa cada chamada de ia, custa uma chamada de ia, custou cada chamada",
  "agent-runs":
    "execucao de agente, execucoes, execucoes dos agentes, rodadas dos agentes, agentes rodaram, execucao, execucoes de agente, agente rodou",
  proposals:
    "proposta, propostas dos agentes, propostas de agentes, mudancas propostas, propostas feitas, agentes propuseram, propostas criadas",
  "approval-rate":
    "aprovacao, percentual de aprovacao, taxa de propostas aprovadas, indice de aprovacao, taxa de aprovacoes, percentual de propostas aprovadas, porcentagem de aprovacao, % de propostas aprovadas, % das propostas aprovadas, percentual das propostas aprovadas, porcentagem de propostas aprovadas, porcentagem das propostas aprovadas, porcentagem das propostas foi aprovada, % das propostas foram aprovadas, propostas sao aprovadas",
};
