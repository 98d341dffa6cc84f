import { AppError } from "#app/domain/errors.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { claimIdempotencyKey, dropClaim, storeAnswer } from "#db/idempotency.server.ts";
import type { ApiCall } from "./api-call.ts";

const usableKey = /^[\w.:-]{1,200}$/;

/**
 * A write with an `Idempotency-Key` has one effect and one answer, however often it is sent.
 * Answers are kept sealed: some of them, like a new API key, are secrets.
 */
export async function answerOnce({ ctx, args }: ApiCall, run: () => Promise<Response>): Promise<Response> {
  const given = args.request.headers.get("idempotency-key");
  if (given === null) return run();
  if (!usableKey.test(given)) throw new AppError("invalid", "checkFields", { fields: { "Idempotency-Key": "fieldInvalid" } });
  const { pathname } = new URL(args.request.url);
  // Keys are the caller's own: another key or person of the workspace cannot read an answer by guessing one.
  const request = { workspaceId: ctx.workspaceId, key: await sha256Hex(`${ctx.stamp.kind}:${ctx.stamp.id}:${given}`) };
  const fingerprint = await sha256Hex(`${args.request.method} ${pathname}\n${await args.request.clone().text()}`);
  const claim = await claimIdempotencyKey(ctx.d1, { ...request, fingerprint, nowMs: ctx.clock.now() });
  const place = `answer:${request.workspaceId}:${request.key}`;
  switch (claim.kind) {
    case "different":
      throw new AppError("conflict", "idempotencyKeyReused");
    case "running":
      throw new AppError("conflict", "idempotencyKeyRunning", { retryAfterMs: 1_000 });
    case "replay": {
      const body = await ctx.ports.sealer.open(claim.answer.body, place);
      return new Response(body, {
        status: claim.answer.status,
        headers: { "content-type": "application/json", "idempotent-replayed": "true" },
      });
    }
    case "run":
      break;
    default:
      return claim satisfies never;
  }
  try {
    const response = await run();
    const body = await response.clone().text();
    await storeAnswer(ctx.d1, request, { status: response.status, body: await ctx.ports.sealer.seal(body, place) });
    return response;
  } catch (error) {
    // A refusal changed nothing: the same key may be used again once the cause is mended.
    await dropClaim(ctx.d1, request);
    throw error;
  }
}
