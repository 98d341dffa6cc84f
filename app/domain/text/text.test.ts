import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyPhrases } from "./key-phrases.ts";
import { guessLanguage } from "./language.ts";
import { foldText, plainWord } from "./normalise.ts";
import { readText } from "./read-text.ts";
import { stem } from "./stem.ts";
import { clausesOf, sentencesOf, tokenise } from "./tokenise.ts";

const wordsOf = (text: string) => tokenise(text).map(({ word }) => word);
const complaintsIn = (text: string) =>
  readText(text).clauses.flatMap(({ mentions }) => mentions.flatMap(({ aspect, isComplaint }) => (isComplaint ? [aspect] : [])));

test("accents, capitals and drawn-out or shortened words are one word", () => {
  expect(foldText("Não É CAÇÃO, Ñandú")).toBe("nao e cacao, nandu");
  expect(foldText("nãо".normalize("NFD"))).toHaveLength(3);
  expect([plainWord("muuuuito"), plainWord("vc"), plainWord("n"), plainWord("don't")]).toEqual(["muito", "voce", "nao", "dont"]);
  expect(wordsOf("Didn't work: 1,8 L e 220v!")).toEqual(["didnt", "work", "1,8", "l", "e", "220v"]);
});

describe("stems bring the forms of a word together, and keep words apart", () => {
  test.each([
    ["pt", ["quebrou", "quebrada", "quebrando", "quebrado"]],
    ["pt", ["vazando", "vazou", "vaza", "vazamento"]],
    ["pt", ["atraso", "atrasado", "atrasou", "atrasada"]],
    ["pt", ["caixa", "caixas"]],
    ["pt", ["parafuso", "parafusos"]],
    ["en", ["leak", "leaks", "leaked", "leaking"]],
    ["en", ["box", "boxes"]],
    ["en", ["battery", "batteries"]],
    ["en", ["stopped", "stopping", "stop"]],
  ] as const)("%s %j", (language, words) => {
    expect(new Set(words.map((word) => stem(word, language))).size).toBe(1);
  });

  test("words of other meaning stay others", () => {
    expect(stem("caixa", "pt")).not.toBe(stem("caro", "pt"));
    expect(stem("vazio", "pt")).not.toBe(stem("vazou", "pt"));
    expect(stem("using", "en")).not.toBe(stem("us", "en"));
  });
});

test("languages are told apart, and what says nothing is taken for the usual", () => {
  expect(guessLanguage(tokenise("Não gostei, veio quebrado")).language).toBe("pt");
  expect(guessLanguage(tokenise("It was broken when it arrived")).language).toBe("en");
  expect(guessLanguage(tokenise("220v"), "en")).toEqual({ language: "en", sure: 0 });
});

describe("blame and praise", () => {
  test.each([
    ["Não veio quebrado", []],
    ["Sem vazamento e sem barulho", []],
    ["Entrega rápida e produto de péssima qualidade", ["quality"]],
    ["A cor é linda, mas o tamanho é pequeno", ["size"]],
    ["Embalagem rasgada", ["packaging"]],
    ["The box was fine but the lid leaks", ["leak"]],
    ["No leaks, works great", []],
    ["Faltou o cabo na caixa", ["missing-parts"]],
  ])("%s", (text, aspects) => {
    expect(complaintsIn(text)).toEqual(aspects);
  });

  test("danger is seen whatever else is said", () => {
    expect(readText("Linda, mas levei um choque").clauses.some(({ isDanger }) => isDanger)).toBe(true);
    expect(readText("Linda cor de fogo").clauses.some(({ isDanger }) => isDanger)).toBe(false);
  });
});

test("phrases are found in as many texts as say them, each text once", () => {
  const texts = ["a tampa solta solta", "Tampa solta de novo", "essa tampa solta fácil", "o cabo é curto"];
  const phrases = keyPhrases(
    texts.map((text, index) => ({ id: `r${index}`, clauses: readText(text).clauses })),
    3,
  );
  expect(phrases).toMatchObject([{ key: "tamp solt", label: "tampa solta", texts: ["r0", "r1", "r2"] }]);
});

describe("whatever is written", () => {
  const written = fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.string({ unit: "binary", maxLength: 300 }));

  test("sentences are pieces of the text in its order, and leave out blanks and nothing else", () => {
    fc.assert(
      fc.property(written, (text) => {
        const pieces = sentencesOf(text);
        const between = [...pieces, { start: text.length, end: text.length }].map(({ start }, index) =>
          text.slice(pieces[index - 1]?.end ?? 0, start),
        );
        expect(between.join("").trim()).toBe("");
        expect(pieces.every(({ start, end }) => start < end)).toBe(true);
      }),
    );
  });

  test("it is read without a fault, every clause lies in the text, and the same comes out again", () => {
    fc.assert(
      fc.property(written, (text) => {
        const once = readText(text);
        for (const { start, end, polarity } of once.clauses) {
          expect(start < end && end <= text.normalize("NFC").length).toBe(true);
          expect(Number.isFinite(polarity)).toBe(true);
        }
        expect(readText(text)).toEqual(once);
      }),
    );
  });

  test("a stem is there, no longer than its word, and the same each time", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), fc.constantFrom("pt" as const, "en" as const), (word, language) => {
        const stemmed = stem(word, language);
        expect(stemmed.length).toBeGreaterThan(0);
        expect(stemmed.length).toBeLessThanOrEqual(word.length + 1);
        expect(stem(word, language)).toBe(stemmed);
      }),
    );
  });

  test("clauses of joined sentences are the clauses of each", () => {
    const plain = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,6}$/);
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const words = (text: string) => clausesOf(text).map(({ tokens }) => tokens.map(({ word }) => word).join(" "));
        expect(words(`${one}. ${other}.`)).toEqual([...words(one), ...words(other)]);
      }),
    );
  });
});
