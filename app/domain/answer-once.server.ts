import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { claimIdempotencyKey, dropClaim, type StoredAnswer, storeAnswer } from "#db/idempotency.server.ts";
import type { ServiceContext } from "./context.ts";
import { AppError } from "./errors.ts";

const usableName = /^[\w.:-]{1,200}$/;

type Named = {
  /** The caller's own name for what it asks, and where it stands in the request. */
  name: string;
  field: string;
  /** The whole of what is asked: other words under the same name are refused. */
  content: string;
};

/**
 * What is asked for under a name has one effect and one answer, however often it is asked. `run` is given a name for what it does
 * that stays the same too. Answers are kept sealed: some of them, like a new API key, are secrets.
 */
export async function answeredOnce(
  ctx: ServiceContext,
  { name, field, content }: Named,
  run: (key: string) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  if (!usableName.test(name)) throw new AppError("invalid", "checkFields", { fields: { [field]: "fieldInvalid" } });
  // Names are the caller's own: another key or person of the workspace cannot read an answer by guessing one.
  const request = { workspaceId: ctx.workspaceId, key: await sha256Hex(`${ctx.stamp.kind}:${ctx.stamp.id}:${name}`) };
  const claim = await claimIdempotencyKey(ctx.d1, { ...request, fingerprint: await sha256Hex(content), nowMs: ctx.clock.now() });
  const place = `answer:${request.workspaceId}:${request.key}`;
  if (claim.kind === "different") throw new AppError("conflict", "idempotencyKeyReused");
  if (claim.kind === "running") throw new AppError("conflict", "idempotencyKeyRunning", { retryAfterMs: 1_000 });
  if (claim.kind === "replay") return { ...claim.answer, body: await ctx.ports.sealer.open(claim.answer.body, place) };
  const answer = await orDropped(ctx, request, () => run(request.key));
  await storeAnswer(ctx.d1, request, { ...answer, body: await ctx.ports.sealer.seal(answer.body, place) });
  return answer;
}

/** A refusal changed nothing: the same name may be used again once the cause is mended. */
async function orDropped(
  ctx: ServiceContext,
  request: { workspaceId: string; key: string },
  run: () => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  try {
    return await run();
  } catch (error) {
    await dropClaim(ctx.d1, request);
    throw error;
  }
}
