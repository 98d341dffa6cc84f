import { expect, test } from "vitest";
import { packageOf } from "./package-of.ts";

const says = (values: Record<string, string>) =>
  packageOf(Object.entries(values).map(([name, value]) => ({ key: `SELLER_PACKAGE_${name}`, name, value })));

test("a listing's package is read in millimetres and grams, in whatever units it is told", () => {
  expect(says({ LENGTH: "30 cm", WIDTH: "0,2 m", HEIGHT: "105 mm", WEIGHT: "1.25 kg" })).toEqual({
    lengthMm: 300,
    widthMm: 200,
    heightMm: 105,
    weightGrams: 1_250,
  });
});

test("a size of which an edge is missing, unreadable or absurd is no size; the weight stays", () => {
  const none = { lengthMm: null, widthMm: null, heightMm: null };
  expect(says({ LENGTH: "30 cm", WIDTH: "20 cm", WEIGHT: "900 g" })).toEqual({ ...none, weightGrams: 900 });
  expect(says({ LENGTH: "30 cm", WIDTH: "20 furlongs", HEIGHT: "10 cm" })).toEqual({ ...none, weightGrams: null });
  expect(says({ LENGTH: "30 cm", WIDTH: "0 cm", HEIGHT: "4 km" })).toEqual({ ...none, weightGrams: null });
  expect(says({})).toEqual({ ...none, weightGrams: null });
});
