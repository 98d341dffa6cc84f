import { expect, test } from "vitest";
import { attributesText, readAttributes, readLines } from "./attribute-lines.ts";

test("attributes are typed as lines and keep the key they came with", () => {
  const known = [
    { key: "COLOR", name: "Cor", value: "Azul" },
    { key: "URL", name: "Manual", value: "https://a.test/x" },
  ];
  expect(readAttributes(attributesText(known), known)).toEqual(known);
  expect(readAttributes("cor: Preta\n\n Voltagem : 220 V \nsem valor", known)).toEqual([
    { key: "COLOR", name: "cor", value: "Preta" },
    { key: "Voltagem", name: "Voltagem", value: "220 V" },
    { key: "sem valor", name: "sem valor", value: "" },
  ]);
  expect(readLines(" a \n\nb")).toEqual(["a", "b"]);
});
