import type { MetricId } from "../../kinds.ts";

/** What can be meant in more than one way and where a guess would be a wrong number: the choices are told instead. */
export const ambiguousPhrases: readonly (readonly [phrases: string, choices: readonly MetricId[]])[] = [
  [
    "cost, costs, expense, expenses, custo, custos, despesa, despesas, gasto, gastos, spend, spending",
    ["shipping-cost", "marketplace-fees", "ai-spend"],
  ],
  ["rate, rates, taxa, taxas, indice", ["conversion-rate", "cancellation-rate", "return-rate"]],
  ["views, view, visualizacao, visualizacoes", ["product-views", "page-views"]],
  [
    "performance, desempenho, results, resultado, resultados, numbers, numeros, metrics, metricas, kpi, kpis, indicadores, business, negocio, negocios, how are we doing, how did we do, how did i do, como fomos, how am i doing, how are things, how is it going, como estamos, como estamos indo, como vao as coisas, como vai a loja, how is the shop doing, how is my shop doing",
    ["gmv", "orders", "visits"],
  ],
  [
    "unit, units, quantity, em quantidade, in quantity, por quantidade, by quantity, em unidades, piece, pieces, unidade, unidades, peca, pecas",
    ["units-sold", "stock-on-hand"],
  ],
  ["ai, ia, artificial intelligence, inteligencia artificial", ["ai-spend", "ai-calls", "ai-tokens"]],
  ["compra, compras", ["orders", "site-purchases"]],
  ["duration, duracao, tempo medio, average time, speed, velocidade", ["hours-to-ship", "hours-to-answer", "visit-duration"]],
];

/** Selling in general: what of it is counted is told by the rest of the question. */
export const salePhrases =
  "sale, sales, sold, sell, sells, selling, we sell, did we sell, venda, vendas, vendi, vendemos, vendeu, venderam, vende, vendem, vendido, vendidos, vendida, vendidas, vender, sold most, sold the most, sells most, sells the most, sold best, sell best, sells best, buy most, buy the most, people buy most, people buy the most, folks buy most, folks buy the most, buys most, bought most, compra mais, compram mais, mais compra, mais compram, sell most, sell the most, sold least, sold the least, sells least, mais vendeu, mais venderam, vendeu mais, venderam mais, vende mais, vendem mais, mais vende, mais vendem, menos vendeu, vendeu menos, venderam menos, vende menos, vendem menos, vendo, mais saiu, mais sairam, mais sai, mais saem, vendendo, sell more, sells more, sold more, selling more, sell better, sells better, selling best, fechei, fechamos, did we earn, did we make, did i make, i made, we made, did i earn, i earned, we earned, have we earned, brought in, bring in, negociado, transacionado";

/** Words that hold a question together and change nothing of what is asked; folded, a plural is found by its singular. */
export const fillers = `
  a an the of in on at for to from with and or is are was were be been do does did have has had i we you me us my our mine ours your
  it its
  this that these those there here what which how much many who whom whose when where will would can could should shall may please kindly
  tell show give get see want know need like let list display print calculate compute count number total sum overall all any whole entire
  just so then also now hi hello hey thanks thank ok okay question answer report figure data info information
  about during within over up down out by per each every make made making happen happened happening take took got go went come came
  look looking find check value amount volume level shop store business company team warehouse-wise
  am im id ill ive lets whats hows do-we we-have currently right current moment today-so far yet already still
  place placed receive received register registered arrive arrived open opened create created write wrote written ask asked
  answered visit visited saw seen
  compare compared comparison comparar comparado comparada comparacao versus vs
  them they their he she him her someone anyone everybody everyone actually really basically roughly approximately exactly altogether
  full complete detail details detailed summary overview stats statistics statistic wondering curious across through throughout
  tied money amounts figures given gave put gimme pls plz ones thing things lot lots kind-of sort-of breakdown ranking
  resumo visao detalhe detalhes detalhado completo aproximadamente exatamente favor consegue consegues sera andam anda andou indo vindo
  dinheiro preciso precisamos gostariamos informe informar aponte diga-me mostra-me pfv aqui eles elas cada-um lista listagem
  demoramos demora demorou leva levamos levou gente galera ta tou separado separados because causa instead vez disso
  bring brings brought gives sort sorted rank ranked order-by
  work worked working done use used using left leave stand standing

  o os as um uma uns umas de da dos das em no na nos nas por pelo pela pelos pelas para pra pro com ao aos e ou que qual quais
  quanto quanta quantos quantas como onde quando eu meu minha meus minhas nosso nossa nossos nossas seu sua seus suas ele ela
  este esta estes estas esse essa esses essas isso isto aquele foi foram era eram ser sao estao estava tem temos tenho teve
  tivemos tive houve ha havia vai vao vou pode posso poderia podemos quero queria gostaria saber ver mostre mostra mostrar
  diga diz dizer dar liste listar exiba exibir calcule calcular conte traga traz trazer apresente apresentar soma geral todo
  toda todos todas tudo cada obrigado obrigada ola oi bom boa dia-de agora ja ainda atualmente momento sobre durante dentro la ca
  numero quantidade valor nivel loja empresa equipe feito feita feitos feitas fez fizeram fizemos fiz recebi recebemos recebeu
  receberam aconteceu aconteceram houveram chegou chegaram entrou entraram saiu sairam abriu abriram criou criado existe existem
  registrado registrada registrados registradas ficou ficaram estiver relatorio dado dados informacao pergunta resposta numa num
  trazem trouxe trouxeram vem veem vieram veio ordenado ordenados ordenar ranqueado
  tarde noite beleza opa eai valeu prezados gostava rapida rapidinho duvida queremos
  bem mostrem passa passe mande manda veja vejo olha olhar olhando oque faca
  gastei gastamos gastou gastaram gastando paguei pagamos pagando cobra cobram cobrando levo levar deu deram dao dei grana
  completamente finalizado finalizados consigo conseguimos descobertos descobertas descoberto surgiram surgiu apareceram identificados
  discovered identified emerged appeared fala fale falar falem perdi perdemos faz fazer monta monte cria crie criar plota plote plotar
  desenha desenhe perform performs performed performing but mas estamos estou comparativo concluiu concluiram completou completaram terminou
  terminaram finalizou executou executaram contagens acumulado acumulados acumulada acumuladas quebra quebre quebrar divide divida
  dividir abre detalha detalhar agrupa agrupe morning afternoon evening greetings quick
  cheers appreciate appreciated regards guys help helps helping pull grab love wanna lemme
  eaten eat eats ate swallowed engolido engolida engolidos engolidas engolem comido comida comidos comidas comeu comem comeram mordido
  earned earn earns charging charge takes
  tao dando hein ne cara mano velho moco moca uai poxa po opa chefe amigo amiga pessoal povo turma folks dude man mate buddy cash stuff sitting
  se ter tendo seria serao nela nele dela dele deles delas tiver
`;
