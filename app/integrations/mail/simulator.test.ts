import { expect, test } from "vitest";
import { createMailSimulator, localAccountId, localApiToken } from "./simulator.ts";
import { sendAnswerSchema } from "./wire.ts";

const tools = { nowMs: 1_700_000_000_000, random: () => 0.5, sendWebhook: () => undefined };
const valid = { to: "ana@example.com", from: { address: "no-reply@entrepot.test", name: "Entrepot" }, subject: "Hello", text: "Hi" };

type Call = { account?: string; token?: string | null; type?: string; method?: string; body?: unknown };

async function post(simulator = createMailSimulator(), call: Call = {}) {
  const { account = localAccountId, token = localApiToken, type = "application/json", method = "POST", body = valid } = call;
  const headers = new Headers({ "content-type": type });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(`http://sim.test/accounts/${account}/email/sending/send`, {
    method,
    headers,
    ...(method === "GET" ? {} : { body: text }),
  });
  const response = await simulator.fetch(request, tools);
  return { status: response.status, answer: sendAnswerSchema.parse(await response.json()) };
}

test("an accepted mail is answered as delivered and kept for the mailbox", async () => {
  const simulator = createMailSimulator();
  const { status, answer } = await post(simulator);
  expect(status).toBe(200);
  expect(answer.result).toEqual({ delivered: ["ana@example.com"], permanent_bounces: [], queued: [] });
  expect(simulator.state()["messages"]).toMatchObject([
    { to: ["ana@example.com"], from: "Entrepot <no-reply@entrepot.test>", subject: "Hello", text: "Hi", at: "2023-11-14T22:13:20.000Z" },
  ]);
});

test.each<[string, Call, number, number]>([
  ["no token", { token: null }, 401, 10101],
  ["a wrong token", { token: "other" }, 401, 10101],
  ["an unknown account", { account: "stranger" }, 403, 10102],
  ["another method", { method: "GET" }, 404, 10000],
  ["a form instead of JSON", { type: "application/x-www-form-urlencoded" }, 400, 10001],
  ["broken JSON", { body: "{" }, 400, 10001],
  ["a missing subject", { body: { ...valid, subject: undefined } }, 400, 10001],
  ["neither text nor html", { body: { ...valid, text: undefined } }, 400, 10001],
  ["a wrong address", { body: { ...valid, to: "ana at example" } }, 400, 10001],
  ["a field that does not exist", { body: { ...valid, replyTo: "a@b.co" } }, 400, 10001],
  ["more than 50 recipients", { body: { ...valid, to: Array.from({ length: 51 }, (_, index) => `p${index}@example.com`) } }, 400, 10202],
  ["more than 5 MiB", { body: { ...valid, text: "x".repeat(5 * 1024 * 1024) } }, 400, 10200],
])("%s is refused with the vendor's own status and code, and nothing is kept", async (_, call, status, code) => {
  const simulator = createMailSimulator();
  const refused = await post(simulator, call);
  expect(refused.status).toBe(status);
  expect(refused.answer).toMatchObject({ success: false, result: null, errors: [{ code }] });
  expect(simulator.state()["messages"]).toEqual([]);
});

test("the next mail bounces when told so, and only that one", async () => {
  const simulator = createMailSimulator();
  simulator.act?.("bounce-next", {}, tools);
  expect((await post(simulator)).answer.result).toMatchObject({ permanent_bounces: ["ana@example.com"], delivered: [] });
  expect((await post(simulator)).answer.result).toMatchObject({ permanent_bounces: [], delivered: ["ana@example.com"] });
  expect(simulator.state()["messages"]).toHaveLength(1);
});

test("clear and reset leave an empty mailbox", async () => {
  const simulator = createMailSimulator();
  await post(simulator);
  simulator.act?.("clear", {}, tools);
  expect(simulator.state()["messages"]).toEqual([]);
  await post(simulator);
  simulator.reset(1);
  expect(simulator.state()["messages"]).toEqual([]);
});

test("an action it does not know is refused by name", () => {
  expect(() => createMailSimulator().act?.("explode", {}, tools)).toThrow('mail cannot "explode"');
});
