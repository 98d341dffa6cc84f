import { readSales } from "#app/domain/selling/read-sales.server.ts";
import { readSalesMetrics } from "#app/domain/selling/read-sales-metrics.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

export const salesVerbs: AreaVerbs = {
  verbs: {
    readSales: {
      run: (ctx, input) => readSales(ctx, input, { timeZone: "America/Sao_Paulo", currency: "BRL" }),
      needs: "selling:read",
      input: () => ({}),
      fields: { days: "optionalNumber", from: "optionalText", to: "optionalText" },
    },
    readSalesMetrics: {
      run: readSalesMetrics,
      needs: "selling:read",
      fields: { from: "optionalNumber", to: "optionalNumber", by: "optionalChoice" },
    },
  },
  helpers: ["productQuery", "salesChannelQuery", "salesQuery"],
  systemWork: [],
};
