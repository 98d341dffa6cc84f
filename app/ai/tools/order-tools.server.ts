import { toolInputs } from "#app/domain/agents/tool-inputs.ts";
import { retellStock } from "#app/domain/catalog/retell-stock.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { fulfilmentsOfOrders } from "#app/domain/warehouse/fulfil/fulfilments-of-orders.server.ts";
import { giveBackOrder } from "#app/domain/warehouse/fulfil/give-back-order.server.ts";
import { releaseOrders } from "#app/domain/warehouse/fulfil/release-orders.server.ts";
import { defineAct } from "./act.ts";

export const releasesOrders = defineAct({
  name: "release-orders",
  scope: "warehouse:write",
  input: toolInputs["release-orders"],
  async run(ctx, { warehouseId, orderIds }) {
    const { waveId, released } = await releaseOrders(ctx, { warehouseId, orderIds });
    // A repetition finds its own orders released already.
    const underWay = await fulfilmentsOfOrders(ctx, orderIds);
    if (underWay.length === 0) throw new AppError("conflict", "nothingToRelease");
    return { waveId: waveId ?? underWay[0]?.waveId ?? null, released: Math.max(released, underWay.length) };
  },
  /** Those whose goods nobody has packed yet go back to waiting. */
  async undo(ctx, { orderIds }, result) {
    const wave = (await fulfilmentsOfOrders(ctx, orderIds)).filter(({ waveId }) => waveId === result["waveId"]);
    if (wave.some(({ state }) => state === "packed" || state === "shipped")) throw new AppError("conflict", "waveTooFar");
    for (const { id } of wave) await giveBackOrder(ctx, { id });
  },
});

export const tellStockAgain = defineAct({
  name: "tell-stock",
  scope: "channels:write",
  input: toolInputs["tell-stock"],
  run: (ctx, { channelId }) => retellStock(ctx, { id: channelId }),
  undo: null,
});
