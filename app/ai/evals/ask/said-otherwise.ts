import { type RefusalReason, refusalReasons } from "#app/domain/metrics/kinds.ts";
import { type AskCase, goesOn, means, refuses } from "./case.ts";

/** A year behind "over", which is a threshold only where something is counted behind it. */
const years: readonly AskCase[] = [
  means("cancellation rate by quarter over 2025", "cancellation-rate grain=quarter when=2025-01-01..2026-01-01"),
  means("orders per month over 2024", "orders grain=month when=2024-01-01..2025-01-01"),
  means("bounce rate over 2025 by device", "bounce-rate by=device when=2025-01-01..2026-01-01"),
  means("late rate throughout 2025, monthly", "late-rate grain=month when=2025-01-01..2026-01-01"),
  means("faturamento ao longo de 2025 por trimestre", "gmv grain=quarter when=2025-01-01..2026-01-01"),
  means("taxa de devolução mês a mês em 2025", "return-rate grain=month when=2025-01-01..2026-01-01"),
  means("channels with over 2025 orders this year", "orders by=channel when=this:year min=2026"),
  means("days with revenue over 2025 last month", "gmv grain=day when=last:1:month min=202501"),
  means("marcas com mais de 2025 pedidos", "orders by=brand min=2026"),
  means("gmv by channel over R$ 2025", "gmv by=channel min=202501"),
];

/** A stretch that is told by the one that was shown. */
const before: readonly AskCase[] = [
  goesOn("orders in the last 7 days", "and the 7 days before that?", "orders when=2026-11-14..2026-11-21"),
  goesOn("orders in the last 7 days", "and the previous 7 days?", "orders when=2026-11-14..2026-11-21"),
  goesOn("visits by device in the last 30 days", "what about the 30 days before", "visits by=device when=2026-09-29..2026-10-29"),
  goesOn("revenue yesterday", "and the three days before?", "gmv when=2026-11-24..2026-11-27"),
  goesOn("net revenue in October", "and the two months before that", "net-revenue when=2026-08-01..2026-10-01"),
  goesOn("pedidos dos últimos 7 dias", "e 7 dias antes?", "orders when=2026-11-14..2026-11-21"),
  goesOn("orders last quarter", "and the prior one?", "orders when=2026-04-01..2026-07-01"),
  goesOn("orders in October", "and the year before?", "orders when=2025-10-01..2025-11-01"),
  goesOn("faturamento dos últimos 7 dias por canal", "e nos 7 dias anteriores?", "gmv by=channel when=2026-11-14..2026-11-21"),
  goesOn("pedidos da semana passada", "e nas 2 semanas antes?", "orders when=2026-11-02..2026-11-16"),
  goesOn("devoluções este mês", "e nos 3 meses anteriores?", "returns when=2026-08-01..2026-11-01"),
  goesOn("pedidos da semana passada", "e na anterior?", "orders when=2026-11-09..2026-11-16"),
  means("compare a receita dos últimos 7 dias com os 7 dias anteriores", "gmv when=last:7:day cmp=previous"),
  means("revenue in the previous 14 days", "gmv when=last:14:day"),
];

/** What is listed, by the number that it is ordered by or has to reach. */
const listed: readonly AskCase[] = [
  means("channels by number of orders last month", "orders by=channel when=last:1:month"),
  means("pickers by picks per hour this week", "picks-per-hour by=person when=this:week"),
  means("people by lines picked yesterday", "picked-lines by=person when=last:1:day"),
  means("categories by revenue in Q3", "gmv by=category when=2026-07-01..2026-10-01"),
  means("countries by visits", "visits by=country"),
  means("canais por número de pedidos no mês passado", "orders by=channel when=last:1:month"),
  means("marcas por faturamento em outubro", "gmv by=brand when=2026-10-01..2026-11-01"),
  means("produtos por quantidade vendida ontem", "units-sold by=product when=last:1:day"),
  means("pessoas por tarefas concluídas esta semana", "floor-tasks-done by=person when=this:week"),
  means("aparelhos por taxa de conversão", "conversion-rate by=device"),
  means("days last month with revenue of at least 3,000", "gmv grain=day when=last:1:month min=300000"),
  means("weeks this year when we got fewer than 50 orders", "orders grain=week when=this:year max=49"),
  means("brands that made less than 800 in September", "gmv by=brand when=2026-09-01..2026-10-01 max=79999"),
  means("channels that brought in more than 10k last month", "gmv by=channel when=last:1:month min=1000001"),
  means("categories which earned over 2 thousand this quarter", "gmv by=category when=this:quarter min=200001"),
  means("dias do mês passado com faturamento de pelo menos 5 mil", "gmv grain=day when=last:1:month min=500000"),
  means("dias em que recebemos mais de 40 pedidos este mês", "orders grain=day when=this:month min=41"),
  means("produtos que venderam mais de 50 este mês", "units-sold by=product when=this:month min=51"),
  means("marcas que fizeram menos de mil reais em outubro", "gmv by=brand when=2026-10-01..2026-11-01 max=99999"),
  means("days last week with no more than 5 returns", "returns grain=day when=last:1:week max=5"),
  means("semanas com não mais de 30 pedidos este ano", "orders grain=week when=this:year max=30"),
  means("brands making more than 5k this month", "gmv by=brand when=this:month min=500001"),
  means("lojas por faturamento", "gmv by=channel"),
  means("canais que renderam pelo menos 20 mil no trimestre passado", "gmv by=channel when=last:1:quarter min=2000000"),
];

