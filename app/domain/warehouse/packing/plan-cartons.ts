import { packSchema } from "../solvers/problem-schemas.ts";
import { solvePack } from "../solvers/packing/solve-pack.ts";
import type { Now } from "../solvers/time-limit.ts";

type Edges = { lengthMm: number; widthMm: number; heightMm: number };
export type PackLine = {
  id: string;
  title: string;
  sku: string;
  quantity: number;
  edges: Edges | null;
  /** Of one unit. */
  weightGrams: number | null;
};
export type CartonKind = Edges & {
  id: string;
  name: string;
  weightGrams: number;
  maxWeightGrams: number;
  costCents: number | null;
  currency: string;
};
type Content = { lineId: string; quantity: number };
export type PlannedCarton = {
  cartonId: string;
  name: string;
  contents: Content[];
  /** Carton and contents; null where not all of them were weighed. */
  weightGrams: number | null;
  fillPercent: number;
};
type Named = { lineId: string; title: string; sku: string };

/**
 * What to pack an order into. `unmeasured`: goods without a size, so nothing can be said. `unweighed`: goods without a
 * weight, so no carton's limit was held against them. `tooLarge`: goods that fit into no carton.
 */
export type CartonSuggestion =
  | { kind: "planned"; cartons: PlannedCarton[]; tooLarge: Named[]; unweighed: Named[] }
  | { kind: "not-known"; unmeasured: Named[] }
  | { kind: "no-cartons" }
  | { kind: "too-many" };

/** A page waits for it. */
const searchMs = 40;
/** Beyond this a search so short says nothing. */
const mostUnits = 500;

export function planCartons(lines: readonly PackLine[], kinds: readonly CartonKind[], now: Now): CartonSuggestion {
  if (kinds.length === 0) return { kind: "no-cartons" };
  const unmeasured = lines.filter(({ edges }) => edges === null);
  if (unmeasured.length > 0) return { kind: "not-known", unmeasured: unmeasured.map(nameOf) };
  if (lines.reduce((sum, { quantity }) => sum + quantity, 0) > mostUnits) return { kind: "too-many" };
  const problem = packSchema.parse({
    mode: "fewest-cost",
    cartons: kinds.map(problemCarton(hasPrices(kinds))),
    items: lines.map(({ id, quantity, edges, weightGrams }) => ({
      id,
      ...sides(edges),
      weight: weightGrams ?? 0,
      qty: quantity,
      rotate: "all",
    })),
    timeMs: searchMs,
  });
  const answer = solvePack(problem, now);
  const kindOf = new Map(kinds.map((kind) => [kind.id, kind]));
  const cartons = answer.cartons.flatMap(({ carton, placements, fill }) => {
    const kind = kindOf.get(carton);
    if (kind === undefined) return [];
    const contents = [...Map.groupBy(placements, ({ id }) => id)].map(([lineId, boxes]) => ({ lineId, quantity: boxes.length }));
    const fillPercent = Math.round(fill * 100);
    return [{ cartonId: kind.id, name: kind.name, contents, weightGrams: weightOf(kind, contents, lines), fillPercent }];
  });
  const tooLarge = new Set(answer.unplaced.map(({ id }) => id));
  return {
    kind: "planned",
    cartons,
    tooLarge: lines.filter(({ id }) => tooLarge.has(id)).map(nameOf),
    unweighed: lines.filter(({ weightGrams }) => weightGrams === null).map(nameOf),
  };
}

const nameOf = ({ id, title, sku }: PackLine): Named => ({ lineId: id, title, sku });
const sides = (edges: Edges | null) => ({ l: edges?.lengthMm ?? 0, w: edges?.widthMm ?? 0, h: edges?.heightMm ?? 0 });

/** Prices are only comparable where every carton has one, in one currency; otherwise the smallest carton is the best. */
function hasPrices(kinds: readonly CartonKind[]): boolean {
  return kinds.every(({ costCents, currency }) => costCents !== null && currency === kinds[0]?.currency);
}

function problemCarton(isPriced: boolean) {
  return ({ id, maxWeightGrams, costCents, ...edges }: CartonKind) => ({
    id,
    ...sides(edges),
    maxWeight: maxWeightGrams,
    // Of two cartons that cost nothing, the smaller one still wins.
    ...(isPriced ? { cost: (costCents ?? 0) + (edges.lengthMm * edges.widthMm * edges.heightMm) / 1e12 } : {}),
  });
}

function weightOf(kind: CartonKind, contents: readonly Content[], lines: readonly PackLine[]): number | null {
  let sum = kind.weightGrams;
  for (const { lineId, quantity } of contents) {
    const unit = lines.find(({ id }) => id === lineId)?.weightGrams ?? null;
    if (unit === null) return null;
    sum += unit * quantity;
  }
  return sum;
}
