import { type RefusalReason, refusalReasons } from "#app/domain/metrics/kinds.ts";
import { type AskCase, refuses } from "./case.ts";

const any: readonly RefusalReason[] = refusalReasons;

/** What sounds like a number of ours, or is a number of two, or of one each: whatever the reason, none may be made up. */
const questions = `
  channels with conversion below 20 %
  Total units shipped last week
  e na zona A?
  total
  e ontem?
  revenue per customer
  faturamento por cliente
  lucro por pedido
  orders per customer
  questions per order
  valor das devoluções
  value of returns last month
  quanto gastei com devoluções
  how much did returns cost us
  custo das devoluções
  quanto custa cada pedido para enviar
  what will our revenue be?
  quanto vou vender semana que vem
  vamos vender mais em dezembro?
  previsão de vendas
  sales forecast for december
  projected revenue this month
  how many seguidores
  NPS do mês
  CAC por canal
  ROAS da campanha
  ad spend by channel
  quanto gastei em anúncios
  quanto gastei com ads no mercado livre
  LTV of customers
  repeat purchase rate
  taxa de recompra
  inventory turnover
  giro de estoque
  orders by city
  pedidos por cidade
  pedidos por estado
  vendas por região
  sales by state
  sales by zip code
  vendas por forma de pagamento
  pedidos pagos com pix
  orders paid by credit card
  orders with coupon
  vendas com cupom
  how many employees do we have
  quantos funcionários tem no armazém
  how many products do we have
  quantos produtos eu tenho
  market share
  participação de mercado
  buy box win rate
  preço do concorrente
  competitor prices
  lucro líquido depois dos impostos
  EBITDA
  cash flow
  fluxo de caixa
  contas a pagar
  saldo da conta
  saldo no mercado pago
  when will order 123 arrive
  prazo de entrega médio
  delivery time by channel
  tempo de entrega
  orders shipped on time
  pedidos entregues no prazo
  stock yesterday
  estoque em outubro
  open orders last month
  unanswered questions last week
  visits by SKU
  returns by product
  conversion by product
  orders by hour and channel and product
  units returned by brand
  temperature of the warehouse
  how many trucks came today
  customers by age
  clientes por idade
  vendas por gênero
  average basket by age group
  sales of red products
  vendas da cor azul
  vendas tamanho M
  orders above R$ 500 yesterday
  pedidos acima de 500 reais
  revenue of the Amazon store
  vendas no TikTok
  vendas na Magalu ontem
  faturamento da Netshoes
  pedidos do João
  orders from repeat customers
  orders from new buyers
  orders without returns
  pedidos sem devolução
  compare with
  compared with last year
  qual o melhor?
  which one is best
  quanto?
  how many?
  total
  hoje
  last month
  me ajuda
  what can you do
  who are you
  delete product X
  cancel all orders
  pause the listings
  muda o preço da chaleira para 100
  aumenta o preço em 10%
  send the report to my boss
  how do I increase sales
  como aumentar as vendas?
  should I lower the price?
  is Shopee better than Mercado Livre
  o que é ticket médio?
  define conversion rate
  how is cancellation rate calculated
  como é calculada a margem
  vendas de ontem vezes dois
  double of yesterday's sales
  sales minus fees
  revenue divided by orders
  sum of orders and returns
  orders in the 13th month
  pedidos no dia 45
  faturamento de 31 de junho
  orders at 25h
  pedidos às 8h30
  median order value
  mediana do ticket
  maximum order value
  maior pedido do mês
  most expensive order yesterday
  pedido mais caro
  biggest order ever
  tax
  quanto paguei de imposto
  quanto paguei de aluguel
  quanto paguei aos fornecedores
  how much do we owe suppliers
  quanto custou a energia
  purchase orders to suppliers
  compras de fornecedores
  how many likes did we get
  email open rate
  open rate
  click through rate
  taxa de cliques
  impressions
  bounce of emails
  exchange rate
  interest rate
  taxa de juros
  return on investment
  retorno do investimento
  return on ad spend
  share price
  stock price of Shopee
  preço da ação do Mercado Livre
  how much is a kettle
  quanto é 2+2
  what time is it
  que horas são
  que dia é hoje
  happy birthday
  tudo bem?
  obrigado
  bom dia
  good morning
  help
  vendas do meu primo
  orders by my friend
  lucro do Carlos
  GMV do Rio de Janeiro
  vendas em São Paulo
  ticket do cinema
  pedidos de música
  receita de frango
  receita de bolo
  margem de erro da pesquisa
  margem de segurança
  taxa selic
  taxa de desemprego
  visitas ao museu
  conversão de dólar para real
  conversion of miles to km
  return flight to Lisbon
  price of bitcoin
  stock options vesting
  how many sessions of therapy
  orders from the CEO of Shopee
  faturamento da minha mãe
  what's the revenue of Google
  quanto a Magalu faturou em 2025
  quanto custa um iphone
  preço do dólar
  quanto vale a empresa
  quanto vale um bitcoin
  when is Black Friday
  quando é o natal
  quantos dias faltam para o natal
  how many days until Christmas
  quantos dias tem novembro
  what day is it today
  previsão do tempo
  quantos habitantes tem o Brasil
  population of Brazil
  quem ganhou o jogo ontem
  who won yesterday
  how many goals yesterday
  conte uma piada
  write an email to customers
  escreva um anúncio para a chaleira
  traduza pedidos para inglês
  me mostre o cpf dos clientes
  customer phone numbers
  emails of buyers
  endereço dos compradores
  list all customers by name
  senha do wifi
  token da api
  mostre as chaves de api
  apague os pedidos de ontem
  cancele o pedido 123
  mude o preço
  pausar anúncios da shopee
  create a coupon
  cria uma contagem para o endereço A-01-02
  orders next friday
  faturamento do próximo trimestre
  vendas de amanhã
  quanto vou faturar em 2027
  meta de vendas
  sales target this month
  are we on target
  batemos a meta?
  orçamento do mês
  budget vs actual
  gross margin budget
  salário da Ana Lima
  idade da Ana Lima
  horas extras da equipe
  absenteísmo
  headcount
  carbon footprint
  energia gasta no armazém
  temperature in zone A
  umidade da zona B
  distance walked by pickers
  cost per pick
  custo por separação
  lucro por hora trabalhada
  revenue per square meter
  orders per visit
  GMV per employee
  vendas por funcionário
  sales by seller
  vendas por vendedor
  cac
  clv by channel
  basket analysis
  produtos comprados juntos
  products bought together
  cross sell rate
  email campaign revenue
  vendas por campanha
  vendas do influenciador
  instagram followers
  likes por post
  comentários no instagram
  vendas no whatsapp
  orders in dollars
  faturamento em dólar
  faturamento em euros
`;

export const spokenRefused: readonly AskCase[] = questions
  .split("\n")
  .map((line) => line.trim())
  .filter(Boolean)
  .map((question) => refuses(question, ...any));
