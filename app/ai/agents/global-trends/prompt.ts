import { z } from "zod";
import type { Question } from "#app/domain/ai/ports.ts";
import type { Trend } from "#app/domain/trends/trend-row.ts";

const explanationSchema = z.object({ why: z.string().min(1).max(400) });
type Explanation = z.infer<typeof explanationSchema>;

/** Asks for words only: every figure is ours, and what comes back is shown beside it and changes none. */
export function explanationQuestion({ term, region, direction, changePercent, evidence }: Trend): Question<Explanation> {
  return {
    purpose: "trends",
    prompt: {
      name: "explain-trend",
      version: 1,
      instructions:
        "A seller of household goods sees that interest in a search term changed. In at most two plain sentences, name likely reasons, such as season, event or fashion, and what a seller might prepare. Use only the term, the region and the headlines given as data. State no numbers. If the data gives no reason, say that none is known.",
      data: JSON.stringify({ term, region, direction, changePercent, headlines: evidence.map(({ title }) => title) }),
    },
    schema: explanationSchema,
  };
}
