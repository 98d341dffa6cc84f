import type { ServiceContext } from "../../context.ts";
import { frugalClock } from "../solvers/frugal-clock.ts";
import type { Batching, WavePlan } from "./batching.ts";
import { planWave } from "./plan-wave.ts";
import { batchLookMs } from "./preview-release.server.ts";
import { readWaveProblem } from "./read-wave-problem.server.ts";

type Asked = { waveId: string; warehouseId: string; batching: Batching; fulfilments: readonly { id: string; orderId: string }[] };

/** How a wave is walked, by the names its orders have from now on. */
export async function planRelease(ctx: ServiceContext, { waveId, warehouseId, batching, fulfilments }: Asked): Promise<WavePlan> {
  const names = new Map(fulfilments.map(({ id, orderId }) => [orderId, id]));
  const problem = await readWaveProblem(ctx, { warehouseId, orderIds: [...names.keys()] });
  const planned = planWave(problem.zones, problem.orders, batching, frugalClock(batchLookMs));
  const { metres, oneByOneMetres, batches } = planned;
  return {
    batching,
    metres,
    oneByOneMetres,
    batches: batches.map((batch, index) => ({
      id: `${waveId}.${index + 1}`,
      fulfilmentIds: batch.orderIds.flatMap((orderId) => names.get(orderId) ?? []),
      metres: batch.metres,
    })),
  };
}
