import { ZodError } from "zod";
import { AppError } from "#app/domain/errors.ts";
import type { TrendFeeds, TrendReading, TrendRegion } from "#app/domain/trends/ports.ts";
import type { Clock } from "#app/platform/clock.ts";
import { HttpError } from "#app/platform/http/http-error.ts";
import { readNews, readSearches, type TrendSourceOptions } from "./client.server.ts";
import { FeedError } from "./read-feed.ts";

/** A longer headline is a sentence, not a term. */
const mostWords = 6;

/** Search interest and feeds of a trend service. Without an address there is none. */
export function createTrendFeeds(options: TrendSourceOptions & { clock: Clock }): TrendFeeds {
  const from = { ...options, baseUrl: options.baseUrl.replace(/\/$/, "") };
  return {
    async read(source, region, sinceDay) {
      if (from.baseUrl === "") throw new AppError("not_found", "trendSourceNotFound");
      try {
        if (source === "search") return await searches(from, region, sinceDay);
        return source === "news" ? await news(from, region) : [];
      } catch (error) {
        const isTheirs =
          error instanceof HttpError || error instanceof ZodError || error instanceof FeedError || error instanceof SyntaxError;
        throw isTheirs ? new AppError("unavailable", "trendSourceUnavailable", { cause: error }) : error;
      }
    },
  };
}

async function searches(options: TrendSourceOptions, region: TrendRegion, since: string): Promise<TrendReading[]> {
  const { terms } = await readSearches(options, region, since);
  return terms.flatMap(({ term, points }) =>
    points.map(({ day, interest }) => ({ source: "search" as const, region, term, day, value: interest, title: term, url: null })),
  );
}

/** Headlines of today; where the feed counts searches, that is the figure, otherwise each headline counts one. */
async function news(options: TrendSourceOptions & { clock: Clock }, region: TrendRegion): Promise<TrendReading[]> {
  const today = new Date(options.clock.now()).toISOString().slice(0, 10);
  const items = await readNews(options, region);
  return items.flatMap(({ title, url, publishedAtMs, traffic }) => {
    if (title.split(" ").length > mostWords) return [];
    const day = publishedAtMs === null ? today : new Date(publishedAtMs).toISOString().slice(0, 10);
    return [{ source: "news" as const, region, term: title, day, value: traffic ?? 1, title, url }];
  });
}
