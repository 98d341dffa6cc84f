import { expect, test } from "vitest";
import { boundBody } from "./large-body.ts";

const limitBytes = 2_000_000;
const kib = new Uint8Array(1_024).fill(97);

/** Says nothing of its length, and notes how much of it was asked for. */
function streamed(totalBytes: number) {
  const taken = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken.bytes >= totalBytes) return controller.close();
      const chunk = kib.subarray(0, Math.min(kib.length, totalBytes - taken.bytes));
      taken.bytes += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const headers = { "content-type": "application/x-www-form-urlencoded", "x-own": "kept" };
  return { taken, request: new Request("https://app.test/login", { method: "POST", body, headers, duplex: "half" } as RequestInit) };
}

function declared(contentLength: string): Request {
  return new Request("https://app.test/login", { method: "POST", body: "a=b", headers: { "content-length": contentLength } });
}

async function expectRefused(answer: Request | Response): Promise<void> {
  if (!(answer instanceof Response)) throw new Error("the body was let through");
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: "too_large", requestId: "req_1" });
}

test("a body that says it is too large, or says nonsense, is refused before it is read", async () => {
  const request = declared(String(limitBytes + 1));
  await expectRefused(await boundBody(request, "req_1"));
  expect(request.bodyUsed).toBe(false);
  await expectRefused(await boundBody(declared("lots"), "req_1"));
  const fitting = declared(String(limitBytes));
  expect(await boundBody(fitting, "req_1")).toBe(fitting);
});

test("a body that does not say how long it is is read no further than twice the limit", async () => {
  const { request, taken } = streamed(50 * limitBytes);
  await expectRefused(await boundBody(request, "req_1"));
  expect(taken.bytes).toBeLessThan(2 * limitBytes + 10 * kib.length);
});

test("a body that is a little too large is taken to its end, so that its sender hears the refusal", async () => {
  const { request, taken } = streamed(limitBytes + 1);
  await expectRefused(await boundBody(request, "req_1"));
  expect(taken.bytes).toBe(limitBytes + 1);
});

test("a body that does not say how long it is arrives whole when it fits", async () => {
  const bounded = await boundBody(streamed(limitBytes).request, "req_1");
  if (bounded instanceof Response) throw new Error("the body was refused");
  expect(bounded.headers.get("x-own")).toBe("kept");
  expect(bounded.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
  expect((await bounded.arrayBuffer()).byteLength).toBe(limitBytes);
});

test("a request without a body passes as it is", async () => {
  const request = new Request("https://app.test/login");
  expect(await boundBody(request, "req_1")).toBe(request);
});
