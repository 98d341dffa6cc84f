import { ZodError } from "zod";
import { AppError } from "#app/domain/errors.ts";
import type { MarketOffer, MarketOffers } from "#app/domain/selling/ports.ts";
import { chunks } from "#app/platform/chunks.ts";
import { HttpError } from "#app/platform/http/http-error.ts";
import { type OffersFeedOptions, readOffers } from "./client.server.ts";
import { toMarketOffer } from "./mapper.ts";
import { gtinsPerCall } from "./wire.ts";

/** Offers of other sellers from a partner's feed. Without an address there is no feed at all. */
export function createOffersFeed(options: OffersFeedOptions): MarketOffers {
  return {
    async offersOf(feed, gtins) {
      if (options.baseUrl === "") throw new AppError("not_found", "offersFeedNotFound");
      const found: MarketOffer[] = [];
      for (const some of chunks(gtins, gtinsPerCall)) {
        const lines = await readOffers(options, feed, some).catch((error: unknown) => Promise.reject(toAppError(error)));
        const asked = new Set(some);
        found.push(...lines.flatMap((line) => toMarketOffer(line) ?? []).filter(({ gtin }) => asked.has(gtin)));
      }
      return found;
    },
  };
}

function toAppError(error: unknown): unknown {
  if (error instanceof HttpError && error.status === 404) return new AppError("not_found", "offersFeedNotFound", { cause: error });
  const isTheirs = error instanceof HttpError || error instanceof ZodError || error instanceof SyntaxError;
  return isTheirs ? new AppError("unavailable", "offersFeedUnavailable", { cause: error }) : error;
}
