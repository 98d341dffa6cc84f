import { z } from "zod";
import type { ReturnRow } from "#app/domain/warehouse/returns/list-returns.server.ts";
import type { Returnable } from "#app/domain/warehouse/returns/read-returnable.server.ts";
import type { ReturnDetail } from "#app/domain/warehouse/returns/read-return.server.ts";
import { returnReasons, returnSources, returnStates, stepKinds, stepStates } from "#app/domain/warehouse/returns/states.ts";
import { exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();

const row = {
  id: text,
  label: text,
  orderId: text.nullable(),
  orderRef: text.nullable(),
  channelName: text.nullable(),
  source: z.enum(returnSources),
  reason: z.enum(returnReasons),
  state: z.enum(returnStates),
  units: whole,
  arrived: whole,
  trackingCode: text.nullable(),
  createdAt: whole,
};

export const returnsAnswers = {
  Return: exactly<ReturnRow>()(z.object(row)),
  ReturnDetail: exactly<ReturnDetail>()(
    z.object({
      ...row,
      note: text.nullable(),
      createdBy: text,
      arrivedAt: whole.nullable(),
      inspectedAt: whole.nullable(),
      endedAt: whole.nullable(),
      lines: z.array(
        z.object({
          id: text,
          variantId: text,
          sku: text,
          title: text,
          quantity: whole,
          missing: whole,
          lots: z.array(text),
          serials: z.array(text),
        }),
      ),
      steps: z.array(
        z.object({
          id: text,
          lineId: text,
          kind: z.enum(stepKinds),
          arrivalId: text.nullable(),
          zone: z.object({ id: text, name: text }),
          binId: text,
          toBin: text.nullable(),
          lot: text,
          qty: whole,
          serials: z.array(text),
          state: z.enum(stepStates),
          refusal: text.nullable(),
          doneBy: text,
          createdAt: whole,
          undecided: z.object({ qty: whole, serials: z.array(text) }),
        }),
      ),
    }),
  ),
  Returnable: exactly<Returnable>()(
    z.object({
      orderId: text,
      orderRef: text,
      lines: z.array(z.object({ id: text, title: text, variantId: text.nullable(), shipped: whole, returned: whole, left: whole })),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
