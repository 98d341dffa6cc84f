import { expect, test } from "vitest";
import { createChatClient } from "./client.ts";

type Sent = { path: string; body: Record<string, unknown> | undefined };
type Answer = { status?: number; body?: object; retryAfter?: number };

/** A server that answers by path, and a page that asks it. */
function setUp(answer: (path: string, count: number) => Answer | "broken") {
  const sent: Sent[] = [];
  let now = 0;
  const fetch = (url: string | URL | Request, init?: RequestInit) => {
    const path = (url instanceof Request ? url.url : url.toString()).replace("https://e.test/public/v1/", "");
    sent.push({ path, body: typeof init?.body === "string" ? (JSON.parse(init.body) as Record<string, unknown>) : undefined });
    expect(init?.credentials).toBe("omit");
    const given = answer(path, sent.filter((one) => one.path === path).length);
    if (given === "broken") return Promise.reject(new Error("no network"));
    const { status = 200, body = {}, retryAfter } = given;
    return Promise.resolve(Response.json(body, { status, headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) } }));
  };
  const client = createChatClient({ site: "pk_x", endpoint: "https://e.test", language: "pt-BR", fetch, now: () => now });
  return { client, sent, pass: (ms: number) => (now += ms), of: (path: string) => sent.filter((one) => one.path === path) };
}

const token = (count: number): Answer => ({ body: { token: `t${count}`, expiresInSeconds: 300 } });
const said = (about: string[] = []): Answer => ({ body: { answer: "Sim.", outcome: "answered", source: "rules", about } });

test("one token serves many questions and is renewed before it ends", async () => {
  const { client, of, pass } = setUp((path, count) => (path === "token" ? token(count) : said()));
  expect(await client.ask("a?", undefined)).toEqual({ kind: "answer", text: "Sim." });
  pass(200_000);
  await client.ask("b?", undefined);
  pass(90_000);
  await client.ask("c?", undefined);
  expect(of("token").map(({ body }) => body)).toEqual([{ key: "pk_x" }, { key: "pk_x" }]);
  expect(of("chat").map(({ body }) => body?.["token"])).toEqual(["t1", "t1", "t2"]);
});

test("the product of the page is meant until an answer was about something", async () => {
  const { client, of } = setUp((path, count) => (path === "token" ? token(count) : said(count === 1 ? [] : ["prd_1"])));
  for (const question of ["a?", "b?", "c?"]) await client.ask(question, "KET-18");
  expect(of("chat").map(({ body }) => [body?.["sku"], body?.["about"]])).toEqual([
    ["KET-18", []],
    ["KET-18", []],
    [undefined, ["prd_1"]],
  ]);
});

test("a token that is no longer taken is renewed once, and not again and again", async () => {
  const { client, of } = setUp((path, count) => (path === "token" ? token(count) : { status: 401 }));
  expect(await client.ask("a?", undefined)).toEqual({ kind: "failed" });
  expect([of("token").length, of("chat").length]).toEqual([2, 2]);
});

test.each([
  [
    { status: 429, retryAfter: 42 },
    { kind: "wait", seconds: 42 },
  ],
  [{ status: 410 }, { kind: "off" }],
  [{ status: 503 }, { kind: "failed" }],
  ["broken" as const, { kind: "failed" }],
])("what goes wrong is told and never thrown: %o", async (answer, reply) => {
  const { client } = setUp((path, count) => (path === "token" ? token(count) : answer));
  expect(await client.ask("a?", undefined)).toEqual(reply);
});

test("a limit on tokens is told as one on questions", async () => {
  const { client, of } = setUp((path) => (path === "token" ? { status: 429, retryAfter: 5 } : said()));
  expect(await client.ask("a?", undefined)).toEqual({ kind: "wait", seconds: 5 });
  expect(of("chat")).toEqual([]);
});

test("a site without a chat has no settings to show", async () => {
  const { client } = setUp(() => ({ status: 404 }));
  expect(await client.settings()).toBeUndefined();
});
