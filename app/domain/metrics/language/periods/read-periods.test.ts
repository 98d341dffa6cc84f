import { describe, expect, test } from "vitest";
import { lineOf, lineText } from "../line.ts";
import { readWords } from "../words.ts";
import { readPeriods } from "./read-periods.ts";

/** A Wednesday. */
const now = "2026-11-18T14:00";

function read(text: string, isEnglish = false): string {
  const line = lineOf(readWords(text));
  const periods = readPeriods(line, { now, isEnglish });
  const shown = lineText(line).match(/<period:(\d+)>/g) ?? [];
  return shown
    .map((mark) => {
      const period = periods[Number(/\d+/.exec(mark)?.[0])];
      if (period === undefined) return "?";
      return "refused" in period ? period.refused : `${period.when.from}..${period.when.to}`;
    })
    .join(" ");
}

describe("phrases that give no period elsewhere", () => {
  test.each([
    ["last month", "2026-10-01..2026-11-01"],
    ["last 7 days", "2026-11-11..2026-11-18"],
    ["last 7 days including today", "2026-11-12..2026-11-19"],
    ["last quarter", "2026-07-01..2026-10-01"],
    ["this month", "2026-11-01..2026-12-01"],
    ["last week", "2026-11-09..2026-11-16"],
    ["past 30 days", "2026-10-19..2026-11-18"],
    ["past month", "2026-10-19..2026-11-18"],
    ["year to date", "2026-01-01..2027-01-01"],
    ["Q3 2026", "2026-07-01..2026-10-01"],
    ["semana passada", "2026-11-09..2026-11-16"],
    ["esta semana", "2026-11-16..2026-11-23"],
    ["última semana", "2026-11-09..2026-11-16"],
    ["ultima semana", "2026-11-09..2026-11-16"],
    ["últimos 7 dias", "2026-11-11..2026-11-18"],
    ["este mês", "2026-11-01..2026-12-01"],
    ["mês passado", "2026-10-01..2026-11-01"],
    ["último trimestre", "2026-07-01..2026-10-01"],
    ["anteontem", "2026-11-16..2026-11-17"],
    ["há 3 dias", "2026-11-15..2026-11-16"],
    ["7 dias atrás", "2026-11-11..2026-11-12"],
    ["ano passado", "2025-01-01..2026-01-01"],
    ["ontem", "2026-11-17..2026-11-18"],
    ["hoje", "2026-11-18..2026-11-19"],
    ["1 a 15 de outubro", "2026-10-01..2026-10-16"],
    ["de 1º a 15 de outubro de 2025", "2025-10-01..2025-10-16"],
    ["05/10/2026", "2026-10-05..2026-10-06"],
    ["segunda-feira", "2026-11-16..2026-11-17"],
    ["desde ontem", "2026-11-17..2026-11-19"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));
});

describe("English", () => {
  test.each([
    ["yesterday's orders", "2026-11-17..2026-11-18"],
    ["in the last two weeks", "2026-11-02..2026-11-16"],
    ["past 24 hours", "2026-11-17T14:00..2026-11-18T14:00"],
    ["3 days ago", "2026-11-15..2026-11-16"],
    ["two months ago", "2026-09-01..2026-10-01"],
    ["a week ago", "2026-11-09..2026-11-16"],
    ["on Tuesday", "2026-11-17..2026-11-18"],
    ["on Wednesday", "2026-11-11..2026-11-12"],
    ["last Friday", "2026-11-13..2026-11-14"],
    ["Tuesday of last week", "2026-11-10..2026-11-11"],
    ["this Thursday", "period-future"],
    ["since Monday", "2026-11-16..2026-11-19"],
    ["since October", "2026-10-01..2026-11-19"],
    ["from Monday to yesterday", "2026-11-16..2026-11-18"],
    ["in October", "2026-10-01..2026-11-01"],
    ["in December", "2025-12-01..2026-01-01"],
    ["in May", "2026-05-01..2026-06-01"],
    ["October last year", "2025-10-01..2025-11-01"],
    ["October 2025", "2025-10-01..2025-11-01"],
    ["from January to March 2026", "2026-01-01..2026-04-01"],
    ["October 5th", "2026-10-05..2026-10-06"],
    ["5 October 2025", "2025-10-05..2025-10-06"],
    ["October 5 to 12", "2026-10-05..2026-10-13"],
    ["between October 5 and November 2", "2026-10-05..2026-11-03"],
    ["from 2026-10-01 to 2026-10-15", "2026-10-01..2026-10-16"],
    ["10/25/2026", "2026-10-25..2026-10-26"],
    ["10/05/2026", "date-ambiguous"],
    ["third quarter of 2025", "2025-07-01..2025-10-01"],
    ["first half of 2026", "2026-01-01..2026-07-01"],
    ["H1 2026", "2026-01-01..2026-07-01"],
    ["in 2025", "2025-01-01..2026-01-01"],
    ["last weekend", "2026-11-14..2026-11-16"],
    ["Black Friday", "2025-11-28..2025-11-29"],
    ["Black Friday 2026", "period-future"],
    ["first week of October", "2026-10-01..2026-10-08"],
    ["last week of October", "2026-10-25..2026-11-01"],
    ["tomorrow", "2026-11-19..2026-11-20"],
    ["next week", "2026-11-23..2026-11-30"],
    ["fiscal Q2", "period-unclear"],
    ["February 30", "period-unclear"],
    ["in 2027", "period-future"],
    ["this year", "2026-01-01..2027-01-01"],
    ["since the beginning of the year", "2026-01-01..2027-01-01"],
    ["last 6 months", "2026-05-01..2026-11-01"],
    ["recently", "2026-11-11..2026-11-18"],
    ["this morning", "period-unclear"],
  ])("%s", (text, expected) => expect(read(text, true)).toBe(expected));
});

describe("Portuguese", () => {
  test.each([
    ["nos últimos trinta dias", "2026-10-19..2026-11-18"],
    ["nos últimos 3 meses", "2026-08-01..2026-11-01"],
    ["na terça", "2026-11-17..2026-11-18"],
    ["quinta passada", "2026-11-12..2026-11-13"],
    ["terça da semana passada", "2026-11-10..2026-11-11"],
    ["desde segunda", "2026-11-16..2026-11-19"],
    ["desde 1 de outubro", "2026-10-01..2026-11-19"],
    ["de segunda até ontem", "2026-11-16..2026-11-18"],
    ["entre 5 e 12 de outubro", "2026-10-05..2026-10-13"],
    ["de janeiro a março de 2026", "2026-01-01..2026-04-01"],
    ["de 01/10 a 15/10", "2026-10-01..2026-10-16"],
    ["10/05/2026", "2026-05-10..2026-05-11"],
    ["em outubro", "2026-10-01..2026-11-01"],
    ["out/2025", "2025-10-01..2025-11-01"],
    ["10/2025", "2025-10-01..2025-11-01"],
    ["terceiro trimestre de 2025", "2025-07-01..2025-10-01"],
    ["3º trimestre", "2026-07-01..2026-10-01"],
    ["primeiro semestre", "2026-01-01..2026-07-01"],
    ["semestre passado", "2026-01-01..2026-07-01"],
    ["primeira quinzena de outubro", "2026-10-01..2026-10-16"],
    ["fim de semana passado", "2026-11-14..2026-11-16"],
    ["semana retrasada", "2026-11-02..2026-11-09"],
    ["mês atual", "2026-11-01..2026-12-01"],
    ["acumulado do ano", "2026-01-01..2027-01-01"],
    ["há uma semana", "2026-11-09..2026-11-16"],
    ["um mês atrás", "2026-10-01..2026-11-01"],
    ["amanhã", "2026-11-19..2026-11-20"],
    ["próximos 10 dias", "2026-11-19..2026-11-29"],
    ["mês que vem", "2026-12-01..2027-01-01"],
    ["trimestre fiscal", "period-unclear"],
    ["31/02/2026", "period-unclear"],
    ["32 de outubro", "period-unclear"],
    ["Natal", "2025-12-25..2025-12-26"],
    ["semana da Black Friday de 2025", "2025-11-24..2025-12-01"],
    ["dia 15", "2026-11-15..2026-11-16"],
    ["dia 25", "2026-10-25..2026-10-26"],
    ["em 2025", "2025-01-01..2026-01-01"],
    ["recentemente", "2026-11-11..2026-11-18"],
    ["hoje de manhã", "period-unclear"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));
});

describe("parts of months and weeks, and days that shops count on", () => {
  test.each([
    ["semana do dia 9 de novembro", "2026-11-09..2026-11-16"],
    ["primeira semana deste mês", "2026-11-01..2026-11-08"],
    ["primeiros 10 dias do mês passado", "2026-10-01..2026-10-11"],
    ["últimos 10 dias de outubro", "2026-10-22..2026-11-01"],
    ["entre os dias 5 e 12 deste mês", "2026-11-05..2026-11-13"],
    ["do dia 20 ao dia 25", "2026-10-20..2026-10-26"],
    ["20 a 25/10", "2026-10-20..2026-10-26"],
    ["de segunda a sexta da semana passada", "2026-11-09..2026-11-14"],
    ["semana 45", "2026-11-02..2026-11-09"],
    ["outubro e novembro", "2026-10-01..2026-12-01"],
    ["últimas três sextas", "2026-10-30..2026-11-14"],
    ["sábado e domingo", "2026-11-14..2026-11-16"],
    ["deste mês até hoje", "2026-11-01..2026-12-01"],
    ["desde o começo de outubro", "2026-10-01..2026-11-19"],
    ["últimas 48h", "2026-11-16T14:00..2026-11-18T14:00"],
    ["mês que passou", "2026-10-01..2026-11-01"],
    ["dezembro que vem", "period-future"],
    ["dia dos pais", "2026-08-09..2026-08-10"],
    ["dia das crianças", "2026-10-12..2026-10-13"],
    ["no 11.11", "2026-11-11..2026-11-12"],
    ["jan vs fev", "2026-01-01..2026-02-01 2026-02-01..2026-03-01"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));
  test.each([
    ["week starting November 4", "2026-11-04..2026-11-11"],
    ["week of November 4", "2026-11-02..2026-11-09"],
    ["first 3 months of 2026", "2026-01-01..2026-04-01"],
    ["November so far", "2026-11-01..2026-11-19"],
  ])("%s", (text, expected) => expect(read(text, true)).toBe(expected));
  test("pieces of goods are no stretch of time", () => {
    expect(read("vendas da tenda 3m")).toBe("");
    expect(read("what changed between September and October", true)).toBe("2026-09-01..2026-10-01 2026-10-01..2026-11-01");
  });
});

test("no period is seen in a number of things or a weekday said in the plural", () => {
  expect(read("more than 2025 orders", true)).toBe("");
  expect(read("pedidos às segundas")).toBe("");
  expect(read("top 10 products", true)).toBe("");
});
