import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { AppError } from "#app/domain/errors.ts";
import { keepPrices } from "#app/domain/market/keep-prices.server.ts";
import type { MarketOffer } from "#app/domain/selling/ports.ts";
import { type PriceSignal, readPriceSignals } from "#app/domain/selling/read-price-signals.server.ts";
import type { Eyes } from "../brain.ts";
import type { FeedState, PricesSeen } from "./seen.ts";

const perPage = 100;
const mostPages = 50;

/** What was seen is kept, whatever is concluded from it. Of a dry look nothing stays. */
export async function observePrices(eyes: Eyes<SettingsOf<"price-watch">>): Promise<PricesSeen> {
  const { ctx, isDry, mayLook } = eyes;
  const signals: PriceSignal[] = [];
  let afterId: string | null = "";
  for (let page = 0; page < mostPages && afterId !== null && mayLook(); page += 1) {
    const read = await readPriceSignals(ctx, { afterId, limit: perPage });
    signals.push(...read.signals);
    afterId = read.nextId;
  }
  const { offers, feed } = await readOffers(eyes, signals);
  if (!isDry) await keepPrices(ctx, { signals, offers });
  return { signals, offers, feed, hasMore: afterId !== null };
}

/** A feed that is down costs its own hints and nothing else. */
async function readOffers({ ctx, settings }: Eyes<SettingsOf<"price-watch">>, signals: readonly PriceSignal[]) {
  const nothing = (feed: FeedState) => ({ offers: new Map<string, MarketOffer[]>(), feed });
  if (settings.offersFeed === "") return nothing("off");
  const gtins = [...new Set(signals.flatMap(({ gtin, status }) => (gtin !== null && status === "active" ? [gtin] : [])))];
  try {
    const offers = await ctx.ports.marketOffers.offersOf(settings.offersFeed, gtins);
    return { offers: Map.groupBy(offers, ({ gtin }) => gtin), feed: "read" as const };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return nothing(error.code === "not_found" ? "unknown" : "silent");
  }
}
