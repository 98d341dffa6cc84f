import { z } from "zod";

/** Searches a day: `GET /v1/search-trends?region=US&since=2026-10-15`. */
const point = z.object({ day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), interest: z.number().min(0).max(100) });

export const searchTrendsSchema = z.object({
  region: z.string(),
  terms: z.array(z.object({ term: z.string().min(1).max(200), points: z.array(point).max(400) })).max(500),
});
export type SearchTrends = z.infer<typeof searchTrendsSchema>;
