import { expect, test } from "vitest";
import { foldText } from "#app/domain/text/normalise.ts";
import { mayWantAct } from "./specialists.ts";

test.each([
  "Pausa a chaleira",
  "muda isso para 99,90",
  "please lower it",
  "set it to 10",
  "sim, faça",
  "responda a pergunta",
  "Plan it for tomorrow",
])("%s may want something done", (question) => {
  expect(mayWantAct(foldText(question))).toBe(true);
});

test.each([
  "Como estão os meus anúncios?",
  "GMV por canal nos últimos 30 dias",
  "why did orders fall on Tuesday?",
  "Which listings are best?",
  "",
])("%s wants to know, and is offered nothing that acts", (question) => {
  expect(mayWantAct(foldText(question))).toBe(false);
});
