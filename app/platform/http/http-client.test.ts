import { expect, test } from "vitest";
import { createCircuitBreakers } from "../circuit-breakers.ts";
import { createFakeClock } from "../clock.ts";
import { createFakeSleep } from "../fake-sleep.ts";
import { createMemoryLog } from "../logging/logger.ts";
import { redact } from "../logging/redact.ts";
import { createHttpClient, type HttpClientOptions } from "./http-client.server.ts";
import { HttpError } from "./http-error.ts";
import type { HttpRequest } from "./http-types.ts";

type Answer = () => Response | Promise<Response>;

const hang = () => new Promise<never>(() => undefined);
const ok = () => new Response('{"ok":true}', { status: 200 });
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response("no", { status: code, headers });

function streamOf(chunks: string[]): ReadableStream<Uint8Array> {
  const rest = [...chunks];
  return new ReadableStream({
    pull(controller) {
      const next = rest.shift();
      if (next === "hang") return hang();
      if (next === undefined) controller.close();
      else if (next === "break") controller.error(new TypeError("connection lost"));
      else controller.enqueue(new TextEncoder().encode(next));
      return undefined;
    },
  });
}

function setUp(answers: Answer[], options: Partial<HttpClientOptions> = {}) {
  const clock = createFakeClock(1_000_000);
  const timers = createFakeSleep(clock);
  const log = createMemoryLog();
  const seen: { url: string; init: RequestInit }[] = [];
  const breakers = createCircuitBreakers({
    clock,
    policy: { windowMs: 60_000, minimumCalls: 4, failureRate: 0.5, openMs: 10_000, probes: 1, probeTimeoutMs: 30_000 },
  });
  const client = createHttpClient({
    fetch: async (url, init) => {
      seen.push({ url, init });
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      return answer ? answer() : ok();
    },
    clock,
    sleep: timers.sleep,
    random: () => 0.5,
    logger: log,
    breakers,
    ...options,
  });
  const send = (request: Partial<HttpRequest> = {}) =>
    timers.run(client.send({ target: "vendor", url: "https://vendor.test/orders", ...request }));
  return { clock, timers, log, seen, breakers, client, send };
}

function failure(work: Promise<unknown>): Promise<HttpError> {
  return work.then(
    () => {
      throw new Error("it succeeded");
    },
    (error: unknown) => {
      if (error instanceof HttpError) return error;
      throw error;
    },
  );
}

test("an answer carries its status, headers and body", async () => {
  const { send, seen } = setUp([() => new Response('{"id":7}', { status: 201, headers: { "x-a": "b" } })]);
  const response = await send({ method: "post", headers: { accept: "application/json" }, body: "{}" });
  expect(response.status).toBe(201);
  expect(response.headers.get("x-a")).toBe("b");
  expect(response.json()).toEqual({ id: 7 });
  expect(seen[0]?.init).toMatchObject({ method: "POST", redirect: "manual", body: "{}" });
});

test("a call that hangs ends at its timeout, is repeated, and ends for good at the attempts", async () => {
  const { send, seen, clock } = setUp([hang]);
  const error = await failure(send());
  expect(error).toMatchObject({ kind: "timeout", retryable: true, target: "vendor" });
  expect(seen).toHaveLength(3);
  expect(seen.every(({ init }) => init.signal?.aborted)).toBe(true);
  expect(clock.now() - 1_000_000).toBeLessThanOrEqual(30_000 + 300);
});

test("a body that hangs counts against the same timeout", async () => {
  const { send } = setUp([() => new Response(streamOf(["{", "hang"]))], { policy: { attempts: 1 } });
  expect(await failure(send())).toMatchObject({ kind: "timeout" });
});

test("no attempt outlives the deadline of the whole call", async () => {
  const { send, clock } = setUp([hang], { policy: { attemptTimeoutMs: 4_000, deadlineMs: 6_000, attempts: 10, baseMs: 0 } });
  expect(await failure(send())).toMatchObject({ kind: "timeout" });
  expect(clock.now() - 1_000_000).toBe(6_000);
});

test("a failing server is asked again, and the answer of the second attempt counts", async () => {
  const { send, seen, timers } = setUp([status(500), status(503), ok]);
  expect((await send()).json()).toEqual({ ok: true });
  expect(seen).toHaveLength(3);
  expect(timers.sleptMs.filter((ms) => ms < 1_000)).toEqual([100, 200]);
});

