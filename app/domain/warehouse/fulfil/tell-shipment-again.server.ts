import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import { asksToTellShipments } from "../../parcel-left.ts";
import { findFulfilment } from "./pack-order.server.ts";
import { tellShipmentAgainSchema } from "./schemas.ts";

/** What made the marketplace refuse the news is mended: it is told again, with another tracking code if one is given. */
export async function tellShipmentAgain(ctx: ServiceContext, input: z.input<typeof tellShipmentAgainSchema>): Promise<void> {
  requirePermission(ctx, "warehouse:write");
  const { id, trackingCode } = parseInput(tellShipmentAgainSchema, input);
  const { fulfilment, label } = await findFulfilment(ctx, id);
  if (fulfilment.state !== "shipped" || fulfilment.telling !== "refused") throw new AppError("conflict", "nothingToTellAgain");
  const { tellError, trackingCode: before } = fulfilment;
  const next = trackingCode ?? before;
  await mutate(ctx, {
    writes: [update(fulfilments, fulfilment, { telling: "due", tellError: null, trackingCode: next })],
    audit: {
      action: "order.telling-retried",
      subject: { type: "fulfilment", id, label },
      before: { problem: tellError, trackingCode: before },
      after: { trackingCode: next },
    },
    events: [{ type: "data.changed", area: "warehouse" }],
    asksFor: asksToTellShipments(fulfilment.channelId),
  });
}
