import { currentActor } from "#app/domain/accounts/current-actor.server.ts";
import { allowsAsMuch } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";

const lookEveryMs = 1_000;

/**
 * Does something that may take a while, for somebody whose rights may end meanwhile: then it is stopped, and what it came to is
 * nobody's. What is done within a second asks nobody.
 */
export async function whileAllowed(ctx: ServiceContext, signal: AbortSignal, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const ended = new AbortController();
  const timer = setInterval(() => void look(), lookEveryMs);
  async function look(): Promise<void> {
    try {
      if (!(await isStillAllowed(ctx))) ended.abort("access-ended");
    } catch (error) {
      ctx.logger.warn({ event: "chat.watch-failed", error });
    }
  }
  try {
    await run(AbortSignal.any([signal, ended.signal]));
  } finally {
    clearInterval(timer);
  }
  if (ended.signal.aborted) throw new AppError("unauthorized", ctx.actor.kind === "user" ? "signInNeeded" : "keyInvalid");
}

async function isStillAllowed(ctx: ServiceContext): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind !== "user" && actor.kind !== "apiKey" && actor.kind !== "mcpClient") return true;
  const now = await currentActor(ctx, actor);
  return now !== undefined && allowsAsMuch(now, actor);
}
