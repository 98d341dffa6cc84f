import { z } from "zod";
import type { Pairing } from "#app/domain/floor/create-pairing.server.ts";
import type { DeviceRow } from "#app/domain/floor/list-devices.server.ts";
import { binKinds } from "#app/domain/warehouse/bin.ts";
import type { checkZoneBooks } from "#app/domain/warehouse/check-zone.server.ts";
import type { commandZone } from "#app/domain/warehouse/command-zone.server.ts";
import { stockStatuses, taskKinds, taskStates } from "#app/domain/warehouse/ledger/facts.ts";
import { replySchema } from "#app/domain/warehouse/ledger/reply.ts";
import type { StockLevel } from "#app/domain/warehouse/list-stock.server.ts";
import type { WarehouseSummary } from "#app/domain/warehouse/list-warehouses.server.ts";
import type { ZoneDetail } from "#app/domain/warehouse/read-zone.server.ts";
import type { DemandOrder } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import type { FulfilmentRow } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import type { FulfilmentDetail } from "#app/domain/warehouse/fulfil/read-fulfilment.server.ts";
import { floorAnswers } from "./answers-floor.server.ts";
import type { Released } from "#app/domain/warehouse/fulfil/release-wave.server.ts";
import { monitoringAnswers } from "./answers-monitoring.server.ts";
import { returnsAnswers } from "./answers-returns.server.ts";
import { packingAnswers } from "./answers-packing.server.ts";
import { wavesAnswers } from "./answers-waves.server.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const place = { id: text, code: text, name: text };
const line = z.object({
  sku: text,
  lot: text,
  plate: text,
  status: z.enum(stockStatuses),
  qty: whole,
  reserved: whole,
  expiresAt: whole.optional(),
});

const bin = z.object({
  id: text,
  code: text,
  kind: z.enum(binKinds),
  aisle: text,
  xMm: whole,
  yMm: whole,
  rank: whole,
  capacityUnits: whole.nullable(),
  isBlocked: z.boolean(),
  version: whole,
  lines: z.array(line),
});
const task = z.object({
  id: text,
  kind: z.enum(taskKinds),
  state: z.enum(taskStates),
  priority: whole,
  sku: text.nullable(),
  lot: text,
  plate: text,
  qty: whole,
  doneQty: whole,
  fromBin: text.nullable(),
  toBin: text.nullable(),
  wave: text.nullable(),
  batch: text.nullable(),
  walk: whole.nullable(),
  picker: z.object({ id: text, name: text }).nullable(),
  claimedBy: z
    .object({
      id: text,
      name: text,
      atMs: whole,
    })
    .nullable(),
  createdAt: whole,
  version: whole,
});

const fulfilment = {
  id: text,
  orderId: text,
  orderRef: text,
  channelName: text,
  state: text,
  problem: text.nullable(),
  telling: text.nullable(),
  tellError: text.nullable(),
  waveId: text.nullable(),
  wave: whole.nullable(),
  shipBy: whole.nullable(),
  trackingCode: text.nullable(),
  createdAt: whole,
  shippedAt: whole.nullable(),
  units: whole,
  picked: whole,
};

export const warehouseAnswers = {
  ...monitoringAnswers,
  ...floorAnswers,
  ...returnsAnswers,
  ...packingAnswers,
  ...wavesAnswers,
  Warehouse: exactly<WarehouseSummary>()(
    z.object({
      ...place,
      createdAt: whole,
      zones: z.array(z.object({ ...place, skus: whole, onHand: whole, reserved: whole, toldAt: whole.nullable() })),
    }),
  ),
  Zone: exactly<ZoneDetail>()(
    z.object({
      ...place,
      warehouse: z.object(place),
      cursor: z.object({ epoch: text, seq: whole }),
      part: z.object({
        bins: z.array(bin),
        tasks: z.array(task),
        items: z.array(
          z.object({ sku: text, code: text, title: text, gtin: text.nullable(), tracksLots: z.boolean(), tracksSerials: z.boolean() }),
        ),
        goneBins: z.array(text),
        goneTasks: z.array(text),
      }),
    }),
  ),
  ZoneReply: exactly<Answer<typeof commandZone>>()(z.object({ reply: replySchema, isDuplicate: z.boolean() })),
  ZoneCheck: exactly<Answer<typeof checkZoneBooks>>()(
    z.object({
      drift: z.array(
        z.object({
          kind: z.enum([
            "not-conserved",
            "not-the-ledger",
            "reserved-differs",
            "oversold",
            "serials-differ",
            "plate-lost",
            "plate-in-itself",
          ]),
          what: text,
          expected: z.union([whole, text]),
          found: z.union([whole, text]),
        }),
      ),
      untold: z.array(text),
    }),
  ),
  DemandOrder: exactly<DemandOrder>()(
    z.object({
      id: text,
      orderRef: text,
      channelName: text,
      placedAt: whole,
      shipBy: whole.nullable(),
      hindrance: z.enum(["not-ready", "unknown-product", "not-enough"]).nullable(),
      isWaiting: z.boolean(),
      lines: z.array(z.object({ id: text, title: text, variantId: text.nullable(), quantity: whole, state: text, free: whole })),
    }),
  ),
  Released: exactly<Released>()(
    z.object({
      waveId: text.nullable(),
      number: whole.nullable(),
      released: whole,
      skipped: z.array(z.object({ orderId: text, reason: z.enum(["not-ready", "unknown-product", "nothing-owed"]) })),
    }),
  ),
  Fulfilment: exactly<FulfilmentRow>()(z.object(fulfilment)),
  FulfilmentDetail: exactly<FulfilmentDetail>()(
    z.object({
      ...fulfilment,
      parcel: z.record(text, z.unknown()).nullable(),
      buyerName: text.nullable(),
      batch: whole.nullable(),
      lines: z.array(
        z.object({
          id: text,
          title: text,
          sku: text.nullable(),
          quantity: whole,
          places: z.array(z.object({ zone: text, state: text, qty: whole, picked: whole })),
        }),
      ),
    }),
  ),
  StockLevel: exactly<StockLevel>()(
    z.object({
      id: text,
      sku: text,
      title: text,
      onHand: whole,
      reserved: whole,
      onHold: whole,
      damaged: whole,
      inTransit: whole,
      available: whole,
    }),
  ),
  Tablet: exactly<DeviceRow>()(
    z.object({
      id: text,
      name: text,
      warehouse: text,
      state: z.enum(["waiting", "expired", "paired", "revoked"]),
      person: text.nullable(),
      createdAt: whole,
      lastSeenAt: whole.nullable(),
    }),
  ),
  Pairing: exactly<Pairing>()(z.object({ id: text, code: text, expiresAt: whole })),
} as const satisfies Record<string, z.ZodType>;
