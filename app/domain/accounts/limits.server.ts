import type { RatePolicy } from "#app/platform/rate-limit/token-bucket.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import type { ServiceContext, VisitorContext } from "../context.ts";
import { AppError } from "../errors.ts";

/** Failures per address and per account; a success gives its tokens back, so people who type well never meet these. */
export const signInPerAddress: RatePolicy = { name: "sign-in-address", capacity: 40, refillPerSecond: 0.2 };
export const signInPerAccount: RatePolicy = { name: "sign-in-account", capacity: 10, refillPerSecond: 1 / 60 };
export const mailPerAddress: RatePolicy = { name: "mail-address", capacity: 30, refillPerSecond: 0.1 };
export const invitationsPerWorkspace: RatePolicy = { name: "invitations", capacity: 30, refillPerSecond: 0.1 };
export const mailPerAccount: RatePolicy = { name: "mail-account", capacity: 5, refillPerSecond: 1 / 300 };

type Limit = { key: string; policy: RatePolicy };

export async function limitsFor(ctx: VisitorContext, email: string, perAddress: RatePolicy, perAccount: RatePolicy): Promise<Limit[]> {
  return [
    { key: ctx.origin.ipAddress, policy: perAddress },
    { key: await sha256Hex(email), policy: perAccount },
  ];
}

/** Refuses in the name of the limit that was reached. */
export async function takeOne(ctx: ServiceContext | VisitorContext, key: string, policy: RatePolicy): Promise<void> {
  const { allowed, retryAfterMs } = await ctx.ports.rateLimiter.take(key, policy);
  if (allowed) return;
  ctx.logger.warn({ event: "rate-limit.refused", policy: policy.name, retryAfterMs });
  throw new AppError("rate_limited", "tooManyAttempts", { retryAfterMs, limit: policy });
}

export async function takeAll(ctx: VisitorContext, limits: Limit[]): Promise<void> {
  for (const { key, policy } of limits) await takeOne(ctx, key, policy);
}

export async function giveBack(ctx: VisitorContext, limits: Limit[]): Promise<void> {
  for (const { key, policy } of limits) await ctx.ports.rateLimiter.refund(key, policy);
}
