import { z } from "zod";
import type { Parcel } from "#app/domain/warehouse/floor/pack-flow.ts";
import { type Item, stockStatuses } from "#app/domain/warehouse/ledger/facts.ts";
import type { ZoneApproval } from "#app/domain/warehouse/ports.ts";
import type { PlateView } from "#app/domain/warehouse/read-plate.server.ts";
import type { Delivery } from "#app/domain/warehouse/receive-delivery.server.ts";
import { exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();

export const floorAnswers = {
  ZoneItem: exactly<Item>()(
    z.object({ sku: text, code: text, title: text, gtin: text.nullable(), tracksLots: z.boolean(), tracksSerials: z.boolean() }),
  ),
  Delivery: exactly<Delivery>()(z.object({ seq: whole, putAway: z.object({ taskId: text, toBin: text }).nullable() })),
  Plate: exactly<PlateView>()(
    z.object({
      id: text,
      parent: text.nullable(),
      binId: text.nullable(),
      plates: z.array(text),
      goods: z.array(z.object({ sku: text, lot: text, qty: whole.nullable() })),
    }),
  ),
  Approval: exactly<ZoneApproval>()(
    z.object({
      taskId: text,
      binId: text,
      askedBy: text.nullable(),
      createdAt: whole,
      corrections: z.array(
        z.object({ sku: text, lot: text, plate: text, status: z.enum(stockStatuses), delta: whole, reason: text, onBooks: whole }),
      ),
    }),
  ),
  Parcel: exactly<Parcel>()(
    z.object({
      id: text,
      orderRef: text,
      channelName: text,
      state: z.enum(["picked", "packed"]),
      isCalledOff: z.boolean(),
      shipBy: whole.nullable(),
      lines: z.array(z.object({ sku: text, code: text, title: text, gtin: text.nullable(), qty: whole })),
    }),
  ),
};
