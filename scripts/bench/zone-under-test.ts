import { z } from "zod";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { party, roomName } from "#party/warehouse-zone/protocol.ts";
import type { World } from "./bench-world.ts";

const workspaceId = "wsp_demo";
const binsAtOnce = 500;

const idSchema = z.object({ id: z.string() });

export const zoneRoom = (zoneId: string) => roomName(workspaceId, zoneId);
export const socketUrl = (appUrl: URL, zoneId: string) => `ws://${appUrl.host}/parties/${party}/${zoneRoom(zoneId)}`;

async function answerOf(path: string, answer: Response): Promise<unknown> {
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function post({ appUrl, cookies: [cookie = ""] }: World, path: string, body: unknown): Promise<unknown> {
  const headers = { cookie, origin: appUrl.origin, "content-type": "application/json" };
  return answerOf(path, await fetch(new URL(`/api/v1/${path}`, appUrl), { method: "POST", headers, body: JSON.stringify(body) }));
}

const zoneSchema = z.object({
  cursor: z.object({ epoch: z.string(), seq: z.int() }),
  part: z.object({ bins: z.array(z.object({ lines: z.array(z.object({ sku: z.string(), qty: z.int(), reserved: z.int() })) })) }),
});

/** A zone as the API shows it. */
export async function readZone({ appUrl, cookies: [cookie = ""] }: World, zoneId: string): Promise<z.infer<typeof zoneSchema>> {
  const path = `/api/v1/zones/${zoneId}`;
  return zoneSchema.parse(await answerOf(path, await fetch(new URL(path, appUrl), { headers: { cookie } })));
}

const checkSchema = z.object({ drift: z.array(z.unknown()) });

/** Whether its books add up, worked out anew by the room. */
export async function driftIn({ appUrl, cookies: [cookie = ""] }: World, zoneId: string): Promise<unknown[]> {
  const path = `/api/v1/zones/${zoneId}/check`;
  return checkSchema.parse(await answerOf(path, await fetch(new URL(path, appUrl), { headers: { cookie } }))).drift;
}

const repliedSchema = z.object({ reply: z.object({ kind: z.string(), seq: z.int() }) });

export async function askZone(world: World, zoneId: string, id: string, command: CommandInput): Promise<{ kind: string; seq: number }> {
  return repliedSchema.parse(await post(world, `zones/${zoneId}/commands`, { id, command })).reply;
}

/** A zone of so many bins, made through the API like any other. */
export async function aZone(world: World, code: string, bins: number): Promise<string> {
  const { id: warehouseId } = idSchema.parse(await post(world, "warehouses", { code, name: code }));
  const { id } = idSchema.parse(await post(world, "zones", { warehouseId, code, name: code }));
  const places = Array.from({ length: bins }, (_, index) => ({
    id: `b${index}`,
    code: `B${index}`,
    kind: "pick" as const,
    aisle: String(index % 10),
    xMm: 0,
    yMm: index,
    capacityUnits: null,
    rank: index,
    isBlocked: false,
  }));
  for (let from = 0; from < bins; from += binsAtOnce) {
    await askZone(world, id, `bins${from}`, { type: "put-bins", bins: places.slice(from, from + binsAtOnce) });
  }
  await askZone(world, id, "items", {
    type: "put-items",
    items: ["sku", "last"].map((sku) => ({
      sku,
      code: sku.toUpperCase(),
      title: "Kettle",
      gtin: null,
      tracksLots: false,
      tracksSerials: false,
    })),
  });
  return id;
}