test("a broken connection and a body cut short are repeated", async () => {
  const broken = () => Promise.reject(new TypeError("fetch failed"));
  const cut = () => new Response(streamOf(['{"id"', "break"]));
  const short = () => new Response("{}", { headers: { "content-length": "50" } });
  for (const fault of [broken, cut, short]) {
    const { send, seen } = setUp([fault, ok]);
    expect((await send()).json()).toEqual({ ok: true });
    expect(seen).toHaveLength(2);
    expect(await failure(setUp([fault]).send())).toMatchObject({ kind: "network", retryable: true });
  }
});

test("what could happen twice is never repeated, unless an idempotency key protects it", async () => {
  for (const method of ["POST", "PATCH"]) {
    const { send, seen } = setUp([status(503), ok]);
    expect(await failure(send({ method, body: "{}" }))).toMatchObject({ kind: "status", status: 503, retryable: true });
    expect(seen).toHaveLength(1);
  }
  for (const name of ["Idempotency-Key", "X-Idempotency-Key"]) {
    const { send, seen } = setUp([status(503), ok]);
    await send({ method: "POST", body: "{}", headers: { [name]: "key-1" } });
    expect(seen).toHaveLength(2);
  }
  const { send, seen } = setUp([status(503), ok]);
  await failure(send({ method: "PUT", body: streamOf(["x"]) }));
  expect(seen).toHaveLength(1);
});

test("a refusal for good is not repeated and tells status and body", async () => {
  const { send, seen } = setUp([() => new Response('{"message":"maria@demo.test unknown"}', { status: 404 })]);
  const error = await failure(send());
  expect(error).toMatchObject({ kind: "status", status: 404, retryable: false });
  expect(error.body).toContain("maria");
  expect(JSON.stringify(redact({ error }))).not.toContain("maria");
  expect(seen).toHaveLength(1);
});

test("too many requests: the wait asked for is kept, in seconds or as a date", async () => {
  for (const retryAfter of ["7", new Date(1_007_000).toUTCString()]) {
    const { send, timers, seen } = setUp([status(429, { "retry-after": retryAfter }), ok]);
    await send();
    expect(timers.sleptMs).toContain(7_000);
    expect(seen).toHaveLength(2);
  }
});

test("too many requests without a wait is repeated with back-off; a wait beyond the deadline is handed to the caller", async () => {
  const patient = setUp([status(429), ok]);
  await patient.send();
  expect(patient.timers.sleptMs).toContain(100);
  const hurried = setUp([status(429, { "retry-after": "3600" }), ok]);
  expect(await failure(hurried.send())).toMatchObject({ status: 429, retryAfterMs: 3_600_000, retryable: true });
  expect(hurried.seen).toHaveLength(1);
});

test("an answer above the size limit is refused, announced or not", async () => {
  const announced = () => new Response("x".repeat(100));
  const silent = () => new Response(streamOf(Array.from({ length: 50 }, () => "xx")));
  for (const answer of [announced, silent]) {
    const { send, seen } = setUp([answer], { policy: { maxResponseBytes: 99 } });
    expect(await failure(send())).toMatchObject({ kind: "too-large", retryable: false });
    expect(seen).toHaveLength(1);
  }
});

test("a redirect is an answer to look at, not a place to go", async () => {
  const { send, seen } = setUp([status(302, { location: "https://elsewhere.test/" })]);
  const error = await failure(send());
  expect(error).toMatchObject({ kind: "status", status: 302 });
  expect(error.headers.get("location")).toBe("https://elsewhere.test/");
  expect((await setUp([status(302)]).send({ acceptStatus: (code) => code < 400 })).status).toBe(302);
  expect(seen).toHaveLength(1);
});

test("the breaker opens after repeated failures, refuses without calling, and closes after a good probe", async () => {
  let healthy = false;
  const { send, seen, clock, breakers } = setUp([() => (healthy ? ok() : status(500)())]);
  await failure(send());
  await failure(send());
  expect(breakers.of("vendor").state()).toBe("open");
  const callsBefore = seen.length;
  expect(await failure(send())).toMatchObject({ kind: "circuit-open", retryable: true });
  expect(seen).toHaveLength(callsBefore);
  expect(await failure(send({ target: "another" }))).toMatchObject({ kind: "status" });
  healthy = true;
  clock.advance(10_000);
  expect(breakers.of("vendor").state()).toBe("half-open");
  await send();
  expect(breakers.of("vendor").state()).toBe("closed");
});

