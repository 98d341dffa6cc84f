import { expect, test } from "vitest";
import { routeQuestion } from "./route-question.ts";

const nobody = { area: null, previous: null };

test.each([
  ["GMV por canal nos últimos 30 dias", "sales"],
  ["how many picks per hour did each picker do yesterday?", "floor"],
  ["Quais endereços da zona A precisam de contagem?", "floor"],
  ["top products viewed but abandoned in the cart", "shoppers"],
  ["visitantes por dispositivo", "shoppers"],
  ["pausa o anúncio Chaleira", "listings"],
  ["perguntas sem resposta", "listings"],
  ["tell me something", "sales"],
])("%s goes to %s", (question, specialist) => {
  expect(routeQuestion({ ...nobody, question })).toBe(specialist);
});

test("what the rules took it for counts more than its words, and a question without words of its own stays where it was", () => {
  expect(routeQuestion({ question: "price of stock", area: "shoppers", previous: null })).toBe("shoppers");
  expect(routeQuestion({ question: "and last week?", area: null, previous: "floor" })).toBe("floor");
});
