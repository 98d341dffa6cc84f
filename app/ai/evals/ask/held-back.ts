import { type AskCase, goesOn, means, refuses } from "./case.ts";

const unclear = ["not-understood", "off-topic", "metric-unknown", "name-unknown"];

/** Written when the rules were done and never used to change them: how well they do on what they were not made for. */
export const heldBackAnswerable: readonly AskCase[] = [
  means("I'd like to see gross margin per category for the last quarter", "gross-margin by=category when=last:1:quarter"),
  means("how many visitors came to the site on Black Friday 2025?", "visitors when=2025-11-28..2025-11-29"),
  means("shipped orders by day since November 20", "shipped-orders grain=day when=2026-11-20..2026-11-29"),
  means("top 3 referrers by conversion rate last month", "conversion-rate by=referrer when=last:1:month order=value-desc limit=3"),
  means("did cancellations go up last week?", "cancelled-orders when=last:1:week cmp=previous"),
  means("which category earned the most revenue in 2025", "gmv by=category when=2025-01-01..2026-01-01 order=value-desc limit=10"),
  means("what is our average rating on Mercado Livre?", "average-rating only=vendor:mercado-livre"),
  means("hourly orders yesterday", "orders grain=hour when=last:1:day"),
  means("brands with fewer than 5 units sold last month", "units-sold by=brand when=last:1:month max=4"),
  means("lines picked by zone and person yesterday", "picked-lines by=zone,person when=last:1:day"),
  means("AI spend over time this quarter", "ai-spend grain=week when=this:quarter"),
  means("why was the return rate so high in October?", "why return-rate when=2026-10-01..2026-11-01 cmp=previous"),
  means("shoppers who left at checkout last week", 'search "left at checkout" when=last:1:week'),
  means("revenue on weekends", "gmv only=weekday:6+7"),
  means("how much did Shopee charge us in fees last month?", "marketplace-fees when=last:1:month only=vendor:shopee"),
  means("qual a margem percentual por marca este mês?", "gross-margin-rate by=brand when=this:month"),
  means("pedidos enviados por dia nos últimos 10 dias", "shipped-orders grain=day when=last:10:day"),
  means("quantos compradores tivemos em cada canal em outubro?", "buyers by=channel when=2026-10-01..2026-11-01"),
  means("duração média das visitas por aparelho esta semana", "visit-duration by=device when=this:week"),
  means("quais produtos foram mais colocados no carrinho ontem?", "cart-adds by=product when=last:1:day order=value-desc limit=10"),
  means("compras no site por dia na última semana", "site-purchases grain=day when=last:1:week"),
  means("os cancelamentos aumentaram em relação ao mês passado?", "cancelled-orders when=this:month cmp=previous"),
  means("tempo até o envio por canal entre 1 e 20 de novembro", "hours-to-ship by=channel when=2026-11-01..2026-11-21"),
  means("qual agente fez mais propostas esta semana?", "proposals by=agent when=this:week order=value-desc limit=10"),
  means("quero ver o estoque por marca", "stock-on-hand by=brand"),
  means("alertas por zona agora", "open-alerts by=zone"),
  means("por que as devoluções subiram em outubro?", "why returns when=2026-10-01..2026-11-01 cmp=previous"),
  means("receita do site por semana nos últimos 2 meses", "site-revenue grain=week when=last:2:month"),
  means("procure o produto Chaleira elétrica inox", 'find "produto Chaleira elétrica inox"'),
  means("quanto a Shopee cobrou de comissão em setembro?", "marketplace-fees when=2026-09-01..2026-10-01 only=vendor:shopee"),
  goesOn("Visits by device last week", "and the bounce rate?", "bounce-rate by=device when=last:1:week"),
  goesOn("Visits by device last week", "just phones", "visits by=device when=last:1:week only=device:phone"),
  goesOn("Faturamento por marca em outubro", "e em setembro?", "gmv by=brand when=2026-09-01..2026-10-01"),
  goesOn("Faturamento por marca em outubro", "top 3", "gmv by=brand when=2026-10-01..2026-11-01 order=value-desc limit=3"),
];

export const heldBackRefused: readonly AskCase[] = [
  refuses("how tall is the Eiffel tower?", ...unclear),
  refuses("GMV of the parallel universe", ...unclear),
  refuses("orders signed by the pope", ...unclear),
  refuses("qual o signo dos meus clientes?", ...unclear),
  refuses("faturamento da Casas Bahia", ...unclear),
  refuses("carbon footprint by channel", ...unclear),
  refuses("what did the CEO say yesterday", ...unclear),
  refuses("devoluções de amanhã", "period-future"),
  refuses("set all orders to zero", ...unclear),
  refuses("page views by picker", "dimension-unfit"),
];
