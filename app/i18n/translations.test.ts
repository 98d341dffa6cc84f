import { describe, expect, test } from "vitest";
import { en } from "./en/resources.ts";
import { namespaces } from "./namespaces.ts";
import { withDerivedPlurals } from "./options.ts";
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

test("of millions and of none Portuguese reads like of several, but for texts of their own", async () => {
  expect(withDerivedPlurals({ a: { row_one: "1", row_other: "n" } })).toEqual({
    a: { row_one: "1", row_other: "n", row_many: "n", row_zero: "n" },
  });
  for (const written of [
    { row_zero: "0", row_other: "n" },
    { row_other: "n", row_zero: "0" },
  ])
    expect(withDerivedPlurals(written)).toMatchObject({ row_zero: "0" });
  const t = await getTranslator("pt-BR", "ui");
  expect(t("pagination.rows", { count: 1_000_000, shown: "1.000.000" })).toBe("1.000.000 linhas");
  expect(t("pagination.rows", { count: 0, shown: "0" })).toBe("0 linhas");
  expect(t("pagination.rows", { count: 1, shown: "1" })).toBe("1 linha");
});

test("whatever is counted in a text, none of it is told in the plural", async () => {
  const counting = [...english.keys()].filter((key) => key.endsWith("_other") && !english.has(key.replace(/_other$/, "_zero")));
  for (const locale of ["en", "pt-BR"] as const) {
    const { t } = await createServerI18n(locale);
    const other = (key: string) => (locale === "en" ? english : portuguese).get(key) ?? "";
    const textOf = (key: string, count: number) => {
      const [namespace = "", ...path] = key.replace(/_other$/, "").split(".");
      return t(path.join("."), { ns: namespace, count, skipInterpolation: true });
    };
    expect(counting.filter((key) => textOf(key, 0) !== other(key))).toEqual([]);
  }
});

test("each language answers with its own words", async () => {
  expect((await createServerI18n("pt-BR")).t("save")).toBe("Salvar");
  expect((await createServerI18n("en")).t("save")).toBe("Save");
});
