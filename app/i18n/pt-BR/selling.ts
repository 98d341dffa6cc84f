import { sellingSales } from "./selling/sales.ts";
import type { selling as source } from "../en/selling.ts";
import type { Translation } from "../translation.ts";

export const selling: Translation<typeof source> = {
  title: "Vendas",
  sales: sellingSales,
};
