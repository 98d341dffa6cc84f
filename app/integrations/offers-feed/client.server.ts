import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import { offersAnswerSchema } from "./wire.ts";

export type OffersFeedOptions = { baseUrl: string; token: string; http: Pick<HttpClient, "send"> };

const mostBytes = 2_000_000;

export async function readOffers({ baseUrl, token, http }: OffersFeedOptions, feed: string, gtins: readonly string[]): Promise<unknown[]> {
  const url = new URL(`${baseUrl.replace(/\/$/, "")}/v1/feeds/${encodeURIComponent(feed)}/offers`);
  for (const gtin of gtins) url.searchParams.append("gtin", gtin);
  const response = await http.send({
    target: "offers-feed",
    url,
    headers: { authorization: `Bearer ${token}`, accept: "application/json" },
    policy: { maxResponseBytes: mostBytes },
  });
  return offersAnswerSchema.parse(response.json()).offers;
}
