import type { RouterContextProvider } from "react-router";
import { askZone } from "#app/domain/warehouse/ask-zone.server.ts";
import { importBins } from "#app/domain/warehouse/import-bins.server.ts";
import { layOutBins } from "#app/domain/warehouse/lay-out-bins.server.ts";
import { receiveStock } from "#app/domain/warehouse/receive-stock.server.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";

type Fields = Record<(typeof goodsFields)[number], string>;
type Args = { request: Request; context: Readonly<RouterContextProvider> };

const layout = ["aisles", "bays", "levels", "kind", "capacityUnits", "format", "csv", "skipsBad"] as const;
const goodsFields = [
  "variantId",
  "binId",
  "qty",
  "lot",
  "expiresOn",
  "sku",
  "plate",
  "status",
  "toBin",
  "delta",
  "reason",
  "taskId",
  "version",
  "lines",
  "serials",
] as const;

/** The forms of a zone's page. Each carries its command's id, so that a form that is sent twice is done once. */
export async function answerZoneForm(args: Args, zoneId: string) {
  const { ctx } = requireMemberWho(args, "floor:work");
  const fields = await formFields(args.request, "intent", "commandId", ...layout, ...goodsFields);
  const { intent, commandId, binId, qty } = fields;
  return tryVerb(args.context, async () => {
    const done = { ok: true as const, intent, bins: 0, binId: fields.toBin || binId, qty, waits: false, problems: [] };
    if (intent === "lay-out") return { ...done, ...(await layOutBins(ctx, { ...fields, zoneId })) };
    if (intent === "import") return { ...done, ...(await importBins(ctx, { ...fields, zoneId, skipsBad: fields.skipsBad === "on" })) };
    if (intent === "receive") {
      await receiveStock(ctx, { ...fields, zoneId });
      return done;
    }
    const expected = intent === "count" ? { [`bin:${binId}`]: fields.version } : {};
    const { result } = await askZone(ctx, zoneId, { id: commandId, expected, command: commandOf(intent, fields) });
    return { ...done, waits: result["waits"] === true };
  });
}

/** What a form leaves out or has wrong is refused by the zone. */
function commandOf(intent: string, fields: Fields): Record<string, unknown> {
  const { sku, lot, plate, status, binId, toBin, qty, delta, reason, taskId, lines } = fields;
  const goods = { sku, lot, plate, status };
  switch (intent) {
    case "move":
      return { type: "move", ...goods, fromBin: binId, toBin, qty };
    case "adjust":
      return { type: "adjust", ...goods, binId, delta, reason };
    case "approve":
      return { type: "approve", taskId };
    case "refuse":
      return { type: "cancel-task", taskId };
    case "count":
      return { type: "count", binId, taskId, lines: parsed(lines) };
    default:
      return { type: "plan-count", binId };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
