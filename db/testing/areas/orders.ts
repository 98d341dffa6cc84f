import { countOpenOrders } from "#app/domain/orders/count-open-orders.server.ts";
import { exportOrders } from "#app/domain/orders/export-orders.server.ts";
import { listChannelNames } from "#app/domain/orders/list-channel-names.server.ts";
import { listOrders } from "#app/domain/orders/list-orders.server.ts";
import { readOrder } from "#app/domain/orders/read-order.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const filter = {
  search: "optionalText",
  channelId: "optionalText",
  state: "optionalChoice",
  late: "optionalChoice",
  cancelledBy: "optionalChoice",
  from: "optionalNumber",
  to: "optionalNumber",
} as const;

async function drain(rows: AsyncGenerator): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

export const ordersVerbs: AreaVerbs = {
  verbs: {
    listChannelNames: { run: listChannelNames, needs: "workspace:read" },
    countOpenOrders: { run: countOpenOrders, needs: "orders:read" },
    listOrders: {
      run: listOrders,
      needs: "orders:read",
      fields: { ...filter, sort: "optionalChoice", limit: "optionalNumber", cursor: "optionalText" },
      foreign: (other) => ({ channelId: other.shop.channelId }),
    },
    readOrder: {
      run: readOrder,
      needs: "orders:read",
      input: (home) => ({ id: home.shop.orderId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.orderId }),
      foreignAnswer: "not_found",
    },
    exportOrders: {
      run: async (ctx, input) => drain(await exportOrders(ctx, input)),
      needs: "orders:read",
      input: () => ({}),
      fields: filter,
      foreign: (other) => ({ channelId: other.shop.channelId }),
    },
  },
  helpers: ["orderCondition", "toSummary"],
  systemWork: ["storeOrders"],
};
