import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { claimIdempotencyKey, dropClaim, storeAnswer } from "./idempotency.server.ts";
import { testIds } from "./testing/basics.ts";

function aRequest(change: Partial<{ fingerprint: string; nowMs: number; workspaceId: string; key: string }> = {}) {
  return { workspaceId: testIds.next("wsp"), key: "order-1", fingerprint: "f1", nowMs: 1_000, ...change };
}

const answer = { status: 201, body: '{"id":"🤖"}' };

test("the first request runs, and the same one again gets the stored answer", async () => {
  const request = aRequest();
  expect(await claimIdempotencyKey(env.DB, request)).toEqual({ kind: "run" });
  await storeAnswer(env.DB, request, answer);
  for (const nowMs of [1_000, 90_000, 24 * 3_600_000]) {
    expect(await claimIdempotencyKey(env.DB, { ...request, nowMs })).toEqual({ kind: "replay", answer });
  }
});

test("of the same requests at one moment exactly one runs", async () => {
  const request = aRequest();
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimIdempotencyKey(env.DB, request)));
  expect(claims.filter((claim) => claim.kind === "run")).toHaveLength(1);
  expect(claims.filter((claim) => claim.kind === "running")).toHaveLength(7);
});

test("another request under the same key is told so, before and after the answer", async () => {
  const request = aRequest();
  await claimIdempotencyKey(env.DB, request);
  const different = { ...request, fingerprint: "f2", nowMs: 500_000 };
  expect(await claimIdempotencyKey(env.DB, different)).toEqual({ kind: "different" });
  await storeAnswer(env.DB, request, answer);
  expect(await claimIdempotencyKey(env.DB, different)).toEqual({ kind: "different" });
});

test("a request that died is taken over when its time is up, not before", async () => {
  const request = aRequest();
  await claimIdempotencyKey(env.DB, request);
  expect(await claimIdempotencyKey(env.DB, { ...request, nowMs: 61_000 })).toEqual({ kind: "running" });
  expect(await claimIdempotencyKey(env.DB, { ...request, nowMs: 61_001 })).toEqual({ kind: "run" });
  expect(await claimIdempotencyKey(env.DB, { ...request, nowMs: 61_002 })).toEqual({ kind: "running" });
});

test("after a fault the key may be used again, but a stored answer is never dropped", async () => {
  const request = aRequest();
  await claimIdempotencyKey(env.DB, request);
  await dropClaim(env.DB, request);
  expect(await claimIdempotencyKey(env.DB, request)).toEqual({ kind: "run" });
  await storeAnswer(env.DB, request, answer);
  await dropClaim(env.DB, request);
  expect(await claimIdempotencyKey(env.DB, request)).toEqual({ kind: "replay", answer });
});

test("the same key in another workspace is another key", async () => {
  const request = aRequest();
  await claimIdempotencyKey(env.DB, request);
  await storeAnswer(env.DB, request, answer);
  expect(await claimIdempotencyKey(env.DB, aRequest())).toEqual({ kind: "run" });
});
