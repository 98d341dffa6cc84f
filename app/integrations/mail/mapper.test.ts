import { expect, test } from "vitest";
import { toMailbox } from "./mapper.ts";

test.each([
  ["Entrepot <no-reply@entrepot.test>", { address: "no-reply@entrepot.test", name: "Entrepot" }],
  ["  Entrepot Mail  < no-reply@entrepot.test > ", { address: "no-reply@entrepot.test", name: "Entrepot Mail" }],
  ["no-reply@entrepot.test", "no-reply@entrepot.test"],
  ["<no-reply@entrepot.test>", "no-reply@entrepot.test"],
])("a configured sender %j is read into the vendor's form", (from, expected) => {
  expect(toMailbox(from)).toEqual(expected);
});
