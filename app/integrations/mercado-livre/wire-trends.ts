import { z } from "zod";

/** `GET /trends/{site}`: fifty keywords; 1 to 10 grow fastest, 11 to 30 are searched most, 31 to 50 are popular. Made weekly. */
export const trendsSchema = z.array(z.object({ keyword: z.string().min(1).max(200), url: z.string().max(1_000) }));
