import { expect, test } from "vitest";
import { goodsMatcher, type OwnGoods } from "./match-goods.ts";
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
  {
    kind: "product" as const,
    id: "prd_1",
    title: "Chaleira elétrica 1,8 L Casa Brasil",
    gtins: ["7891234567895"],
    attributes: ["127 V", "Inox"],
  },
  { kind: "product" as const, id: "prd_2", title: "Garrafa térmica 1 litro", gtins: [], attributes: [] },
  { kind: "listing" as const, id: "lst_1", title: "Luminária de mesa articulada", gtins: [], attributes: [] },
];

test.each([
  ["chaleiras elétricas", "prd_1"],
  ["7891234567895", "prd_1"],
  ["luminárias de mesa", "lst_1"],
  ["luminaria", "lst_1"],
])("%s is about %s", (term, id) => expect(goodsMatcher(goods)(term).map((match) => match.id)).toEqual([id]));

test("one word of several is no kinship, and strangers match nothing", () => {
  const match = goodsMatcher(goods);
  expect(match("garrafa squeeze alumínio esportiva")).toEqual([]);
  expect(match("air fryer")).toEqual([]);
  expect(match("")).toEqual([]);
  expect(goodsMatcher([])("chaleira")).toEqual([]);
});

const kettles = ["1,8 L 127 V", "1,8 L 220 V", "1,2 L 127 V"].map((size, index) => {
  return { kind: "product" as const, id: `prd_${index}`, title: `Chaleira elétrica ${size}`, gtins: [], attributes: [] };
});
const about = (term: string, own: readonly OwnGoods[] = kettles) => goodsMatcher(own)(term).map(({ id }) => id);

test("what is as close as the closest is told too, and what names another size is another thing", () => {
  expect(about("chaleira elétrica")).toEqual(["prd_0", "prd_1", "prd_2"]);
  expect(about("chaleira elétrica 1,8 l")).toEqual(["prd_0", "prd_1"]);
  expect(about("chaleira elétrica 220v")).toEqual(["prd_1"]);
  expect(about("chaleira elétrica 1200 ml")).toEqual(["prd_2"]);
  expect(about("chaleira elétrica 2,5 litros")).toEqual([]);
  // However common that size is elsewhere in the shop.
  const bottles = Array.from({ length: 6 }, (_, index) => ({
    kind: "product" as const,
    id: `b_${index}`,
    title: "Garrafa 1,2 L",
    gtins: [],
    attributes: [],
  }));
  expect(about("chaleira elétrica 1,2 litros", [...kettles.slice(0, 2), ...bottles])).toEqual([]);
});

test("a size that only stands among the attributes counts like one in the title, and their other words do not", () => {
  const one = {
    ...kettles[0],
    id: "prd_9",
    kind: "product" as const,
    title: "Chaleira elétrica",
    gtins: [],
    attributes: ["1,8 L", "Casa Brasil"],
  };
  expect(about("chaleira elétrica 1,8 litros", [one])).toEqual(["prd_9"]);
  expect(about("chaleira elétrica 1 litro", [one])).toEqual([]);
  expect(about("casa brasil", [one])).toEqual([]);
});
