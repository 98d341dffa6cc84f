import { describe, expect, test } from "vitest";
import { en } from "./en/resources.ts";
import { namespaces } from "./namespaces.ts";
import { withManyPlurals } from "./options.ts";
import { ptBR } from "./pt-BR/resources.ts";
import { createServerI18n, getTranslator } from "./server-i18n.server.ts";

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value] satisfies [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

/** What a translation may not lose: {{variables}}, <tags> and $t(references). */
function marks(text: string): string[] {
  return [...text.matchAll(/\{\{\s*[\w, ]+\s*\}\}|<\/?\w+\/?>|\$t\([^)]*\)/g)].map(([mark]) => mark.replaceAll(" ", "")).toSorted();
}

const english = new Map(flatten(en));
const portuguese = new Map(flatten(ptBR));

describe("Portuguese against English", () => {
  test("has exactly the same keys", () => {
    expect([...portuguese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });
  test("keeps every variable and tag", () => {
    const lost = [...english].filter(([key, text]) => marks(text).join() !== marks(portuguese.get(key) ?? "").join());
    expect(lost).toEqual([]);
  });
});

test("no text is empty or padded", () => {
  const bad = [...english, ...portuguese].filter(([, text]) => text.trim() === "" || text !== text.trim());
  expect(bad).toEqual([]);
});

test("every declared namespace has texts", () => {
  expect(Object.keys(en).toSorted()).toEqual(namespaces.toSorted());
});

test("the plural class of millions in Portuguese reads like other plurals", async () => {
  expect(withManyPlurals({ a: { row_one: "1", row_other: "n" } })).toEqual({ a: { row_one: "1", row_other: "n", row_many: "n" } });
  const t = await getTranslator("pt-BR", "ui");
  expect(t("pagination.rows", { count: 1_000_000, shown: "1.000.000" })).toBe("1.000.000 linhas");
});

test("each language answers with its own words", async () => {
  expect((await createServerI18n("pt-BR")).t("save")).toBe("Salvar");
  expect((await createServerI18n("en")).t("save")).toBe("Save");
});
