import { test } from "vitest";
import { planQuestion } from "./plan-question.ts";
import { readFileSync } from "node:fs";
const names = [
  { dimension: "channel", id: "chn_1", label: "Loja Shopee" }, { dimension: "product", id: "prd_1", label: "Chaleira Preta" }, { dimension: "brand", id: "Brastemp", label: "Brastemp" },
  { dimension: "zone", id: "zon_a", label: "A" }, { dimension: "person", id: "usr_ana", label: "Ana Lima" }, { dimension: "sku", id: "var_1", label: "ABC-123" },
] as const;
test("try", async () => {
  for (const line of readFileSync("/tmp/questions.txt", "utf8").split("\n").filter(Boolean)) {
    const t = performance.now();
    const planned = await planQuestion({ question: line, previous: null, today: { now: "2026-11-18T14:00", isEnglish: true }, minor: 100,
      lookUp: async (text, dims) => names.filter((one) => dims.includes(one.dimension) && one.label.toLowerCase().includes(text.toLowerCase())).map((one) => ({ ...one, score: one.label.toLowerCase() === text.toLowerCase() ? 1 : 0.8 })) });
    const ms = (performance.now() - t).toFixed(1);
    if (!planned.ok) { console.log(`${line}\n   REFUSED ${JSON.stringify(planned.refusal)} ${ms}`); continue; }
    const { query } = planned;
    if (query.type === "metric" || query.type === "why") {
      const parts = [query.type, query.metric, query.by.length ? "by " + query.by : "", query.grain ? "grain " + query.grain : "", query.when ? `${query.when.from}..${query.when.to}` : "", query.compare !== "none" ? "cmp " + query.compare : "", query.where.map((w) => (w.isNot ? "not " : "only ") + w.dimension + "=" + w.values).join(";"), query.having ? JSON.stringify(query.having) : "", query.order ? `${query.order.by} ${query.order.isDescending ? "desc" : "asc"}` : "", query.limit !== 100 ? "limit " + query.limit : "", planned.chart ?? "", planned.assumptions.join()];
      console.log(`${line}\n   ${parts.filter(Boolean).join(" | ")} ${ms}`);
    } else console.log(`${line}\n   ${JSON.stringify(query)} ${ms}`);
  }
});