/** All but something. */
const allBut: readonly AskCase[] = [
  means("everything except Shopee: orders last week", "orders when=last:1:week not=vendor:shopee"),
  means("all channels but Mercado Livre, revenue this month", "gmv when=this:month not=vendor:mercado-livre"),
  means("revenue from everywhere but Shopee in October", "gmv when=2026-10-01..2026-11-01 not=vendor:shopee"),
  means("units sold of all brands other than Brastemp", "units-sold not=brand:Brastemp"),
  means("visits from everything apart from phones yesterday", "visits when=last:1:day not=device:phone"),
  means("stock on hand in all zones except zone A", "stock-on-hand not=zone:zon_a"),
  means("tudo menos Shopee: faturamento do mês passado", "gmv when=last:1:month not=vendor:shopee"),
  means("pedidos de todos os canais menos o Mercado Livre", "orders not=vendor:mercado-livre"),
  means("tudo que não é Shopee: pedidos ontem", "orders when=last:1:day not=vendor:shopee"),
  means("faturamento de tudo exceto Brastemp em setembro", "gmv when=2026-09-01..2026-10-01 not=brand:Brastemp"),
  means("sem contar a Shopee, quantos pedidos ontem?", "orders when=last:1:day not=vendor:shopee"),
  means("estoque em todas as zonas fora a zona B", "stock-on-hand not=zone:zon_b"),
];

/** The question before, once more. */
const again: readonly AskCase[] = [
  goesOn("units sold by brand this month", "same for the second half of 2025", "units-sold by=brand when=2025-07-01..2026-01-01"),
  goesOn("orders by channel in October", "same thing but for September", "orders by=channel when=2026-09-01..2026-10-01"),
  goesOn("orders by channel in October", "now the same by brand", "orders by=brand when=2026-10-01..2026-11-01"),
  goesOn("visits last week", "same for mobile", "visits when=last:1:week only=device:phone"),
  goesOn("pedidos por canal em outubro", "a mesma coisa para setembro", "orders by=channel when=2026-09-01..2026-10-01"),
  goesOn("pedidos por canal em outubro", "o mesmo sem Shopee", "orders by=channel when=2026-10-01..2026-11-01 not=vendor:shopee"),
  goesOn("faturamento de ontem", "mesma coisa com o lucro", "gross-margin when=last:1:day"),
  goesOn("anúncios ativos por canal", "e os pausados?", "paused-listings by=channel"),
  goesOn("pedidos por canal este mês", "e os enviados?", "shipped-orders by=channel when=this:month"),
  goesOn("pedidos por canal este mês", "e os atrasados?", "late-shipments by=channel when=this:month"),
  goesOn("perguntas por canal", "e as abertas?", "unanswered-questions by=channel"),
  goesOn("perguntas por canal este mês", "e as não respondidas?", "unanswered-questions by=channel"),
  goesOn("paused listings by channel", "and the active ones?", "active-listings by=channel"),
  goesOn("orders by channel this month", "and cancelled?", "cancelled-orders by=channel when=this:month"),
  goesOn("gmv this month", "and cancelled?", "cancelled-value when=this:month"),
];

