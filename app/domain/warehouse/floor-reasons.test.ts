import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errors as en } from "#app/i18n/en/errors.ts";
import { errors as ptBr } from "#app/i18n/pt-BR/errors.ts";

const folder = new URL("ledger/", import.meta.url);
const sources = ["execute.ts", ...readdirSync(new URL("decide/", folder)).map((name) => `decide/${name}`)];

test("whatever a zone refuses with has words in both languages", () => {
  const text = sources.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  const reasons = new Set(
    [...text.matchAll(/(?:conflict|rejected)\("(\w+)"|Refusal\("\w+", "(\w+)"/g)].map((match) => match[1] ?? match[2] ?? ""),
  );
  reasons.delete("forbidden");
  expect(reasons.size).toBeGreaterThan(30);
  for (const known of [en, ptBr]) expect([...reasons].filter((reason) => !(reason in known.reasons.floor))).toEqual([]);
});
