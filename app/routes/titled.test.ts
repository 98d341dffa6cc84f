import { expect, test } from "vitest";
import { nameInTitle, titled } from "./titled.ts";

test("a page's own name is found in its title, and nothing where it has none", () => {
  expect(nameInTitle({ title: titled("Order 14") })).toBe("Order 14");
  for (const nothing of [undefined, null, {}, { title: 3 }, { title: "Entrepot" }]) expect(nameInTitle(nothing)).toBeUndefined();
});
