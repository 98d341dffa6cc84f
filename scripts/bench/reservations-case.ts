import { callers, type World } from "./bench-world.ts";
import { requestBytes, runLoad } from "./load.ts";
import type { Result } from "./result.ts";
import { median, round } from "./statistics.ts";
import { helloLoad } from "./http-cases.ts";
import { askZone, aZone, driftIn, readZone } from "./zone-under-test.ts";

const rounds = 3;
const helloMs = 500;
const caseMs = 2_000;
const plenty = 1_000_000;
const scarce = 400;

/** Orders of one SKU that everybody wants, through the API, and at the end a run on the last units of another. */
export async function runReservations(world: World): Promise<Result[]> {
  const { appUrl } = world;
  const zoneId = await aZone(world, "BENCH3", 10);
  await askZone(world, zoneId, "plenty", { type: "receive", sku: "sku", binId: "b0", qty: plenty });
  await askZone(world, zoneId, "scarce", { type: "receive", sku: "last", binId: "b1", qty: scarce });
  let asked = 0;
  const request = (sku: string) => () => {
    asked += 1;
    const command = { type: "reserve", demandLine: `${sku}-${asked}`, sku, qty: 1, rank: 1 };
    const headers = { authorization: "Bearer ek_local_demo_owner" };
    return requestBytes(appUrl, `/api/v1/zones/${zoneId}/commands`, headers, JSON.stringify({ id: `${sku}-${asked}`, command }), "POST");
  };
  const load = (sku: string) => ({ url: appUrl, connections: callers, status: 200, request: request(sku) });
  const results = [];
  const ratios = [];
  for (let count = 0; count < rounds; count += 1) {
    const bare = await runLoad(helloLoad(world), helloMs);
    const result = await runLoad(load("sku"), caseMs);
    results.push(result);
    ratios.push(result.perSecond / bare.perSecond);
  }
  const promised = asked;
  const cpuUs = results.flatMap((result) => (result.cpuUs === undefined ? [] : [result.cpuUs]));
  await runLoad(load("last"), caseMs);
  const oversold = await oversoldUnits(world, zoneId, { sku: promised, last: Math.min(scarce, asked - promised) });
  return [
    {
      name: "reservations",
      value: Math.round(median(results.map(({ perSecond }) => perSecond))),
      unit: "req/s",
      ratioToHello: round(median(ratios), 4),
      p50Ms: round(median(results.map(({ p50Ms }) => p50Ms)), 1),
      p99Ms: round(median(results.map(({ p99Ms }) => p99Ms)), 1),
      ...(cpuUs.length === 0 ? {} : { cpuUs: Math.round(median(cpuUs)) }),
    },
    { name: "reservations/oversold", value: oversold, unit: "units" },
  ];
}

/** How far what the zone holds for orders is from what it promised, and by how much more than it has. */
async function oversoldUnits(world: World, zoneId: string, promised: Readonly<Record<string, number>>): Promise<number> {
  const drift = await driftIn(world, zoneId);
  if (drift.length > 0) throw new Error(`the zone's books do not add up: ${JSON.stringify(drift)}`);
  const lines = (await readZone(world, zoneId)).part.bins.flatMap((bin) => bin.lines);
  return lines.reduce((sum, { sku, qty, reserved }) => sum + Math.max(0, reserved - qty) + Math.abs(reserved - (promised[sku] ?? 0)), 0);
}
