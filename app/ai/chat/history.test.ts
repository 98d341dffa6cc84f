import { expect, test } from "vitest";
import type { Exchange } from "#app/domain/conversations/parts.ts";
import { lastQueryOf, lastSpecialistOf, messagesOf } from "./history.ts";

const nothing: Exchange = { question: "E aí?", attachments: [], parts: [] };
const asked: Exchange = {
  question: "Pausa a chaleira",
  attachments: [],
  parts: [
    { type: "routed", specialist: "listings" },
    { type: "text", text: "Nada é feito " },
    { type: "text", text: "até alguém aprovar." },
    { type: "approval", approvalId: "apr_1", tool: "pause_listing", title: "Pausar", effects: ["Sai de venda"] },
    { type: "broken", reason: "cut" },
  ],
};

test("a conversation is told as it was: who said what, what was asked for, and what broke off; its beginning is data", () => {
  expect(messagesOf({ summary: "Falaram de preços.", history: [asked, nothing] })).toEqual([
    { role: "user", text: "What was said before, in short:", data: "Falaram de preços." },
    { role: "assistant", text: "Understood." },
    { role: "user", text: "Pausa a chaleira" },
    {
      role: "assistant",
      text: "[asked a person to approve apr_1: Pausar]\n[broken off: cut]\nNada é feito até alguém aprovar.",
    },
    { role: "user", text: "E aí?" },
    { role: "assistant", text: "[nothing]" },
  ]);
});

test("what came before is found where there was anything", () => {
  expect([lastSpecialistOf([asked, nothing]), lastSpecialistOf([nothing]), lastQueryOf([asked])]).toEqual(["listings", null, null]);
});
