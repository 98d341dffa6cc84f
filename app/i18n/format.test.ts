import { describe, expect, test } from "vitest";
import { formatDateTime, formatDuration, formatMoney, formatNumber, formatPercent, formatRelative } from "./format.ts";

const noonMs = Date.UTC(2026, 10, 20, 12, 5, 9);
const nbsp = "\u00a0";

describe("money", () => {
  test("minor units become the locale's amount", () => {
    expect(formatMoney(18_990, "BRL", "pt-BR")).toBe(`R$${nbsp}189,90`);
    expect(formatMoney(18_990, "BRL", "en")).toBe("R$189.90");
    expect(formatMoney(-1_050, "USD", "en")).toBe("-$10.50");
    expect(formatMoney(-0, "USD", "en")).toBe("$0.00");
  });
  test("a currency without cents is not divided by a hundred", () => {
    expect(formatMoney(500, "JPY", "en")).toBe("¥500");
  });
});

test("numbers and percents follow the locale", () => {
  expect(formatNumber(184_230, "pt-BR")).toBe("184.230");
  expect(formatNumber(184_230, "en")).toBe("184,230");
  expect(formatPercent(0.183, "pt-BR")).toBe("18,3%");
  expect(formatPercent(0.09, "en")).toBe("9%");
});

describe("dates", () => {
  test("are told in the person's time zone, not the server's", () => {
    expect(formatDateTime(noonMs, { locale: "en", timeZone: "UTC" })).toBe("Nov 20, 2026, 12:05");
    expect(formatDateTime(noonMs, { locale: "pt-BR", timeZone: "America/Sao_Paulo" })).toBe("20 de nov. de 2026, 09:05");
    expect(formatDateTime(Date.UTC(2026, 10, 20, 1), { locale: "en", timeZone: "America/Sao_Paulo", style: "date" })).toBe("Nov 19, 2026");
  });
  test("midnight is 00, never 24", () => {
    expect(formatDateTime(Date.UTC(2026, 0, 1), { locale: "en", timeZone: "UTC", style: "time" })).toBe("00:00");
  });
  test("never hold a narrow no-break space, which engines place differently", () => {
    expect(formatDateTime(noonMs, { locale: "en", timeZone: "UTC", style: "full" })).not.toMatch(/[\u202f\u2009]/);
  });
});

test("relative time reads like speech, in both directions", () => {
  expect(formatRelative(noonMs - 86_400_000, noonMs, "en")).toBe("yesterday");
  expect(formatRelative(noonMs - 300_000, noonMs, "pt-BR")).toBe("há 5 minutos");
  expect(formatRelative(noonMs + 7_200_000, noonMs, "en")).toBe("in 2 hours");
  expect(formatRelative(noonMs, noonMs, "en")).toBe("now");
  expect(formatRelative(noonMs + 7 * 86_400_000 - 5_000, noonMs, "pt-BR")).toBe("em 7 dias");
  expect(formatRelative(noonMs + 14 * 86_400_000 - 5_000, noonMs, "en")).toBe("in 2 weeks");
  expect(formatRelative(noonMs + 10 * 86_400_000, noonMs, "en")).toBe("next week");
});

test("durations show the two largest units", () => {
  expect(formatDuration(450, "en")).toBe("450 ms");
  expect(formatDuration(200_000, "en")).toBe("3 min 20 s");
  expect(formatDuration(7_500_000, "pt-BR")).toBe("2 h 05 min");
  expect(formatDuration(2 * 86_400_000, "en")).toBe("2 d 00 h");
});
