import { expect, test } from "vitest";
import { concepts, conceptsIn, stemsOf } from "./concepts.ts";
import { embedText } from "./embed-text.ts";
import { fuseRanks } from "./fuse-ranks.ts";
import { likeness, packVector } from "./vectors.ts";

const near = (a: string, b: string) => likeness(embedText(a), packVector(embedText(b)));

test("the same text is the same vector, and nothing is no direction", () => {
  expect(embedText("Chaleira elétrica 1,8 l")).toEqual(embedText("Chaleira elétrica 1,8 l"));
  expect(near("", "Chaleira")).toBe(0);
  expect(near("chaleira", "chaleira")).toBeGreaterThan(0.99);
});

test.each([
  ["people who hesitated because of shipping", "Desistiu quando viu o valor do frete", "Comprou uma chaleira azul pelo celular"],
  ["quem desistiu por causa do frete", "Left the checkout after the delivery cost was shown", "Viewed a blue kettle"],
  ["busca sem resultado", "Searched for 'garrafa térmica' and found nothing", "Bought two kettles"],
  ["returning visitors who bought", "Voltou e comprou uma cafeteira", "Viu a página inicial"],
])("%s is nearer to %s than to %s", (question, wanted, other) => {
  expect(near(question, wanted)).toBeGreaterThan(near(question, other) + 0.1);
});

test("a misspelt name is near the right one", () => {
  expect(near("chalera eletrica", "Chaleira elétrica inox")).toBeGreaterThan(near("chalera eletrica", "Liquidificador turbo") + 0.2);
});

test("each concept is found by its words in both languages, and phrases only where they stand together", () => {
  const found = (text: string) => [...conceptsIn(stemsOf(text)).keys()];
  expect(found("O frete é caro")).toEqual(expect.arrayContaining(["shipping", "price"]));
  expect(found("the delivery is expensive")).toEqual(expect.arrayContaining(["shipping", "price"]));
  expect(found("ela não encontrou")).toContain("nothing");
  expect(found("found it for nothing")).not.toContain("nothing");
  expect(new Set(concepts).size).toBe(concepts.length);
});

test("vectors of two models are not compared", () => {
  expect(likeness([1, 0, 0], packVector([1, 0]))).toBe(0);
});

test("a packed vector keeps its angles to a hundredth", () => {
  const exact = embedText("entrega atrasada e frete caro");
  expect(likeness(exact, packVector(exact))).toBeGreaterThan(0.99);
  expect(likeness([1, 0], packVector([-1, 0]))).toBeCloseTo(-1, 2);
});

test("what stands high in two lists comes first, and ties keep their order", () => {
  const fused = fuseRanks([
    { ids: ["a", "b", "c"], weight: 1 },
    { ids: ["c", "d"], weight: 1 },
  ]);
  expect(fused.map(({ id }) => id)).toEqual(["c", "a", "b", "d"]);
  expect(fuseRanks([])).toEqual([]);
});
