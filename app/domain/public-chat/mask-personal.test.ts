import { expect, test } from "vitest";
import { maskPersonal } from "./mask-personal.ts";

test.each([
  ["meu email é ana.silva+loja@exemplo.com.br, tem azul?", "meu email é […@…], tem azul?"],
  ["ligue para (11) 98765-4321", "ligue para ([…]"],
  ["cpf 123.456.789-09", "cpf […]"],
  ["cartão 4111 1111 1111 1111", "cartão […]"],
  ["chaleira 1,8 L 220 V por R$ 189,90?", "chaleira 1,8 L 220 V por R$ 189,90?"],
])("%s is kept as %s", (typed, kept) => {
  expect(maskPersonal(typed)).toBe(kept);
});
