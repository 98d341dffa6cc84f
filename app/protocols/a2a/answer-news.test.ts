import { expect, test } from "vitest";
import type { AnswerPart } from "#app/domain/conversations/parts.ts";
import type { Answered } from "#app/domain/metrics/answer.ts";
import { newsOfAnswer } from "./answer-news.ts";
import { isUnservable, questionOf, takes } from "./modes.ts";
import { joined } from "./run-work.server.ts";

const answered: Answered = {
  kind: "answered",
  query: { type: "find", text: "kettle" },
  columns: [
    { key: "channel", kind: "dimension", dimension: "channel" },
    { key: "value", kind: "value", metric: "gmv", unit: "money", currency: "BRL" },
  ],
  rows: [
    { channel: "Shopee", value: 1_200 },
    { channel: '=1+1,"x"', value: null },
  ],
  answer: "GMV was R$ 12.00.",
  chart: null,
  source: "rules",
  suggestions: [],
  result: null,
  explanation: null,
  found: [],
};

const place = (outputModes: string[] = []) => ({
  taskId: "dlg_1",
  contextId: "talk",
  messageId: "msg_1",
  outputModes,
  publicUrl: "https://shop.example",
});
const newsOf = (parts: AnswerPart[], modes?: string[]) => newsOfAnswer(parts, place(modes));
const answer: AnswerPart = { type: "answer", answer: answered };

test("an answer is handed over as its sentence and its data, and ends the task", () => {
  expect(newsOf([{ type: "routed", specialist: "sales" }, answer])).toMatchObject([
    {
      kind: "artifact",
      isMore: false,
      artifact: { parts: [{ text: "GMV was R$ 12.00." }, { data: { query: answered.query, rows: answered.rows } }] },
    },
    { kind: "state", state: "completed", reason: null, message: { parts: [{ text: "GMV was R$ 12.00." }], taskId: "dlg_1" } },
  ]);
});

test("only what the other side takes is handed over; a table as a file where it takes such files, and no cell of it is a formula", () => {
  expect(newsOf([answer], ["text/plain"])[0]).toMatchObject({ artifact: { parts: [{ text: expect.any(String) as string }] } });
  const [data] = newsOf([answer], ["application/json"]);
  expect(data).toMatchObject({ artifact: { parts: [{ data: {} }] } });
  const [file] = newsOf([answer], ["text/csv"]);
  const part = file?.kind === "artifact" ? file.artifact.parts[0] : undefined;
  expect(part).toMatchObject({ mediaType: "text/csv", filename: "table.csv" });
  const raw = part !== undefined && "raw" in part ? part.raw : "";
  expect(new TextDecoder().decode(Uint8Array.from(atob(raw), (char) => char.charCodeAt(0)))).toBe(
    `channel,value\r\nShopee,1200\r\n"'=1+1,""x""",\r\n`,
  );
});

test("what can be asked more clearly asks back, with what could be meant; what cannot is turned down", () => {
  const refusal = (reason: "ambiguous" | "off-topic" | "forbidden"): AnswerPart => ({
    type: "refusal",
    reason,
    text: "Which one?",
    suggestions: ["GMV by day"],
  });
  expect(newsOf([refusal("ambiguous")])).toMatchObject([
    {
      state: "input-required",
      reason: "ambiguous",
      message: { parts: [{ text: "Which one?\n– GMV by day" }, { data: { suggestions: ["GMV by day"] } }] },
    },
  ]);
  for (const reason of ["off-topic", "forbidden"] as const)
    expect(newsOf([refusal(reason)])).toMatchObject([{ state: "rejected", reason }]);
});

test("what a person has to allow waits for it, and says where", () => {
  const approval: AnswerPart = {
    type: "approval",
    approvalId: "apr_1",
    tool: "pause_listing",
    title: "Pause 2 listings",
    effects: ["Kettle"],
  };
  expect(newsOf([approval]).at(-1)).toMatchObject({
    state: "auth-required",
    message: {
      parts: [{ text: expect.stringContaining("https://shop.example/approvals") as string }, {}],
      metadata: { approvalId: "apr_1" },
    },
  });
});

test.each([
  ["stopped", "canceled"],
  ["budget", "failed"],
  ["access-ended", "failed"],
] as const)("an answer that broke off because it was %s ends %s, with what came before", (reason, state) => {
  const news = newsOf([
    { type: "text", text: "So far" },
    { type: "broken", reason },
  ]);
  expect(news[0]).toMatchObject({ artifact: { parts: [{ text: "So far" }] } });
  expect(news.at(-1)).toMatchObject({ state, reason });
});

test("kinds of content fit with parameters and with stars; nothing asked for is the usual", () => {
  expect([takes([], "text/plain"), takes([], "text/csv"), takes(["*/*"], "application/json")]).toEqual([true, false, true]);
  expect(takes(["Text/CSV; charset=utf-8"], "text/csv")).toBe(true);
  expect([isUnservable([]), isUnservable(["text/*"]), isUnservable(["image/png"])]).toEqual([false, false, true]);
  expect(questionOf([{ text: "GMV" }, { data: { question: "by channel" } }])).toBe("GMV\nby channel");
  expect(questionOf([{ raw: "aGk=", mediaType: "text/plain" }])).toBeUndefined();
  expect(questionOf([{ text: "a", mediaType: "image/png" }])).toBeUndefined();
});

test("pieces of one text that came meanwhile are one; the last piece and other artifacts stay by themselves", () => {
  const piece = (text: string, artifactId = "answer", isLast = false) => ({
    kind: "artifact" as const,
    artifact: { artifactId, parts: [{ text }] },
    isMore: true,
    isLast,
  });
  const news = joined([piece("a"), piece("b"), piece("c", "other"), piece("d"), piece("e", "answer", true)]);
  expect(news.map((one) => (one.kind === "artifact" ? one.artifact.parts : []))).toEqual([
    [{ text: "ab" }],
    [{ text: "c" }],
    [{ text: "d" }],
    [{ text: "e" }],
  ]);
});
