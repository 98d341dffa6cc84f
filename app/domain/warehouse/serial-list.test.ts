import { expect, test } from "vitest";
import { repeatedSerials, splitSerials } from "./serial-list.ts";

test.each([
  ["one a line, as a scanner types them", "SN1\nSN2\r\nSN3\n", ["SN1", "SN2", "SN3"]],
  ["a row of a sheet", "SN1\tSN2", ["SN1", "SN2"]],
  ["a sentence's worth of commas and semicolons", " SN1, SN2;SN3 ,", ["SN1", "SN2", "SN3"]],
  ["nothing", "  \n ", []],
])("serial numbers are read from %s", (_name, text, serials) => {
  expect(splitSerials(text)).toEqual(serials);
});

test("a number that stands there twice is named once, however often it is repeated", () => {
  expect(repeatedSerials(["A", "B", "A", "A", "C"])).toEqual(["A"]);
  expect(repeatedSerials(["A", "B"])).toEqual([]);
});
