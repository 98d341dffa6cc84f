import { z } from "zod";
import type { ReleaseRule } from "#app/domain/warehouse/waves/list-release-rules.server.ts";
import type { WaveRow } from "#app/domain/warehouse/waves/list-waves.server.ts";
import type { RuleLook } from "#app/domain/warehouse/waves/look-at-rule.server.ts";
import type { ReleasePreview } from "#app/domain/warehouse/waves/preview-release.server.ts";
import type { WaveDetail } from "#app/domain/warehouse/waves/read-wave.server.ts";
import { releaseReasons, restReasons } from "#app/domain/warehouse/waves/release-moment.ts";
import { exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const metres = z.number().nullable();
const named = z.array(z.object({ id: text, orderRef: text }));
const batching = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("each") }),
  z.object({ kind: z.literal("orders"), most: whole }),
  z.object({ kind: z.literal("litres"), most: whole }),
]);

const wave = {
  id: text,
  number: whole,
  warehouseName: text,
  createdBy: text,
  createdAt: whole,
  batching: batching.nullable(),
  metres,
  oneByOneMetres: metres,
  orders: whole,
  done: whole,
  cancelled: whole,
  units: whole,
  picked: whole,
};
const preview = z.object({
  batches: z.array(z.object({ orders: named, stops: whole, metres, litres: metres })),
  metres,
  oneByOneMetres: metres,
  unplacedZones: z.array(text),
  unmeasured: named,
  notFound: named,
});
const batchOrder = z.object({ id: text, orderRef: text, state: text, problem: text.nullable(), units: whole, picked: whole });

const batchPick = z.object({
  at: whole,
  by: text,
  product: text,
  title: text,
  lot: text,
  qty: whole,
  bin: text,
  fulfilmentId: text,
  orderRef: text,
});

export const wavesAnswers = {
  ReleasePreview: exactly<ReleasePreview>()(preview),
  Wave: exactly<WaveRow>()(z.object({ ...wave, batches: whole })),
  WaveDetail: exactly<WaveDetail>()(
    z.object({
      ...wave,
      batches: z.array(
        z.object({
          id: text,
          number: whole,
          metres,
          units: whole,
          picked: whole,
          openPicks: whole,
          pickers: z.array(text),
          picks: z.array(batchPick),
          orders: z.array(batchOrder),
        }),
      ),
      unplacedZones: z.array(text),
      silentZones: z.array(text),
    }),
  ),
  ReleaseRule: exactly<ReleaseRule>()(
    z.object({
      warehouseId: text,
      warehouseName: text,
      isActive: z.boolean(),
      everyMinutes: whole.nullable(),
      whenWaiting: whole.nullable(),
      cutOffs: z.array(z.object({ days: z.array(whole), time: text })),
      leadMinutes: whole,
      channelIds: z.array(text),
      batching,
      lastReleasedAt: whole.nullable(),
      lastWaveId: text.nullable(),
      version: whole,
    }),
  ),
  RuleLook: exactly<RuleLook>()(
    z.object({
      isDue: z.boolean(),
      reason: z.enum([...releaseReasons, ...restReasons]),
      waiting: whole,
      orders: named,
      preview: preview.nullable(),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
