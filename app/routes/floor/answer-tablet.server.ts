import { z } from "zod";
import type { ServiceContext } from "#app/domain/context.ts";
import { parseInput } from "#app/domain/errors.ts";
import { listParcels } from "#app/domain/warehouse/fulfil/list-parcels.server.ts";
import { packOrder } from "#app/domain/warehouse/fulfil/pack-order.server.ts";
import { shipOrder } from "#app/domain/warehouse/fulfil/ship-order.server.ts";
import { introduceItem } from "#app/domain/warehouse/introduce-item.server.ts";
import { listApprovals } from "#app/domain/warehouse/list-approvals.server.ts";
import { readPlate } from "#app/domain/warehouse/read-plate.server.ts";
import { receiveDelivery } from "#app/domain/warehouse/receive-delivery.server.ts";

type Input<Verb extends (ctx: ServiceContext, input: never) => unknown> = Parameters<Verb>[1];

const works = [
  ...(["introduce-item", "receive-delivery", "read-plate", "list-approvals"] as const),
  ...(["list-parcels", "pack-order", "ship-order"] as const),
] as const;
const askedSchema = z.looseObject({ work: z.enum(works, "fieldInvalid") });

/** Each verb parses what it is given, and looks at who holds the tablet. */
export async function answerTablet(ctx: ServiceContext, body: unknown): Promise<unknown> {
  const { work, ...asked } = parseInput(askedSchema, body);
  switch (work) {
    case "introduce-item":
      return introduceItem(ctx, asked as Input<typeof introduceItem>);
    case "receive-delivery":
      return receiveDelivery(ctx, asked as Input<typeof receiveDelivery>);
    case "read-plate":
      return readPlate(ctx, asked as Input<typeof readPlate>);
    case "list-approvals":
      return listApprovals(ctx, asked as Input<typeof listApprovals>);
    case "list-parcels":
      return listParcels(ctx);
    case "pack-order":
      await packOrder(ctx, asked as Input<typeof packOrder>);
      return { ok: true };
    case "ship-order":
      await shipOrder(ctx, asked as Input<typeof shipOrder>);
      return { ok: true };
    default:
      return work satisfies never;
  }
}
