import { expect, test } from "vitest";
import { readAct } from "./read-act.ts";

test.each([
  ["pausa o anúncio Chaleira Elétrica 1,8 L", { act: "pause-listing", target: "Chaleira Elétrica 1,8 L" }],
  ["Por favor, pausar o anúncio “Chaleira” !", { act: "pause-listing", target: "Chaleira" }],
  ["pause the listing MLB1234567890", { act: "pause-listing", target: "MLB1234567890" }],
  ["Please pause listing Kettle, please.", { act: "pause-listing", target: "Kettle" }],
  ["reativa o anúncio da Chaleira", { act: "activate-listing", target: "Chaleira" }],
  ["resume the listing Kettle", { act: "activate-listing", target: "Kettle" }],
  ["muda o preço do anúncio Chaleira para R$ 1.299,90", { act: "set-price", target: "Chaleira", priceText: "1.299,90" }],
  [
    "Altere o preço da Chaleira Elétrica 1,8 L para 99,90 reais",
    { act: "set-price", target: "Chaleira Elétrica 1,8 L", priceText: "99,90" },
  ],
  ["set price of the listing Kettle to 99.90", { act: "set-price", target: "Kettle", priceText: "99.90" }],
  ["Set the price of Kettle to $1,299.90.", { act: "set-price", target: "Kettle", priceText: "1,299.90" }],
  ["create a count for bin A-01-02", { act: "count-bin", target: "A-01-02" }],
  ["cria uma contagem para o endereço a-01-02 (Zona A)", { act: "count-bin", target: "a-01-02 (Zona A)" }],
  ["crie tarefa de contagem do endereço A-01-02, por favor", { act: "count-bin", target: "A-01-02" }],
  ["count bin A-01-02", { act: "count-bin", target: "A-01-02" }],
])("an order is read: %s", (text, act) => {
  expect(readAct(text)).toEqual(act);
});

test.each([
  "Quantos anúncios estão pausados?",
  "how many listings did we pause last week?",
  "What is the price of Kettle?",
  "GMV por canal nos últimos 30 dias",
  "why did orders fall on Tuesday?",
  "pausa",
  "set the price of Kettle to cheap",
  "orders count by channel",
  `pausa o anúncio ${"x".repeat(500)}`,
  "",
])("a question is no order: %s", (text) => {
  expect(readAct(text)).toBeUndefined();
});
