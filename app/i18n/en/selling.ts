import { sellingSales } from "./selling/sales.ts";

export const selling = {
  title: "Sales",
  sales: sellingSales,
} as const;
