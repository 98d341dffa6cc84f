import { cancellers, isOrderState } from "#app/domain/orders/policy.ts";
import { orderSorts } from "#app/domain/orders/schemas.ts";
import { nextDay, startOfDayMs } from "#app/platform/zoned-days.ts";

/** The filters in an address, for the list and the file alike. Days are those of the person who looks; what is unknown is left out. */
export function readOrdersQuery(query: URLSearchParams, timeZone: string) {
  const state = query.get("state");
  const lastDay = query.get("to") ?? "";
  return {
    search: query.get("q")?.slice(0, 100) || undefined,
    channelId: query.get("channel")?.slice(0, 60) || undefined,
    state: isOrderState(state) ? state : undefined,
    late: query.get("late") === "1" ? ("1" as const) : undefined,
    cancelledBy: cancellers.find((one) => one === query.get("by")),
    from: startOfDayMs(query.get("from") ?? "", timeZone),
    to: startOfDayMs(lastDay, timeZone) === undefined ? undefined : startOfDayMs(nextDay(lastDay), timeZone),
  };
}

export function readOrdersSort(query: URLSearchParams) {
  return orderSorts.find((sort) => sort === query.get("sort")) ?? "-placed";
}
