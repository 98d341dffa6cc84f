import { callOffReturn } from "#app/domain/warehouse/returns/call-off-return.server.ts";
import { closeReturn } from "#app/domain/warehouse/returns/close-return.server.ts";
import { createReturn } from "#app/domain/warehouse/returns/create-return.server.ts";
import { inspectReturn } from "#app/domain/warehouse/returns/inspect-return.server.ts";
import { countReturns, listReturns } from "#app/domain/warehouse/returns/list-returns.server.ts";
import { readReturn } from "#app/domain/warehouse/returns/read-return.server.ts";
import { readReturnPlaces } from "#app/domain/warehouse/returns/read-return-places.server.ts";
import { readReturnable } from "#app/domain/warehouse/returns/read-returnable.server.ts";
import { takeInReturn } from "#app/domain/warehouse/returns/take-in-return.server.ts";
import { furnishZone } from "../furnish-zone.ts";
import type { AreaVerbs, MemberVerb } from "../verb-walk.ts";
import type { TestWorkspace } from "../world.ts";

const reads = { needs: "warehouse:read" } as const;
const withId = (name: "returnId" | "backId" | "lookedId") =>
  ({
    foreignAnswer: "not_found",
    input: (home: TestWorkspace) => ({ id: home.shop[name] }),
    fields: { id: "text" },
    foreign: (other: TestWorkspace) => ({ id: other.shop[name] }),
  }) as const satisfies Partial<MemberVerb>;
const arrivals = ({ returnId }: TestWorkspace["shop"]) => [{ lineId: `${returnId}-l`, quantity: 1 }];
const decisions = ({ backId }: TestWorkspace["shop"]) => [{ arrivalId: `${backId}-a`, outcome: "scrap", quantity: 1 }];

/** The zone has the bins that returns of the shop name, and what the books say came back lies there on hold. */
const scene: MemberVerb["scene"] = (room, home) =>
  furnishZone(room, home, [
    { type: "put-items", items: [{ sku: "var_back", code: "BACK", title: "Kettle", gtin: null }] },
    { type: "receive", sku: "var_back", binId: "A-01-01", qty: 1, from: "return" },
  ]);

export const returnsVerbs: AreaVerbs = {
  verbs: {
    listReturns: {
      run: listReturns,
      ...reads,
      fields: { limit: "optionalNumber", cursor: "optionalText", state: "optionalChoice", orderId: "optionalText" },
      foreign: (other) => ({ orderId: other.shop.orderId }),
    },
    countReturns: { run: countReturns, ...reads },
    readReturn: { run: readReturn, ...reads, ...withId("returnId") },
    readReturnable: {
      run: readReturnable,
      ...reads,
      foreignAnswer: "not_found",
      input: (home) => ({ orderId: home.shop.orderId }),
      fields: { orderId: "text" },
      foreign: (other) => ({ orderId: other.shop.orderId }),
    },
    readReturnPlaces: { run: readReturnPlaces, ...reads, ...withId("returnId") },
    createReturn: {
      run: createReturn,
      needs: "floor:work",
      foreignAnswer: "not_found",
      input: (home) => ({ reason: "other", lines: [{ variantId: home.shop.variantId, quantity: 1 }] }),
      fields: { reason: "choice", lines: "list" },
      foreign: (other) => ({ orderId: other.shop.orderId, reason: "other", lines: [{ orderLineId: other.shop.orderId, quantity: 1 }] }),
    },
    takeInReturn: {
      run: takeInReturn,
      scene,
      needs: "floor:work",
      foreignAnswer: "not_found",
      input: ({ shop }) => ({ id: shop.returnId, zoneId: shop.zoneId, binId: "A-01-01", arrivals: arrivals(shop) }),
      fields: { id: "text", zoneId: "text", binId: "text", arrivals: "list" },
      foreign: ({ shop }) => ({ id: shop.returnId, zoneId: shop.zoneId, binId: "A-01-01", arrivals: arrivals(shop) }),
    },
    inspectReturn: {
      run: inspectReturn,
      scene,
      needs: "floor:work",
      foreignAnswer: "not_found",
      input: ({ shop }) => ({ id: shop.backId, decisions: decisions(shop) }),
      fields: { id: "text", decisions: "list" },
      foreign: ({ shop }) => ({ id: shop.backId, decisions: decisions(shop) }),
    },
    closeReturn: { run: closeReturn, needs: "warehouse:write", ...withId("lookedId") },
    callOffReturn: { run: callOffReturn, needs: "warehouse:write", ...withId("returnId") },
  },
  helpers: [
    "ensureAllBooked",
    "factsOfTwins",
    "findTwins",
    "findReturn",
    "goodUntil",
    "labelOf",
    "nameItem",
    "readLeftGoods",
    "returnRows",
    "returnableLines",
    "returnedOfOrder",
    "settleSteps",
    "writeReturn",
  ],
  systemWork: ["expectReturns", "projectSerials", "serialsElsewhere", "settleReturns"],
};
