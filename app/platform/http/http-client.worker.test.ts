import { expect, test } from "vitest";
import { createCircuitBreakers } from "../circuit-breakers.ts";
import { systemClock } from "../clock.ts";
import { createMemoryLog } from "../logging/logger.ts";
import { systemSleep } from "../sleep.ts";
import { createHttpClient } from "./http-client.server.ts";

function clientFor(answer: (request: Request) => Response) {
  return createHttpClient({
    fetch: (url, init) => Promise.resolve(answer(new Request(url, init))),
    clock: systemClock,
    sleep: systemSleep,
    random: () => 0,
    logger: createMemoryLog(),
    breakers: createCircuitBreakers({ clock: systemClock }),
  });
}

/** Sends on what comes in, through the streams of the runtime instead of buffered bodies. */
const echo = (request: Request) => new Response(request.body?.pipeThrough(new IdentityTransformStream()) ?? null);

test("requests and answers pass through the streams of the Worker", async () => {
  const request = { target: "echo", url: "https://echo.test/", method: "POST", body: '{"ok":true}' };
  expect((await clientFor(echo).send(request)).json()).toEqual({ ok: true });
  const { body } = await clientFor(echo).stream(request);
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body) text += decoder.decode(chunk, { stream: true });
  expect(text).toBe('{"ok":true}');
});

test("limits hold on the streams of the Worker", async () => {
  const request = { target: "echo", url: "https://echo.test/", method: "POST", body: "x".repeat(1_000) };
  await expect(clientFor(echo).send({ ...request, policy: { maxResponseBytes: 999 } })).rejects.toMatchObject({ kind: "too-large" });
  await expect(clientFor(() => new Response("no", { status: 302 })).send(request)).rejects.toMatchObject({ status: 302 });
});
