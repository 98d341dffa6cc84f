import { z } from "zod";
import type { addUsualCartons } from "#app/domain/warehouse/packing/add-usual-cartons.server.ts";
import type { CartonRow } from "#app/domain/warehouse/packing/list-cartons.server.ts";
import type { CartonSuggestion } from "#app/domain/warehouse/packing/plan-cartons.ts";
import { type Answer, exactly } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const named = z.array(z.object({ lineId: text, title: text, sku: text }));

export const packingAnswers = {
  Carton: exactly<CartonRow>()(
    z.object({
      id: text,
      name: text,
      lengthMm: whole,
      widthMm: whole,
      heightMm: whole,
      weightGrams: whole,
      maxWeightGrams: whole,
      costCents: whole.nullable(),
      currency: text,
      isActive: z.boolean(),
      version: whole,
    }),
  ),
  AddedCartons: exactly<Answer<typeof addUsualCartons>>()(z.object({ added: whole })),
  CartonSuggestion: exactly<CartonSuggestion>()(
    z.discriminatedUnion("kind", [
      z.object({
        kind: z.literal("planned"),
        cartons: z.array(
          z.object({
            cartonId: text,
            name: text,
            contents: z.array(z.object({ lineId: text, quantity: whole })),
            weightGrams: whole.nullable(),
            fillPercent: whole,
          }),
        ),
        tooLarge: named,
        unweighed: named,
      }),
      z.object({ kind: z.literal("not-known"), unmeasured: named }),
      z.object({ kind: z.literal("no-cartons") }),
      z.object({ kind: z.literal("too-many") }),
    ]),
  ),
};
