import { type AskCase, goesOn } from "./case.ts";

const base = "GMV by channel in the last 30 days";
const basePt = "GMV por canal nos últimos 30 dias";

/** Said of what was asked before. */
export const followUps: readonly AskCase[] = [
  goesOn(base, "and by category?", "gmv by=category when=last:30:day"),
  goesOn(base, "only Shopee", "gmv by=channel when=last:30:day only=vendor:shopee"),
  goesOn(base, "as a table", "gmv by=channel when=last:30:day"),
  goesOn(base, "why?", "why gmv when=last:30:day cmp=previous"),
  goesOn(base, "compare with last year", "gmv by=channel when=last:30:day cmp=year"),
  goesOn(base, "compared with the previous period", "gmv by=channel when=last:30:day cmp=previous"),
  goesOn(base, "and last month?", "gmv by=channel when=last:1:month"),
  goesOn(base, "and orders?", "orders by=channel when=last:30:day"),
  goesOn(base, "what about returns", "returns by=channel when=last:30:day"),
  goesOn(base, "also by weekday", "gmv by=channel,weekday when=last:30:day"),
  goesOn(base, "by day instead", "gmv grain=day when=last:30:day"),
  goesOn(base, "without Mercado Livre", "gmv by=channel when=last:30:day not=vendor:mercado-livre"),
  goesOn(base, "top 3", "gmv by=channel when=last:30:day order=value-desc limit=3"),
  goesOn(basePt, "e por categoria?", "gmv by=category when=last:30:day"),
  goesOn(basePt, "só Shopee", "gmv by=channel when=last:30:day only=vendor:shopee"),
  goesOn(basePt, "em tabela", "gmv by=channel when=last:30:day"),
  goesOn(basePt, "por quê?", "why gmv when=last:30:day cmp=previous"),
  goesOn(basePt, "e no mês passado?", "gmv by=channel when=last:1:month"),
  goesOn(basePt, "compare com o ano passado", "gmv by=channel when=last:30:day cmp=year"),
  goesOn(basePt, "e os pedidos?", "orders by=channel when=last:30:day"),
  goesOn(basePt, "sem Mercado Livre", "gmv by=channel when=last:30:day not=vendor:mercado-livre"),
  goesOn(basePt, "também por dia da semana", "gmv by=channel,weekday when=last:30:day"),
  goesOn(basePt, "e ontem?", "gmv by=channel when=last:1:day"),
  goesOn(basePt, "em gráfico de barras", "gmv by=channel when=last:30:day"),
];
