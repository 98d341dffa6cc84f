import { expect, test } from "vitest";
import { finderValue, rankCommand } from "./rank-command.ts";

test("beginnings of words fit, without accents and in any order", () => {
  for (const typed of ["aval", "avaliacoes", "AVALIAÇÕES"]) expect(rankCommand("Avaliações /reviews", typed)).toBe(1);
  expect(rankCommand("Chaves de API /settings/api-keys", "api chaves")).toBe(0.8);
  expect(rankCommand("Team /team", "people", ["people"])).toBe(0.8);
  expect(rankCommand("Notificações /notifications", "ficac")).toBe(0.5);
});

test("letters strewn over a label are no match", () => {
  expect(rankCommand("Respostas guardadas /artifacts", "garrafa")).toBe(0);
});

test("where words can be searched comes last, and always", () => {
  expect(rankCommand(finderValue("/orders"), "garrafa")).toBeGreaterThan(0);
  expect(rankCommand(finderValue("/orders"), "garrafa")).toBeLessThan(rankCommand("Notificações", "ficac"));
});
