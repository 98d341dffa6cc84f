import { DurableObject } from "cloudflare:workers";
import { ChannelError, type ChannelFault } from "#app/domain/channels/channel-error.ts";
import { type TokenSafe, usableToken } from "#app/domain/channels/tokens.server.ts";
import { contextForObject, createDeps } from "./context.server.ts";

export type TokenAsk = { workspaceId: string; channelId: string; minLeftMs: number; refused?: string | undefined };
/** Errors lose their kind between objects, so a refusal travels as an answer. */
export type TokenAnswer = { token: string } | { fault: ChannelFault; vendorText: string; retryAfterMs: number | null };

type Pair = { sealed: string; atMs: number };

/**
 * One object a channel, the only place its tokens are renewed: a refresh token works once, and two renewals at the same
 * time would lock the seller out. The newest pair is written here before anything else can fail.
 */
export class ChannelTokensObject extends DurableObject<Env> {
  #tail: Promise<unknown> = Promise.resolve();

  accessToken(ask: TokenAsk): Promise<TokenAnswer> {
    const answer = this.#tail.then(() => this.#answer(ask));
    this.#tail = answer.catch(() => undefined);
    return answer;
  }

  /** After a disconnect nothing of the tokens stays here either. */
  async forget(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  /** For the health check. */
  alive(): true {
    return true;
  }

  async #answer({ workspaceId, channelId, minLeftMs, refused }: TokenAsk): Promise<TokenAnswer> {
    const ctx = contextForObject(createDeps(this.env, this.ctx), "channel-tokens", workspaceId);
    try {
      return { token: await usableToken(ctx, { channelId, minLeftMs, refused, safe: this.#safe() }) };
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      return { fault: error.fault, vendorText: error.vendorText, retryAfterMs: error.retryAfterMs ?? null };
    }
  }

  #safe(): TokenSafe {
    const { storage } = this.ctx;
    return {
      read: () => storage.get<Pair>("pair"),
      async write(pair) {
        await storage.put("pair", pair);
        await storage.sync();
      },
    };
  }
}
