import { expect, test } from "vitest";
import { cartonsOf, parcelOf } from "./parcel.ts";

const kind = { id: "ctn_1", name: "Small", lengthMm: 200, widthMm: 150, heightMm: 100 };
const lines = [
  { id: "a", quantity: 2 },
  { id: "b", quantity: 1 },
];
const unmeasured = { lengthMm: null, widthMm: null, heightMm: null, weightGrams: 900 };
const whole = { cartonId: "ctn_1", contents: lines.map(({ id, quantity }) => ({ lineId: id, quantity })) };
const keep = (chosen: Parameters<typeof parcelOf>[1], measured = unmeasured) => parcelOf(measured, chosen, { kinds: [kind], lines });

test("a single carton says how large the parcel is, unless somebody measured it", () => {
  expect(keep([whole])).toMatchObject({ lengthMm: 200, widthMm: 150, heightMm: 100, weightGrams: 900, cartons: [{ name: "Small" }] });
  expect(parcelOf({ ...unmeasured, lengthMm: 210 }, [whole], { kinds: [kind], lines })).toMatchObject({ lengthMm: 210, widthMm: null });
  const half = [
    { cartonId: "ctn_1", contents: [{ lineId: "a", quantity: 2 }] },
    { cartonId: "ctn_1", contents: [{ lineId: "b", quantity: 1 }] },
  ];
  expect(keep(half)).toMatchObject({ lengthMm: null, cartons: [{ name: "Small" }, { name: "Small" }] });
});

test("what is kept is read again, and a parcel without cartons has none", () => {
  expect(cartonsOf(keep([whole]))).toEqual([{ ...whole, name: "Small", lengthMm: 200, widthMm: 150, heightMm: 100 }]);
  expect(cartonsOf({ lengthMm: 1 })).toEqual([]);
  expect(cartonsOf(null)).toEqual([]);
});

test.each([
  ["a unit that is in no carton", [{ cartonId: "ctn_1", contents: [{ lineId: "a", quantity: 2 }] }]],
  ["a unit that is in two", [whole, { cartonId: "ctn_1", contents: [{ lineId: "b", quantity: 1 }] }]],
  ["goods of another order", [{ cartonId: "ctn_1", contents: [...whole.contents, { lineId: "x", quantity: 1 }] }]],
  ["a carton without contents beside one with", [whole, { cartonId: "ctn_1", contents: [] }]],
])("%s is refused", (_what, chosen) => {
  expect(() => keep(chosen)).toThrow(expect.objectContaining({ fields: { cartons: "contentsDiffer" } }));
});

test("cartons may be named without saying what is in which", () => {
  expect(keep([{ cartonId: "ctn_1", contents: [] }])).toMatchObject({ cartons: [{ contents: [] }] });
});

test("a carton that is not ours is refused", () => {
  expect(() => keep([{ ...whole, cartonId: "ctn_2" }])).toThrow(
    expect.objectContaining({ fields: { "cartons.0.cartonId": "cartonNotFound" } }),
  );
});