/** Verbs and other words around what is counted, and slips in short ones. */
const around: readonly AskCase[] = [
  means("share of revenue eaten up by fees last month", "fee-share when=last:1:month"),
  means("quanto do faturamento foi engolido pelas tarifas em outubro", "fee-share when=2026-10-01..2026-11-01"),
  means("completed floor tasks by person this week", "floor-tasks-done by=person when=this:week"),
  means("how fast do we answer questions on Shopee", "hours-to-answer only=vendor:shopee"),
  means("how long do we take to reply to buyers by channel last month", "hours-to-answer by=channel when=last:1:month"),
  means("how fast do we ship", "hours-to-ship"),
  means("em quanto tempo a gente responde as perguntas por canal", "hours-to-answer by=channel"),
  means("quanto tempo levamos pra responder os clientes este mês", "hours-to-answer when=this:month"),
  means("com que rapidez respondemos as dúvidas", "hours-to-answer"),
  means("vists by country last 28 days", "visits by=country when=last:28:day"),
  means("ordes by chanel yesterday", "orders by=channel when=last:1:day"),
  means("pedios de hoje", "orders when=this:day"),
  means("fatramento por canal ontem", "gmv by=channel when=last:1:day"),
  means("how many ppl bought from us this week", "buyers when=this:week"),
  means("customers who bought in October", "buyers when=2026-10-01..2026-11-01"),
  means("pessoas que compraram ontem", "buyers when=last:1:day"),
];

/** Kinds and states as people say them. */
const kinds: readonly AskCase[] = [
  means("open oversell risk alerts", "open-alerts only=alert-kind:oversell-risk"),
  means("wrong count alerts in zone A", "open-alerts only=alert-kind:wrong-counts only=zone:zon_a"),
  means("how many understaffed alerts are open?", "open-alerts only=alert-kind:understaffed"),
  means("alerts of type oversell risk", "open-alerts only=alert-kind:oversell-risk"),
  means("questions nobody answered", "unanswered-questions"),
  means("all alerts except drift", "open-alerts not=alert-kind:drift"),
  means("alertas de risco de venda sem estoque", "open-alerts only=alert-kind:oversell-risk"),
  means("alertas abertos de falta de pessoal por zona", "open-alerts by=zone only=alert-kind:understaffed"),
  means("alertas de reclamações em alta", "open-alerts only=alert-kind:complaints-rising"),
  means("damaged item returns last month", "returns when=last:1:month only=return-reason:damaged"),
  means("quantos pedidos esperam liberação", "open-orders only=order-state:held"),
  means("orders waiting to be released by channel", "open-orders by=channel only=order-state:held"),
  means("pedidos aguardando liberação", "open-orders only=order-state:held"),
  means("perguntas não respondidas por canal", "unanswered-questions by=channel"),
  means("unanswered questions on Mercado Livre", "unanswered-questions only=vendor:mercado-livre"),
  means("quantas unidades de cada produto temos em estoque", "stock-on-hand by=product"),
  means("units of every sku in stock in zone B", "stock-on-hand by=sku only=zone:zon_b"),
];

/** The same things said in other words than those that the rules were first written for. */
export const saidOtherwise: readonly AskCase[] = [...years, ...before, ...listed, ...allBut, ...again, ...around, ...kinds];

const anyReason: readonly RefusalReason[] = refusalReasons;

/** Near what is answered above, and without an answer. */
export const saidOtherwiseRefused: readonly AskCase[] = [
  refuses("visitas acima de 2024 por dia", "period-unclear"),
  refuses("net revenue above 2025 by brand", "dimension-unfit"),
  refuses("gross margin rate over 2025 by brand last month", "not-understood"),
  refuses("vendas dos 7 dias anteriores", "period-unclear"),
  { question: "and the 7 days before?", after: "open orders by channel", refused: ["period-unclear"] },
  { question: "e no mês anterior?", after: "pedidos em aberto", refused: ["period-unclear"] },
  refuses("orders 3 days before Christmas", ...anyReason),
  refuses("everything except", ...anyReason),
  refuses("tudo menos", ...anyReason),
  refuses("same for last month", ...anyReason),
  refuses("a mesma coisa para outubro", ...anyReason),
  { question: "and the cancelled ones?", after: "returns by zone this week", refused: anyReason },
  { question: "and the late ones?", after: "questions this week", refused: anyReason },
  refuses("how fast do customers answer", ...anyReason),
  refuses("release the held orders", ...anyReason),
  refuses("libere os pedidos retidos", ...anyReason),
  refuses("pause the listings", ...anyReason),
  refuses("wrong counts last week", ...anyReason),
  refuses("mensagens esperando resposta", ...anyReason),
  refuses("vendas sem estoque", ...anyReason),
  refuses("how many questions did we answer last week", ...anyReason),
  { question: "2 weeks earlier?", after: "orders yesterday", refused: ["period-unclear"] },
  refuses("clientes que fizeram mais de 3 pedidos", ...anyReason),
];
