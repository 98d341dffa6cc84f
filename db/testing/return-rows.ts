import { returnLines, returns, returnSteps } from "#db/schema/returns.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";
import type { TestShop } from "./shop.ts";

const dayMs = 24 * 3_600_000;

/** One that is expected, one that came, and one that was looked at: each of one unit, all of them blind. */
export function returnWrites({
  returnId,
  backId,
  lookedId,
  variantId,
  zoneId,
}: Pick<TestShop, "returnId" | "backId" | "lookedId" | "variantId" | "zoneId">): Write[] {
  const at = stageStartMs - dayMs;
  const states = [
    [returnId, "expected", variantId],
    [backId, "arrived", "var_back"],
    [lookedId, "inspected", "var_back"],
  ] as const;
  const nobody = { orderId: null, channelId: null, source: "person", reason: "other", note: null, trackingCode: null };
  const arrival = { kind: "arrival", arrivalId: null, zoneId, binId: "A-01-01", toBin: null, sku: "var_back", lot: "", expiresAt: null };
  return [
    insert(
      returns,
      ...states.map(([id, state], index) => ({
        ...nobody,
        id,
        number: index + 1,
        state,
        createdBy: "Ana owner",
        createdAt: at,
        arrivedAt: state === "expected" ? null : at,
        inspectedAt: state === "inspected" ? at : null,
        endedAt: null,
      })),
    ),
    insert(
      returnLines,
      ...states.map(([id, , sku]) => ({ id: `${id}-l`, returnId: id, orderLineId: null, sku, title: "Chaleira", quantity: 1 })),
    ),
    insert(returnSteps, {
      ...arrival,
      id: `${backId}-a`,
      returnId: backId,
      lineId: `${backId}-l`,
      qty: 1,
      serials: [],
      state: "booked",
      refusal: null,
      doneBy: "Ana owner",
      createdAt: at,
    }),
  ];
}
