import { expect, test } from "vitest";
import { createCircuitBreakers } from "#app/platform/circuit-breakers.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { createFakeSleep } from "#app/platform/fake-sleep.ts";
import { createHttpClient } from "#app/platform/http/http-client.server.ts";
import { createMemoryLog } from "#app/platform/logging/logger.ts";
import { AppError } from "#app/domain/errors.ts";
import { createMailAdapter } from "./adapter.server.ts";
import { anOutgoingMail, simulatedMailAccount } from "./fixtures.ts";
import { readLocalMailbox } from "./local-mailbox.server.ts";
import { createMailSimulator } from "./simulator.ts";

type Answer = (request: Request) => Response | Promise<Response>;

/** The real client and adapter over the simulator, or over whatever the vendor answers next. */
function setUp(account: Partial<typeof simulatedMailAccount> = {}) {
  const clock = createFakeClock(1_700_000_000_000);
  const timers = createFakeSleep(clock);
  const simulator = createMailSimulator();
  const requests: string[] = [];
  const next: Answer[] = [];
  const log = createMemoryLog();
  const http = createHttpClient({
    async fetch(url, init) {
      const request: Request = new Request(url.replace("/mail/", "/"), init);
      requests.push(url);
      const answer = next.shift();
      return answer ? answer(request) : simulator.fetch(request, { nowMs: clock.now(), random: () => 0.25, sendWebhook: () => undefined });
    },
    clock,
    sleep: timers.sleep,
    random: () => 0.5,
    logger: log,
    breakers: createCircuitBreakers({ clock }),
  });
  const mail = createMailAdapter({ ...simulatedMailAccount, ...account, baseUrl: "http://sim.test/mail", http });
  const send = (change = {}) => timers.run(mail.send(anOutgoingMail(change)));
  return { simulator, requests, next, log, http, send };
}

async function failure(sending: Promise<unknown>): Promise<AppError> {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`Expected an AppError, got ${String(error)}`);
  return error;
}

test("a mail arrives as it was written, under a name that finds it in the vendor's log", async () => {
  const { simulator, send } = setUp();
  expect(await send()).toEqual({ messageId: "evt_1" });
  expect(simulator.state()["messages"]).toMatchObject([
    {
      to: ["ana@example.com"],
      from: "Entrepot <no-reply@entrepot.test>",
      subject: "Confirm your address",
      html: anOutgoingMail().html,
      headers: { "X-Entrepot-Message-Id": "evt_1" },
    },
  ]);
});

test("a mail that the recipient's server refuses for good is invalid, not accepted", async () => {
  const { simulator, send } = setUp();
  simulator.act?.("bounce-next", {}, { nowMs: 0, random: () => 0, sendWebhook: () => undefined });
  expect(await failure(send())).toMatchObject({ code: "invalid", reason: "mailRefused" });
});

test("an address the vendor cannot read is invalid", async () => {
  expect(await failure(setUp().send({ to: "no address" }))).toMatchObject({ code: "invalid" });
});

test("a wrong token is unavailable and says so in the vendor's words, without the mail or its address", async () => {
  const { send, log } = setUp({ apiToken: "expired" });
  const error = await failure(send());
  expect(error.code).toBe("unavailable");
  expect(error.message).toContain("10101 email.sending.error.authentication.unauthorized");
  expect(error.message + JSON.stringify(log.events)).not.toMatch(/ana@example\.com|app\.test|expired/);
});

test("a throttled mail is unavailable, with the wait the vendor asked for", async () => {
  const { next, send } = setUp();
  next.push(() => new Response("{}", { status: 429, headers: { "retry-after": "30" } }));
  expect(await failure(send())).toMatchObject({ code: "unavailable", retryAfterMs: 30_000 });
});

test.each<[string, Answer]>([
  ["a server error", () => new Response("broken", { status: 500 })],
  ["a lost connection", () => Promise.reject(new TypeError("connection lost"))],
])("%s is never repeated here: the mail might go out twice", async (_, answer) => {
  const { next, requests, send } = setUp();
  next.push(answer);
  expect(await failure(send())).toMatchObject({ code: "unavailable" });
  expect(requests).toHaveLength(1);
});

test.each<[string, string]>([
  ["an answer that is not JSON", "<html>"],
  ["an answer of another shape", '{"success":true,"result":{"id":1}}'],
  ["an answer that says no with a good status", '{"success":false,"errors":[{"code":1,"message":"no"}],"messages":[],"result":null}'],
])("%s is an error, not a sent mail", async (_, body) => {
  const { next, send } = setUp();
  next.push(() => new Response(body, { status: 200 }));
  await expect(send()).rejects.toThrow();
});

test("the local mailbox shows what the simulator holds, and says when nobody answers", async () => {
  const { next, http } = setUp();
  const message = { id: "m1", to: ["a@b.co"], from: "x", subject: "s", text: "t", html: "", at: "2026-11-20T10:00:00.000Z" };
  next.push(() => Response.json({ state: { messages: [message] } }));
  expect(await readLocalMailbox("http://sim.test/mail", http)).toEqual([message]);
  next.push(() => Promise.reject(new TypeError("refused")));
  expect(await readLocalMailbox("http://sim.test/mail", http)).toBeUndefined();
});
