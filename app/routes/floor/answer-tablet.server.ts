import { z } from "zod";
import type { ServiceContext } from "#app/domain/context.ts";
import { parseInput } from "#app/domain/errors.ts";
import { introduceItem } from "#app/domain/warehouse/introduce-item.server.ts";
import { receiveDelivery } from "#app/domain/warehouse/receive-delivery.server.ts";

type Input<Verb extends (ctx: ServiceContext, input: never) => unknown> = Parameters<Verb>[1];

const askedSchema = z.looseObject({ work: z.enum(["introduce-item", "receive-delivery"], "fieldInvalid") });

/** Each verb parses what it is given, and looks at who holds the tablet. */
export async function answerTablet(ctx: ServiceContext, body: unknown): Promise<unknown> {
  const { work, ...asked } = parseInput(askedSchema, body);
  switch (work) {
    case "introduce-item":
      return introduceItem(ctx, asked as Input<typeof introduceItem>);
    case "receive-delivery":
      return receiveDelivery(ctx, asked as Input<typeof receiveDelivery>);
    default:
      return work satisfies never;
  }
}
