import { z } from "zod";
import type { readMarket } from "#app/domain/market/read-market.server.ts";
import { outcomes, stages } from "#app/domain/market/stages.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const number = z.number();

/** What the endpoint about the market answers. */
export const marketAnswers = {
  Market: exactly<Answer<typeof readMarket>>()(
    z.object({
      stages: z.array(
        z.object({
          stage: z.enum(stages),
          waiting: number,
          lagMs: number,
          done: number,
          doneLastHour: number,
          errors: number,
          lastError: text.nullable(),
          lastAtMs: number.nullable(),
        }),
      ),
      sources: z.array(z.object({ source: text, read: number, lastReadAtMs: number.nullable() })),
      detections: z.array(
        z.object({
          key: text,
          kind: text,
          subject: text,
          recent: number,
          usual: number,
          atMs: number,
          outcome: z.enum(outcomes),
          title: text,
          listingId: text.nullable(),
        }),
      ),
    }),
  ),
};
