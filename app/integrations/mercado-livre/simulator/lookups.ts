import { z } from "zod";
import type { SimItem, SimOrder, SimSeller, World } from "./model.ts";

/** A wrong reference in a control call is a mistake of the caller, which the host answers with 400. */
function missing(path: string, value: string | number): z.ZodError {
  return new z.ZodError([{ code: "custom", path: [path], message: `There is no ${path} ${value}`, input: value }]);
}

export function itemOf(world: World, id: string): SimItem {
  const item = world.items.get(id);
  if (item === undefined) throw missing("listing", id);
  return item;
}

export function sellerOf(world: World, id: number): SimSeller {
  const seller = world.sellers.get(id);
  if (seller === undefined) throw missing("seller", id);
  return seller;
}

export function orderOf(world: World, id: string | number): SimOrder {
  const order = world.orders.get(Number(id));
  if (order === undefined) throw missing("order", id);
  return order;
}
