import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import { readFeed, type FeedItem } from "./read-feed.ts";
import { type SearchTrends, searchTrendsSchema } from "./wire.ts";

export type TrendSourceOptions = { baseUrl: string; http: Pick<HttpClient, "send"> };

const mostBytes = 1_000_000;

export async function readSearches({ baseUrl, http }: TrendSourceOptions, region: string, since: string): Promise<SearchTrends> {
  const url = `${baseUrl}/v1/search-trends?${new URLSearchParams({ region, since }).toString()}`;
  const answer = await http.send({
    target: "trend-source",
    url,
    headers: { accept: "application/json" },
    policy: { maxResponseBytes: mostBytes },
  });
  return searchTrendsSchema.parse(answer.json());
}

export async function readNews({ baseUrl, http }: TrendSourceOptions, region: string): Promise<FeedItem[]> {
  const url = `${baseUrl}/feeds/${region.toLowerCase()}.xml`;
  const headers = { accept: "application/rss+xml, application/atom+xml, application/xml" };
  const answer = await http.send({ target: "trend-source", url, headers, policy: { maxResponseBytes: mostBytes } });
  return readFeed(answer.text());
}
