import { describe, expect, test } from "vitest";
import { writeQuery } from "#app/ai/evals/ask/notation.ts";
import { nearestWord } from "./correct-typos.ts";
import type { LookUp } from "./plan.ts";
import { planQuestion } from "./plan-question.ts";

const nothing: LookUp = () => Promise.resolve([]);
const zone: LookUp = (text, dimensions) =>
  Promise.resolve(dimensions.includes("zone") && text === "A" ? [{ dimension: "zone", id: "zon_a", label: "Zona A", score: 1 }] : []);

/** On a Saturday. */
async function read(question: string, isEnglish = false, lookUp = nothing): Promise<string> {
  const planned = await planQuestion({ question, previous: null, today: { now: "2026-11-28T14:00", isEnglish }, lookUp, minor: 100 });
  return planned.ok ? writeQuery(planned.query) : `refused: ${planned.refusal.reason}`;
}

async function insteadOf(question: string): Promise<readonly string[]> {
  const planned = await planQuestion({
    question,
    previous: null,
    today: { now: "2026-11-28T14:00", isEnglish: false },
    lookUp: nothing,
    minor: 100,
  });
  return planned.ok ? [] : (planned.refusal.instead ?? []);
}

describe("hours of the day", () => {
  test.each([
    ["pedidos de ontem entre 8h e 12h", "orders when=last:1:day only=hour-of-day:08+09+10+11"],
    ["orders yesterday between 8 and 10 pm", "orders when=last:1:day only=hour-of-day:20+21"],
    ["orders at 6pm yesterday", "orders when=last:1:day only=hour-of-day:18"],
    ["pedidos depois das 22h ontem", "orders when=last:1:day only=hour-of-day:22+23"],
    ["orders before noon", "orders only=hour-of-day:00+01+02+03+04+05+06+07+08+09+10+11"],
    ["orders from 10pm to midnight yesterday", "orders when=last:1:day only=hour-of-day:22+23"],
    ["pedidos nas últimas 24h", "orders when=last:24:hour"],
  ])("%s", async (question, means) => expect(await read(question)).toBe(means));
  test("minutes, hours there are not, and stretches over midnight are refused", async () => {
    for (const question of ["pedidos às 8h30", "pedidos às 25h", "orders between 10pm and 2am", "orders at 10:15 yesterday"])
      expect(await read(question), question).toMatch(/^refused/);
  });
});

describe("a question of two numbers", () => {
  test("is offered as one question each, with the time and the splits it had", async () => {
    expect(await insteadOf("pedidos e faturamento de ontem por canal")).toEqual([
      "Pedidos de ontem por canal",
      "Faturamento de ontem por canal",
    ]);
    expect(await insteadOf("receita, pedidos e ticket médio do mês")).toEqual(["Receita do mês", "Pedidos do mês", "Ticket médio do mês"]);
  });
  test("is offered as nothing that is no question, or has no answer either", async () => {
    expect(await insteadOf("quanto faturei e quantos pedidos tive ontem?")).toEqual([]);
    expect(await insteadOf("pedidos e visitas por marca")).toEqual([]);
  });
});

describe("what kind of number is asked for", () => {
  test.each([
    ["% dos pedidos cancelados", "cancellation-rate"],
    ["quanto % dos pedidos são devolvidos?", "return-rate"],
    ["valor dos pedidos de ontem", "gmv when=last:1:day"],
    ["quanto tempo levamos para enviar?", "hours-to-ship"],
    ["what share of sales comes from Shopee?", "gmv by=vendor"],
    ["which channel is the slowest to ship?", "hours-to-ship by=channel order=value-desc limit=10"],
  ])("%s", async (question, means) => expect(await read(question)).toBe(means));
  test.each([
    "quanto custaram as devoluções?",
    "how long do our complaints take?",
    "revenue per customer",
    "how much will we sell?",
    "visits with orders",
    "most expensive order",
  ])("%s: another kind is no answer", async (question) => expect(await read(question, true)).toMatch(/^refused/));
});

test("the letter of a zone is its name, also where it could be an article", async () => {
  expect(await read("count accuracy in zone A last month", true, zone)).toBe("count-accuracy when=last:1:month only=zone:zon_a");
  expect(await read("separações por zona e por hora hoje", false, zone)).toBe("picked-lines by=zone grain=hour when=this:day");
});

test("no word that nobody knows is taken for one that says nothing", async () => {
  expect(nearestWord("cupom")).toBeUndefined();
  expect(await read("vendas com cupom")).toBe("refused: name-unknown");
  expect(await read("umidade da zona B")).toMatch(/^refused/);
});

test("what is shortened is read as what it stands for, in its language", async () => {
  expect(await read("qtd de pedidos hj por canal")).toBe("orders by=channel when=this:day");
  expect(await read("revenue qtd", true)).toBe("gmv when=this:quarter");
  expect(await read("orders/day l7d", true)).toBe("orders grain=day when=last:7:day");
});

test("no more than two splits are counted, and none is dropped for it", async () => {
  expect(await read("orders by hour and channel and product", true)).toBe("refused: dimension-unfit");
});
