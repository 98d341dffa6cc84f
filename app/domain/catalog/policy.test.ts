import { describe, expect, test } from "vitest";
import { type ListingClue, likeTitleExpression, matchListing, type MatchCandidate, titleScore, titleWords } from "./policy.ts";

function candidate(change: Partial<MatchCandidate> = {}): MatchCandidate {
  return {
    variantId: "var_1",
    sku: "CH-18",
    gtin: null,
    productTitle: "Chaleira elétrica 1,8 L",
    variantName: "",
    brand: "Casa Brasil",
    ...change,
  };
}

function listing(change: Partial<ListingClue> = {}): ListingClue {
  return { sku: null, gtin: null, title: "Chaleira Elétrica Casa Brasil 1,8 litros", modelName: "", ...change };
}

describe("the same SKU", () => {
  test("links by itself, whatever its case and spaces", () => {
    for (const sku of ["CH-18", "ch-18", " Ch - 18 "]) {
      expect(matchListing(listing({ sku }), [candidate(), candidate({ variantId: "var_2", sku: "CH-19" })])).toEqual({
        kind: "linked",
        variantId: "var_1",
        by: "sku",
      });
    }
  });

  test("links nothing when two have it and none exactly, and never falls back to a guess then", () => {
    const twins = [candidate({ sku: "ch-18" }), candidate({ variantId: "var_2", sku: "Ch-18" })];
    expect(matchListing(listing({ sku: "CH-18" }), twins)).toEqual({ kind: "unlinked" });
    expect(matchListing(listing({ sku: "Ch-18" }), twins)).toMatchObject({ kind: "linked", variantId: "var_2" });
  });

  test("does not arise from emptiness", () => {
    expect(matchListing(listing({ sku: "  ", title: "Outra coisa" }), [candidate({ sku: " " })])).toEqual({ kind: "unlinked" });
  });
});

describe("a GTIN or a like title", () => {
  test("only suggests", () => {
    const gtin = "7891000315507";
    expect(matchListing(listing({ gtin, title: "x" }), [candidate({ gtin: `0${gtin}` })])).toEqual({
      kind: "suggested",
      variantId: "var_1",
      by: "gtin",
    });
    expect(matchListing(listing(), [candidate()])).toEqual({ kind: "suggested", variantId: "var_1", by: "title" });
  });

  test("says nothing when two fit", () => {
    const gtin = "7891000315507";
    expect(matchListing(listing({ gtin }), [candidate({ gtin }), candidate({ variantId: "var_2", gtin })])).toEqual({ kind: "unlinked" });
    expect(matchListing(listing(), [candidate(), candidate({ variantId: "var_2" })])).toEqual({ kind: "unlinked" });
  });
});

describe("a like title is none", () => {
  test.each([
    ["of another brand", listing({ title: "Chaleira elétrica 1,8 L Mondial" }), candidate()],
    ["with another measure", listing({ title: "Chaleira elétrica Casa Brasil 1,7 L" }), candidate()],
    ["for another voltage", listing({ modelName: "220 V" }), candidate({ variantName: "127 V" })],
    ["in another colour", listing({ modelName: "Azul" }), candidate({ variantName: "Preta" })],
    ["with a colour the product does not have", listing({ modelName: "Azul" }), candidate()],
    [
      "in another colour of its title",
      listing({ title: "Chaleira Elétrica Preta Casa Brasil 1,8 litros" }),
      candidate({ productTitle: "Chaleira elétrica branca 1,8 L" }),
    ],
    ["with too few words in common", listing({ title: "Tampa para chaleira Casa Brasil reposição original preta" }), candidate()],
  ])("%s", (_name, offered, own) => {
    expect(matchListing(offered, [own])).toEqual({ kind: "unlinked" });
  });

  test("and the same option is one", () => {
    const own = [candidate({ variantName: "Azul" }), candidate({ variantId: "var_2", variantName: "Preta" })];
    expect(matchListing(listing({ modelName: "Preta" }), own)).toMatchObject({ variantId: "var_2", by: "title" });
  });
});

test("a colour in another gender or language is the same, and one that only one side names says nothing", () => {
  const black = listing({ title: "Chaleira Elétrica Casa Brasil 1,8 litros Black" });
  expect(matchListing(black, [candidate({ productTitle: "Chaleira elétrica preta 1,8 L" })])).toMatchObject({ by: "title" });
  expect(matchListing(black, [candidate()])).toMatchObject({ by: "title" });
});

test("words are compared without accents, fillers and ways to write a measure", () => {
  expect(titleWords("Chaleira ELÉTRICA de 1,8 Litros com 127V")).toEqual(titleWords("eletrica chaleira 1.8L 127 v"));
  expect(titleScore(listing(), candidate())).toBe(1);
});

test("a question for like titles holds only quoted words of the title", () => {
  expect(likeTitleExpression("wsp_1", 'Chaleira "elétrica" OR * NEAR(')).toBe(
    'workspace_id : "wsp_1" AND - workspace_id : (("chaleira" AND "eletrica") OR ("chaleira" AND "near") OR ("eletrica" AND "near"))',
  );
  expect(likeTitleExpression("wsp_1", "X 1 2")).toBeUndefined();
});
