import { listListings } from "#app/domain/catalog/list-listings.server.ts";
import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { foldText } from "#app/domain/text/normalise.ts";
import { listWarehouses } from "#app/domain/warehouse/list-warehouses.server.ts";
import { readZone } from "#app/domain/warehouse/read-zone.server.ts";
import { parseMoney } from "#app/i18n/parse-money.ts";
import type { AskedAct } from "./read-act.ts";

/** One thing an order may be meant of: `key` finds it again and only it. */
export type Candidate = { key: string; label: string };

export type ResolvedAct =
  | { kind: "call"; tool: string; input: Record<string, unknown> }
  | { kind: "ambiguous"; candidates: Candidate[] }
  | { kind: "unknown" }
  | { kind: "price-unclear" }
  | { kind: "forbidden" };

const mostFound = 12;
const mostCandidates = 4;
/** So many zones are asked for a bin whose code does not begin with theirs. */
const mostZones = 12;

/** What an order is about: the one thing of that name, or those it may be meant of. */
export function resolveAct(ctx: ServiceContext, asked: AskedAct): Promise<ResolvedAct> {
  switch (asked.act) {
    case "pause-listing":
      return resolveListing(ctx, asked.target, (listing) => ({ tool: "pause_listing", input: { listingId: listing.id } }));
    case "activate-listing":
      return resolveListing(ctx, asked.target, (listing) => ({ tool: "resume_listing", input: { listingId: listing.id } }));
    case "set-price":
      return resolveListing(ctx, asked.target, (listing) => {
        const priceCents = parseMoney(asked.priceText, ctx.locale, listing.currency);
        return priceCents === undefined ? undefined : { tool: "change_price", input: { listingId: listing.id, priceCents } };
      });
    case "count-bin":
      return resolveBin(ctx, asked.target);
    default:
      return asked satisfies never;
  }
}

type Row = Awaited<ReturnType<typeof listListings>>["data"][number];
type Call = { tool: string; input: Record<string, unknown> };

async function resolveListing(ctx: ServiceContext, target: string, callOf: (listing: Row) => Call | undefined): Promise<ResolvedAct> {
  if (!actorAllows(ctx.actor, "catalog:read")) return { kind: "forbidden" };
  const found = await findListings(ctx, target);
  const [only, ...others] = found;
  if (only === undefined) return { kind: "unknown" };
  if (others.length > 0) {
    const candidates = found.map((row) => ({
      key: keyOf(row),
      label: row.modelName === "" ? row.title : `${row.title}, ${row.modelName}`,
    }));
    return { kind: "ambiguous", candidates: candidates.slice(0, mostCandidates) };
  }
  const call = callOf(only);
  return call === undefined ? { kind: "price-unclear" } : { kind: "call", ...call };
}

/** By its number, SKU or whole title before anything that only holds the words. A name that was offered has its title in brackets. */
async function findListings(ctx: ServiceContext, target: string): Promise<Row[]> {
  const name = target.replace(/\s*\([^()]*\)\s*$/, "");
  const { data } = await listListings(ctx, { search: name.slice(0, 200), limit: mostFound });
  const wanted = foldText(name);
  const isNamed = (row: Row) => [row.listingRef, row.sku ?? "", row.title, keyOf(row)].some((one) => foldText(one) === wanted);
  const named = data.filter(isNamed);
  return named.length > 0 ? named : data;
}

function keyOf({ listingRef, modelRef, sku }: Row): string {
  return modelRef !== "" && sku !== null && sku !== "" ? sku : listingRef;
}

async function resolveBin(ctx: ServiceContext, target: string): Promise<ResolvedAct> {
  if (!actorAllows(ctx.actor, "warehouse:read")) return { kind: "forbidden" };
  const [, name = target, zoneName] = /^(\S+)\s+\(([^()]+)\)$/.exec(target) ?? [];
  const code = name.toUpperCase();
  const zones = (await listWarehouses(ctx)).data.flatMap((warehouse) => warehouse.zones);
  const named = zones.filter((zone) => zoneName === undefined || foldText(zone.name) === foldText(zoneName));
  // A bin's code begins with its zone's nearly everywhere: then nobody has to look into the others.
  const likely = named.filter((zone) => code.startsWith(zone.code.toUpperCase()));
  const found = await binsOf(ctx, likely, code);
  const bins = found.length > 0 ? found : await binsOf(ctx, named.filter((zone) => !likely.includes(zone)).slice(0, mostZones), code);
  const [only, ...others] = bins;
  if (only === undefined) return { kind: "unknown" };
  if (others.length > 0)
    return { kind: "ambiguous", candidates: bins.slice(0, mostCandidates).map(({ zone }) => ({ key: name, label: zone })) };
  return { kind: "call", tool: "plan_count", input: { zoneId: only.zoneId, binId: only.binId } };
}

type FoundBin = { zoneId: string; binId: string; zone: string };

async function binsOf(ctx: ServiceContext, zones: readonly { id: string; name: string }[], code: string): Promise<FoundBin[]> {
  const found = await Promise.all(
    zones.map(async ({ id: zoneId, name: zone }) => {
      const { part } = await readZone(ctx, { id: zoneId });
      const bin = part.bins.find((one) => one.code.toUpperCase() === code || one.id.toUpperCase() === code);
      return bin === undefined ? [] : [{ zoneId, binId: bin.id, zone }];
    }),
  );
  return found.flat();
}