test("refusals and rate limits do not open the breaker", async () => {
  for (const code of [404, 422, 429]) {
    const { send, breakers } = setUp([status(code)], { policy: { attempts: 1 } });
    for (let count = 0; count < 10; count += 1) await failure(send());
    expect(breakers.of("vendor").state()).toBe("closed");
  }
});

test("a rate limit does not close an open breaker either", async () => {
  const answers = [status(500), status(500), status(500), status(500), status(429)];
  const { send, clock, breakers } = setUp(answers, { policy: { attempts: 1 } });
  for (let count = 0; count < 4; count += 1) await failure(send());
  clock.advance(10_000);
  expect(await failure(send())).toMatchObject({ status: 429 });
  expect(breakers.of("vendor").state()).toBe("half-open");
});

test("a caller who goes away ends the call at once", async () => {
  const controller = new AbortController();
  const { send, seen } = setUp([
    () => {
      controller.abort();
      return hang();
    },
  ]);
  expect(await failure(send({ signal: controller.signal }))).toMatchObject({ kind: "aborted", retryable: false });
  expect(await failure(send({ signal: controller.signal }))).toMatchObject({ kind: "aborted" });
  expect(seen).toHaveLength(1);
});

test("a body that is not JSON is a typed error", async () => {
  const response = await setUp([() => new Response("<html>")]).send();
  expect(() => response.json()).toThrow(expect.objectContaining({ kind: "malformed", status: 200 }) as Error);
});

test("only web addresses are called", async () => {
  for (const url of ["file:///etc/passwd", "data:text/plain,x"]) await expect(setUp([]).send({ url })).rejects.toThrow(TypeError);
});

test("one event tells how a call went, without its query", async () => {
  const { send, log } = setUp([status(500), ok]);
  await send({ url: "https://vendor.test/orders?access_token=abc" });
  expect(log.events).toMatchObject([
    {
      event: "http.outbound",
      level: "info",
      outcome: "ok",
      host: "vendor.test",
      path: "/orders",
      statusCode: 200,
      attempts: 2,
      durationMs: 100,
    },
  ]);
  expect(JSON.stringify(log.events)).not.toContain("abc");
  const failing = setUp([status(404)]);
  await failure(failing.send());
  expect(failing.log.events).toMatchObject([{ level: "warn", outcome: "failed", failure: "status", statusCode: 404 }]);
});

async function readAll(body: AsyncIterable<Uint8Array>, into: string[]): Promise<void> {
  for await (const chunk of body) into.push(new TextDecoder().decode(chunk));
}

test("a stream is passed on chunk by chunk and may be repeated until its headers are there", async () => {
  const { client, timers, seen } = setUp([status(500), () => new Response(streamOf(["a", "b"]))]);
  const { body } = await timers.run(client.stream({ target: "vendor", url: "https://vendor.test/" }));
  const chunks: string[] = [];
  await timers.run(readAll(body, chunks));
  expect(chunks).toEqual(["a", "b"]);
  expect(seen).toHaveLength(2);
});

test("a stream that stalls, breaks or grows too large fails with a typed error and lets the connection go", async () => {
  const cases = [
    { chunks: ["a", "hang"], kind: "timeout" },
    { chunks: ["a", "break"], kind: "network" },
    { chunks: ["a", "x".repeat(100)], kind: "too-large" },
  ];
  for (const { chunks, kind } of cases) {
    const { client, timers, seen } = setUp([() => new Response(streamOf(chunks))], { policy: { maxResponseBytes: 50 } });
    const { body } = await timers.run(client.stream({ target: "vendor", url: "https://vendor.test/" }));
    const read: string[] = [];
    expect(await failure(timers.run(readAll(body, read)))).toMatchObject({ kind });
    expect(read).toEqual(["a"]);
    expect(seen[0]?.init.signal?.aborted).toBe(true);
  }
});

test("leaving a stream early lets the connection go", async () => {
  const { client, timers, seen } = setUp([() => new Response(streamOf(["a", "b", "hang"]))]);
  const { body } = await timers.run(client.stream({ target: "vendor", url: "https://vendor.test/" }));
  for await (const chunk of body) if (chunk.length > 0) break;
  expect(seen[0]?.init.signal?.aborted).toBe(true);
});
