import { z } from "zod";
import type { BinKind } from "#app/domain/warehouse/bin.ts";
import { binsOfPattern } from "#app/domain/warehouse/bin-pattern.ts";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";

/** The demo's depot: 800 bins in four zones. What is sold is picked from A and B, C holds the rest, D is the way in and out. */
const zones = [
  { code: "A", name: "Zona A · Separação", kind: "pick", aisles: 6, bays: 20, levels: 2 },
  { code: "B", name: "Zona B · Separação", kind: "pick", aisles: 6, bays: 20, levels: 2 },
  { code: "C", name: "Zona C · Reserva", kind: "bulk", aisles: 6, bays: 20, levels: 2 },
  { code: "D", name: "Zona D · Docas", kind: "receiving", aisles: 4, bays: 20, levels: 1 },
] as const satisfies readonly { code: string; name: string; kind: BinKind; aisles: number; bays: number; levels: number }[];
type Zone = (typeof zones)[number];

const mostSkus = 300;
const unitsPerBin = 120;

const idSchema = z.object({ id: z.string() });
const replySchema = z.object({ reply: z.looseObject({ kind: z.string() }) });
const stockSchema = z.object({ data: z.array(z.unknown()) });
const productsSchema = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      variants: z.array(
        z.looseObject({ id: z.string(), sku: z.string(), gtin: z.string().nullable(), name: z.string(), stock: z.number() }),
      ),
    }),
  ),
  nextCursor: z.string().nullable(),
});
type Sku = { id: string; sku: string; title: string; gtin: string | null; stock: number };

/** Builds the depot once, and puts into it what the marketplace says is in stock. Every part of it is done once, however often it runs. */
export async function furnishDemo(appUrl: string | URL, cookie: string): Promise<boolean> {
  const api = callerOf(appUrl, cookie);
  if (stockSchema.parse(await api("GET", "stock?limit=1")).data.length > 0) return false;
  const skus = await readSkus(api);
  if (skus.length === 0) return false;
  const { id: warehouseId } = idSchema.parse(await api("POST", "warehouses", { code: "CD1", name: "Depósito São Paulo" }));
  for (const zone of zones) {
    const { id } = idSchema.parse(await api("POST", "zones", { warehouseId, code: zone.code, name: zone.name }));
    const ask = async (name: string, command: CommandInput) => {
      const body = { id: `demo-${name}`.slice(0, 60), command };
      const { reply } = replySchema.parse(await api("POST", `zones/${id}/commands`, body));
      if (reply.kind !== "applied") throw new Error(`zone ${zone.code} refused ${name}: ${JSON.stringify(reply)}`);
    };
    await furnish(zone, skus, ask);
  }
  return true;
}

type Ask = (name: string, command: CommandInput) => Promise<void>;

async function furnish(zone: Zone, skus: readonly Sku[], ask: Ask): Promise<void> {
  const codes = binsOf(zone);
  await ask("bins", { type: "put-bins", bins: codes });
  const items = skus.map(({ id, sku, title, gtin }) => ({ sku: id, code: sku, title, gtin }));
  await ask("items", { type: "put-items", items });
  const own = skus.filter((_sku, index) => index % 2 === (zone.code === "A" ? 0 : 1));
  if (zone.code !== "A" && zone.code !== "B") return;
  for (const [index, { id, sku, stock }] of own.entries()) {
    const binId = codes[(index * 7) % codes.length]?.id ?? "";
    if (stock <= 0) continue;
    await ask(`stock-${sku}`, { type: "receive", sku: id, binId, qty: Math.min(stock, unitsPerBin), documentLine: `demo/${sku}` });
  }
}

function binsOf({ code, kind, aisles, bays, levels }: Zone) {
  const upTo = (to: number) => ({ from: 1, to });
  const made = binsOfPattern({
    zone: code,
    aisles: upTo(aisles),
    bays: upTo(bays),
    levels: upTo(levels),
    format: "{zone}-{aisle:2}-{bay:2}-{level}",
    kind,
    spacing: {
      aisleM: 3,
      bayM: 1.2,
      levelM: 0.5,
    },
    serpentine: true,
  });
  if (!made.ok) throw new Error(`the demo's zone ${code} cannot be laid out: ${JSON.stringify(made.fields)}`);
  return made.bins.map((bin, index) => ({
    id: bin.code,
    code: bin.code,
    aisle: bin.aisle ?? "",
    xMm: bin.xMm,
    yMm: bin.yMm,
    rank: bin.pickRank,
    isBlocked: false,
    capacityUnits: kind === "pick" ? unitsPerBin * 2 : null,
    kind: isStaging(kind, index, made.bins.length) ? ("staging" as const) : kind,
  }));
}

/** Every zone that orders are picked from has a table at its end; half of the docks lead out. */
function isStaging(kind: BinKind, index: number, bins: number): boolean {
  return kind === "pick" ? index === bins - 1 : kind === "receiving" && index % 2 === 1;
}

async function readSkus(api: Caller): Promise<Sku[]> {
  const all: Sku[] = [];
  for (let cursor: string | null = ""; cursor !== null && all.length < mostSkus;) {
    const place: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { data, nextCursor } = productsSchema.parse(await api("GET", `products?limit=200${place}`));
    for (const { title, variants } of data) {
      all.push(...variants.map((one) => ({ ...one, title: [title, one.name].filter(Boolean).join(" · ") })));
    }
    cursor = nextCursor;
  }
  return all.slice(0, mostSkus);
}

type Caller = (method: string, path: string, body?: unknown) => Promise<unknown>;

function callerOf(appUrl: string | URL, cookie: string): Caller {
  return async (method, path, body) => {
    const answer = await fetch(new URL(`/api/v1/${path}`, appUrl), {
      method,
      headers: { cookie, origin: new URL(appUrl).origin, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
}
