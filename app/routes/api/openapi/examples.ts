import type { JsonSchema } from "./openapi-types.ts";

/** Values a reader would send. A test holds every example body against the schema its endpoint parses with. */
const values: Readonly<Record<string, unknown>> = {
  name: "Warehouse ERP",
  content: "c2t1LHF0eQpLRVQtMTgsMwo=",
  question: "GMV por canal nos últimos 30 dias",
  email: "ana@shop.example",
  role: "viewer",
  scopes: ["team:read", "activity:read"],
  expiresInDays: 90,
  timeZone: "America/Sao_Paulo",
  currency: "BRL",
  locale: "pt-BR",
  version: 1,
  isRead: true,
  paused: true,
  fromWarehouse: true,
  extent: "full",
  state: "applied",
  title: "Electric kettle 1.8 l",
  variants: [{ sku: "KET-18", gtin: "7891000315507", costCents: 8_000, stock: 12 }],
  costs: [{ sku: "KET-18", costCents: 8_000 }],
  listingIds: ["lst_01JZX0000000000000000000"],
  mode: "dry",
  kind: "price",
  rule: "percent",
  value: -500,
  code: "CD1",
  warehouseId: "whs_01JZX0000000000000000000",
  isActive: true,
  isOn: true,
  isEnabled: true,
  event: "review-written",
  actions: [{ do: "notify", roles: ["owner"], text: "" }],
  tool: "plan-count",
  conditions: { match: "all", conditions: [{ field: "input.priority", is: "at-most", value: 60 }] },
  input: { priority: 70 },
  batching: { kind: "orders", most: 8 },
  lengthMm: 270,
  widthMm: 180,
  heightMm: 90,
  weightGrams: 130,
  maxWeightGrams: 8_000,
  orderIds: ["ord_01JZX0000000000000000000"],
  commandId: "9f1c2c1e-scan-17",
  sku: "var_01JZX0000000000000000000",
  qty: 12,
  reason: "damaged",
  lines: [{ orderLineId: "ord_01JZX0000000000000000000/0", quantity: 1 }],
  orderId: "ord_01JZX0000000000000000000",
  zoneId: "zon_01JZX0000000000000000000",
  binId: "A-RET-01",
  arrivals: [{ lineId: "rtl_01JZX0000000000000000000", quantity: 1, serials: ["SN-0001"] }],
  decisions: [{ arrivalId: "rts_01JZX0000000000000000000", outcome: "restock", quantity: 1, toBin: "A-01-01", serials: ["SN-0001"] }],
  id: "9f1c2c1e-scan-17",
  command: { type: "receive", sku: "var_01JZX0000000000000000000", binId: "A-DOCK", qty: 12 },
  note: "The lid leaks: please send a better seal.",
  models: ["openai/gpt-oss-120b"],
  ids: ["aip_01JZX0000000000000000000"],
  choices: [{ providerId: "aip_01JZX0000000000000000000", model: "openai/gpt-oss-120b" }],
  sections: [{ title: "GMV by channel", query: { metric: "gmv", by: ["channel"] } }],
  section: { title: "GMV by channel", query: { metric: "gmv", by: ["channel"] } },
  pinIds: ["pin_01JZX0000000000000000000"],
  subjectKind: "dashboard",
  subjectId: "dsh_01JZX0000000000000000000",
  rhythm: { every: "weekly", weekday: 1, hour: 8 },
  recipients: ["usr_01JZX0000000000000000000"],
  isIn: false,
  scope: "workspace",
  resolution: "redrive",
  visitorKey: "v_1a2b3c4d5e6f7a8b9c0d1e2f",
  siteId: "sit_01JZX0000000000000000000",
  isDry: true,
  window: "month",
  limitMicroUsd: 20_000_000,
  field: "description",
  metric: "gmv",
  text: "Yes, it works with 127 V and 220 V.",
};

const rarelyLeftOut = new Set(["expiresInDays", "isRead", "value", "listingIds", "orderId"]);

/** Only what must be sent, and what is rarely left out. */
export function exampleOf({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => required.includes(name) || rarelyLeftOut.has(name));
  return Object.fromEntries(names.map((name) => [name, valueOf(name, properties[name])]));
}

/** The usual value where the field takes it, otherwise the last of those it does take: the first is how things are anyway. */
function valueOf(name: string, property: JsonSchema | undefined): unknown {
  const usual = property?.const ?? values[name];
  const choices = property?.enum;
  return choices === undefined || choices.some((one) => one === usual) ? usual : choices.at(-1);
}
