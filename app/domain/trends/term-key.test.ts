import { expect, test } from "vitest";
import { goodsMatcher } from "./match-goods.ts";
import { termKey } from "./term-key.ts";

test.each([
  ["Chaleiras elétricas", "chaleira eletrica"],
  ["Chaleira Elétrica 1,8 L", "chaleira elétrica 1.8 litros"],
  ["garrafa de água", "Garrafas d'água".replace("d'", "")],
  ["Kettles", "kettle"],
  ["coffee grinders for kitchen", "kitchen coffee grinder"],
  ["luminária de mesa", "mesas luminarias"],
  ["caminhões", "caminhão"],
  ["itens de jardins", "item de jardim"],
  ["watering cans", "can for watering"],
  ["running shoes", "shoe running"],
  ["pens", "pen"],
  ["panelas 500 gramas", "panela 500g"],
])("%s and %s are one term", (one, other) => {
  expect(termKey(one)).toBeDefined();
  expect(termKey(one)).toBe(termKey(other));
});

test.each(["", "   ", "!!!", "de para com", "one two three four five six seven eight nine ten eleven"])("%j is no term", (text) => {
  expect(termKey(text)).toBeUndefined();
});

test("other sizes are other terms", () => {
  expect(termKey("chaleira 1,8 l")).not.toBe(termKey("chaleira 1 l"));
});

const goods = [
  { kind: "product" as const, id: "prd_1", title: "Chaleira elétrica 1,8 L Casa Brasil", gtins: ["7891234567895"] },
  { kind: "product" as const, id: "prd_2", title: "Garrafa térmica 1 litro", gtins: [] },
  { kind: "listing" as const, id: "lst_1", title: "Luminária de mesa articulada", gtins: [] },
];

test.each([
  ["chaleiras elétricas", "prd_1"],
  ["7891234567895", "prd_1"],
  ["luminárias de mesa", "lst_1"],
  ["luminaria", "lst_1"],
])("%s is about %s", (term, id) => expect(goodsMatcher(goods)(term)?.id).toBe(id));

test("one word of several is no kinship, and strangers match nothing", () => {
  const match = goodsMatcher(goods);
  expect(match("garrafa squeeze alumínio esportiva")).toBeNull();
  expect(match("air fryer")).toBeNull();
  expect(match("")).toBeNull();
  expect(goodsMatcher([])("chaleira")).toBeNull();
});
