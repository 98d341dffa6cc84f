import { eq, sql } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import type { Orm } from "#db/client.server.ts";
import { mailTokens } from "#db/schema/accounts.ts";
import { insert, update, updateWhere, type Write } from "#db/writes.ts";
import type { VisitorContext } from "../context.ts";
import { AppError } from "../errors.ts";

type MailToken = typeof mailTokens.$inferSelect;
type TokenKind = "sign-up" | "reset-password";

const lifetimesMs: Record<TokenKind, number> = { "sign-up": 24 * 3_600_000, "reset-password": 3_600_000 };

/** Makes a one-time link's secret and the row that remembers only its hash. */
export async function issueMailToken(
  ctx: Pick<VisitorContext, "ids" | "clock">,
  token: { kind: TokenKind; email: string; userId?: string; payload?: Record<string, string> },
): Promise<{ secret: string; write: Write }> {
  const secret = ctx.ids.token();
  const now = ctx.clock.now();
  const write = insert(mailTokens, {
    id: ctx.ids.next("mtk"),
    kind: token.kind,
    tokenHash: await sha256Hex(secret),
    email: token.email,
    userId: token.userId ?? null,
    payload: token.payload ?? {},
    expiresAt: now + lifetimesMs[token.kind],
    usedAt: null,
    createdAt: now,
  });
  return { secret, write };
}

/** The token behind a mailed link; used, expired, forged and foreign ones all get the same answer. */
export async function readMailToken(ctx: { orm: Orm; clock: { now(): number } }, kind: TokenKind, secret: string): Promise<MailToken> {
  const [row] = await ctx.orm
    .select()
    .from(mailTokens)
    .where(eq(mailTokens.tokenHash, await sha256Hex(secret)));
  if (row === undefined || row.kind !== kind || row.usedAt !== null || row.expiresAt <= ctx.clock.now()) {
    throw new AppError("gone", "linkInvalid");
  }
  return row;
}

/** Two clicks at once: the second finds a newer version and its whole batch is refused. */
export function spendMailToken(token: MailToken, nowMs: number): Write {
  return update(mailTokens, token, { usedAt: nowMs, payload: {} });
}

/** After a new password no older reset link may set another one. */
export function spendResetLinks(userId: string, nowMs: number): Write {
  return updateWhere(mailTokens, sql`${mailTokens.userId} = ${userId} and ${mailTokens.usedAt} is null`, { usedAt: nowMs, payload: {} });
}
