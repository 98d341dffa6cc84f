import { expect, test } from "vitest";
import { withMessage } from "./apply-news.ts";
import type { Message } from "./schemas.ts";

const said = (messageId: string, text: string): Message => ({ messageId, role: "ROLE_USER", parts: [{ text }] });

function told(count: number, text: string): Message[] {
  return Array.from({ length: count }).reduce<Message[]>((history, _one, index) => withMessage(history, said(`m${index}`, text)), []);
}

test("of a talk of long messages the beginning is let go before a row is too small for it, and the newest stays", () => {
  const history = told(12, "x".repeat(250_000));
  expect(history.map(({ messageId }) => messageId)).toEqual(["m9", "m10", "m11"]);
  expect(withMessage([], said("huge", "x".repeat(900_000)))).toHaveLength(1);
});

test("of a talk of many messages a hundred stay, each once", () => {
  const history = told(130, "GMV?");
  expect([history.length, history[0]?.messageId, history.at(-1)?.messageId]).toEqual([100, "m30", "m129"]);
  expect(withMessage(history, said("m129", "GMV?"))).toEqual(history);
});
