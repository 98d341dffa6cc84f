import { expect, test } from "vitest";
import { formatUsd, parseUsd, usdText } from "./usd.ts";

test.each([
  [0, "US$ 0,00"],
  [207, "US$ 0,000207"],
  [25_500, "US$ 0,026"],
  [12_500_000, "US$ 12,50"],
])("%d millionths of a dollar read %s", (microUsd, text) => {
  expect(formatUsd(microUsd, "pt-BR").replaceAll("\u00a0", " ")).toBe(text);
});

test.each([
  ["5", 5_000_000],
  ["12,50", 12_500_000],
  ["0.0375", 37_500],
  [" 1 ", 1_000_000],
  ["", undefined],
  ["-1", undefined],
  ["1.000,00", undefined],
  ["free", undefined],
])("what is typed as %s is %s millionths", (text, microUsd) => {
  expect(parseUsd(text)).toBe(microUsd);
});

test("an amount can be typed again as it is written", () => {
  for (const microUsd of [37_500, 20_000_000, 1])
    for (const locale of ["en", "pt-BR"] as const) expect(parseUsd(usdText(microUsd, locale))).toBe(microUsd);
});
