import { exportOrders } from "#app/domain/orders/export-orders.server.ts";
import { listChannelNames } from "#app/domain/orders/list-channel-names.server.ts";
import type { OrderSummary } from "#app/domain/orders/list-orders.server.ts";
import { ordersCsvCells, ordersCsvHeader } from "#app/domain/orders/orders-csv.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { csvStream } from "#app/platform/csv.ts";
import { zonedDay } from "#app/platform/zoned-days.ts";
import type { Route } from "./+types/orders-export.ts";
import { readOrdersQuery } from "./orders-query.ts";

/** The list as it is filtered, as a file: streamed, so that its length does not matter. */
export async function loader(args: Route.LoaderArgs) {
  const { ctx, timeZone, workspace } = requireMemberWho(args, "orders:read");
  const filter = readOrdersQuery(new URL(args.request.url).searchParams, timeZone);
  const [channels, rows] = await orErrorPage(Promise.all([listChannelNames(ctx), exportOrders(ctx, filter)]));
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  const day = zonedDay(ctx.clock.now(), timeZone);
  return new Response(csvStream(ordersCsvHeader, cellsOf(rows, names, workspace.timeZone)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="orders-${day}.csv"`,
      "cache-control": "no-store",
    },
  });
}

async function* cellsOf(rows: AsyncIterable<OrderSummary>, names: ReadonlyMap<string, string>, timeZone: string) {
  for await (const row of rows) yield ordersCsvCells(row, names.get(row.channelId) ?? row.channelId, timeZone);
}
