import type { orders as source } from "../en/orders.ts";
import type { Translation } from "../translation.ts";

export const orders: Translation<typeof source> = {
  title: "Pedidos",
};
