import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { variants } from "#db/schema/catalog.ts";
import { demandLines } from "#db/schema/fulfilment.ts";
import { zones } from "#db/schema/warehouse.ts";
import type { ServiceContext } from "../../context.ts";
import { softStates } from "../fulfil/states.ts";
import { answerWithin } from "../monitoring/answer-within.ts";
import { placeGoods } from "./place-goods.ts";
import type { WaveOrder, WaveZone } from "./plan-wave.ts";

/** A zone that takes longer is planned without. */
const answerLimitMs = 5_000;
const mm3PerLitre = 1_000_000;

export type WaveProblem = { zones: WaveZone[]; orders: WaveOrder[]; notFound: string[] };

/** Where the goods of orders lie in a warehouse at this moment, the order that was promised first before the others. */
export async function readWaveProblem(
  ctx: ServiceContext,
  { warehouseId, orderIds }: { warehouseId: string; orderIds: readonly string[] },
): Promise<WaveProblem> {
  const [places, lines] = await Promise.all([
    ctx.db.all(zones, { where: eq(zones.warehouseId, warehouseId), orderBy: asc(zones.code) }),
    linesOf(ctx, orderIds),
  ]);
  const answers = await Promise.all(
    places.map(async ({ id, name }) => {
      const snapshot = await answerWithin(answerLimitMs, ctx.ports.zoneRooms.snapshot({ workspaceId: ctx.workspaceId, zoneId: id }));
      return snapshot === undefined ? [] : [{ id, name, bins: snapshot.part.bins }];
    }),
  );
  const stocked = answers.flat();
  const byOrder = [...Map.groupBy(lines, ({ orderId }) => orderId)];
  const wanted = byOrder.map(([id, own]) => ({ id, lines: own.map(({ sku, quantity }) => ({ sku: sku ?? "", quantity })) }));
  const litres = new Map(byOrder.map(([id, own]) => [id, litresOf(own)]));
  const placed = placeGoods(stocked, wanted);
  return {
    zones: stocked.map(({ id, name, bins }) => ({ id, name, bins: bins.map(({ lines: _lines, ...bin }) => bin) })),
    orders: placed.map(({ id, stops }) => ({ id, stops, litres: litres.get(id) ?? null })),
    notFound: placed.filter(({ isWhole }) => !isWhole).map(({ id }) => id),
  };
}

type Line = Awaited<ReturnType<typeof linesOf>>[number];

function linesOf(ctx: ServiceContext, orderIds: readonly string[]) {
  const { orderId, sku, quantity, rank, id } = demandLines;
  const { lengthMm, widthMm, heightMm } = variants;
  return ctx.db.read((orm, scope) =>
    orm
      .select({ orderId, sku, quantity, lengthMm, widthMm, heightMm })
      .from(demandLines)
      .leftJoin(variants, and(eq(variants.id, sku), scope(variants, "led")))
      .where(
        and(
          scope(demandLines, "led"),
          inArray(demandLines.state, [...softStates]),
          sql`${orderId} in (select value from json_each(${JSON.stringify(orderIds)}))`,
        ),
      )
      .orderBy(asc(rank), asc(orderId), asc(id)),
  );
}

function litresOf(lines: readonly Line[]): number | null {
  let sum = 0;
  for (const { quantity, lengthMm, widthMm, heightMm } of lines) {
    if (lengthMm === null || widthMm === null || heightMm === null) return null;
    sum += (quantity * lengthMm * widthMm * heightMm) / mm3PerLitre;
  }
  return Math.round(sum * 100) / 100;
}
