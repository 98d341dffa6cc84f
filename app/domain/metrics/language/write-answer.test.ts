import { describe, expect, test } from "vitest";
import type { Locale } from "#app/i18n/locales.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import type { MetricUnit } from "../kinds.ts";
import type { MetricResult, MetricRow } from "../result.ts";
import { metricQuerySchema, type MetricQueryInput } from "../schemas.ts";
import { speakDifference, type Speaker, speakValue } from "./format-value.ts";
import { writeAnswer } from "./write-answer.ts";

const october = { from: "2026-10-01", to: "2026-11-01" };
const september = { from: "2026-09-01", to: "2026-10-01" };

async function speaker(locale: Locale): Promise<Speaker> {
  return { locale, t: await getTranslator(locale, "asking") };
}

function result(asked: MetricQueryInput, rows: MetricRow[], total: { value: number | null; compared?: number | null }): MetricResult {
  const query = metricQuerySchema.parse({ when: october, ...asked });
  const comparedWith = query.compare === "none" ? null : september;
  const totals = [{ currency: "BRL", value: total.value, compared: total.compared ?? null }];
  return { query, columns: [], rows, totals, isCut: false, comparedWith, asOfMs: Date.UTC(2026, 10, 28) };
}

async function say(locale: Locale, ...[asked, rows, total]: Parameters<typeof result>): Promise<string> {
  return writeAnswer(await speaker(locale), result(asked, rows, total), []);
}

describe("an answer", () => {
  test("tells the part of the whole each row is, where shares are asked for", async () => {
    const rows = [
      { channel: "Loja Um", channelId: "chn_1", value: 7500 },
      { channel: "Loja Dois", channelId: "chn_2", value: 2500 },
    ];
    const asked = result({ metric: "gmv", by: ["channel"] }, rows, { value: 10_000 });
    const portuguese = writeAnswer(await speaker("pt-BR"), asked, [], true);
    expect(portuguese.replaceAll("\u00A0", " ")).toBe(
      "GMV, outubro de 2026: R$ 100,00. Loja Um: R$ 75,00 (75% do total); Loja Dois: R$ 25,00 (25% do total).",
    );
    expect(writeAnswer(await speaker("en"), asked, [], true)).toContain("Loja Um: R$75.00 (75% of the whole)");
    expect(writeAnswer(await speaker("en"), asked, [])).not.toContain("%");
  });
  test("names hours on end as a stretch of the day, and others one by one", async () => {
    const hours = (...values: string[]) => ({ metric: "orders" as const, where: [{ dimension: "hour-of-day" as const, values }] });
    const total = { value: 5 };
    expect(await say("pt-BR", hours("08", "09", "10", "11"), [{ value: 5 }], total)).toBe("Pedidos, das 8h às 12h, outubro de 2026: 5.");
    expect(await say("en", hours("18"), [{ value: 5 }], total)).toBe("Orders, from 18h to 19h, October 2026: 5.");
    expect(await say("pt-BR", hours("08", "10"), [{ value: 5 }], total)).toBe("Pedidos, só 8h, 10h, outubro de 2026: 5.");
  });
  test("names stars as stars, and what rows have to reach as it is counted", async () => {
    const stars = { metric: "reviews" as const, where: [{ dimension: "rating" as const, values: ["1", "5"] }] };
    expect(await say("pt-BR", stars, [{ value: 3 }], { value: 3 })).toBe("Avaliações, só 1 estrela, 5 estrelas, outubro de 2026: 3.");
    const many = { metric: "orders" as const, grain: "day" as const, having: { atLeast: 21 } };
    expect(await say("pt-BR", many, [{ time: "2026-10-05", value: 24 }], { value: 24 })).toContain(
      "Pedidos, 21 ou mais, outubro de 2026: 24.",
    );
    expect(await say("en", many, [{ time: "2026-10-05", value: 24 }], { value: 24 })).toContain("Orders, 21 or more, October 2026: 24.");
  });
  test("tells a share of none as such, and nothing only where there is nothing to take it of", async () => {
    const asked = { metric: "return-rate" as const };
    expect(await say("pt-BR", asked, [{ value: 0 }], { value: 0 })).toBe("Taxa de devolução, outubro de 2026: 0%.");
    expect(await say("pt-BR", asked, [{ value: null }], { value: null })).toBe(
      "Taxa de devolução, outubro de 2026: não há nada para contar.",
    );
    expect(await say("en", { metric: "orders" }, [{ value: 0 }], { value: 0 })).toBe("Orders, October 2026: there is nothing to count.");
  });
  test("names kinds of alerts in words", async () => {
    const asked = { metric: "open-alerts" as const, where: [{ dimension: "alert-kind" as const, values: ["oversell-risk"] }], when: null };
    expect(await say("pt-BR", asked, [{ value: 2 }], { value: 2 })).toContain("só risco de venda sem estoque");
    expect(await say("en", asked, [{ value: 2 }], { value: 2 })).toContain("only oversell risk");
  });
  test("says of an average of nothing that there is nothing, and what it was before", async () => {
    const asked = { metric: "average-rating" as const, compare: "previous" as const };
    expect(await say("pt-BR", asked, [{ value: null }], { value: null, compared: 4.5 })).toBe(
      "Nota média, outubro de 2026: não há nada para contar. Antes: 4,5 estrelas (setembro de 2026).",
    );
  });
});

describe("a value", () => {
  test.each<[MetricUnit, number, string, string]>([
    ["hours", 1, "1 hora", "1 hour"],
    ["hours", 1.5, "1,5 horas", "1.5 hours"],
    ["days", 0, "0 dias", "0 days"],
    ["stars", 1, "1 estrela", "1 star"],
  ])("in %s, %d, is one or many", async (unit, value, portuguese, english) => {
    expect(speakValue(await speaker("pt-BR"), value, unit, null)).toBe(portuguese);
    expect(speakValue(await speaker("en"), value, unit, null)).toBe(english);
  });
  test("of a rate lies points from another one, and no percent of it", async () => {
    expect(speakDifference(await speaker("pt-BR"), -0.091, "ratio", null)).toBe("−9,1 p.p.");
    expect(speakDifference(await speaker("en"), 0.2, "ratio", null)).toBe("+20 pp");
    expect(speakDifference(await speaker("en"), 250, "money", "BRL")).toBe("+R$2.50");
  });
});
