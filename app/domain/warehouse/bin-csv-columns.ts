import type { BinPlan } from "./bin.ts";

const binColumns = ["code", "aisle", "bay", "level", "side", "kind", "capacity", "x", "y", "z", "maxWeight", "volume", "pickRank"] as const;
export type BinColumn = (typeof binColumns)[number];

/** Where a column stands, and how many of the smallest unit one of its own is: 1000 millimetres a metre. */
type Column = { index: number; factor: number };
export type Columns = ReadonlyMap<BinColumn, Column>;

type ColumnRefusal = { column: BinColumn; reason: "required" | "repeated"; saw: string };

const thousand = 1_000;

/** Headings in English and Portuguese, without accents and brackets; a unit behind the name is part of it. */
const headings: readonly [column: BinColumn, factor: number, names: readonly string[]][] = [
  ["code", 1, ["code", "bin", "bin code", "location", "codigo", "endereco", "posicao"]],
  ["aisle", 1, ["aisle", "corredor", "rua"]],
  ["bay", 1, ["bay", "modulo", "vao", "coluna"]],
  ["level", 1, ["level", "nivel", "andar"]],
  ["side", 1, ["side", "lado"]],
  ["kind", 1, ["kind", "type", "tipo"]],
  ["capacity", 1, ["capacity", "capacity units", "capacidade", "capacidade un", "capacidade unidades"]],
  ["x", thousand, ["x", "x m"]],
  ["x", 1, ["x mm"]],
  ["y", thousand, ["y", "y m"]],
  ["y", 1, ["y mm"]],
  ["z", thousand, ["z", "z m"]],
  ["z", 1, ["z mm"]],
  [
    "maxWeight",
    thousand,
    ["max weight", "max weight kg", "maximum weight", "maximum weight kg", "peso maximo", "peso maximo kg", "peso max"],
  ],
  ["maxWeight", 1, ["max weight g", "maximum weight g", "peso maximo g"]],
  ["volume", thousand, ["volume", "volume l"]],
  ["volume", 1, ["volume ml"]],
  ["pickRank", 1, ["pick rank", "pick order", "ordem", "ordem de coleta"]],
];

const byHeading = new Map(headings.flatMap(([column, factor, names]) => names.map((name) => [name, { column, factor }] as const)));

export function withoutAccents(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

function headingKey(heading: string): string {
  return withoutAccents(heading)
    .replaceAll(/[^a-z]+/g, " ")
    .trim();
}

/** Columns under other headings are passed over; two of the same meaning contradict each other. */
export function columnsOf(cells: readonly string[]): { ok: true; columns: Columns } | { ok: false; refusal: ColumnRefusal } {
  const columns = new Map<BinColumn, Column>();
  for (const [index, heading] of cells.entries()) {
    const found = byHeading.get(headingKey(heading));
    if (found === undefined) continue;
    if (columns.has(found.column)) return { ok: false, refusal: { column: found.column, reason: "repeated", saw: heading } };
    columns.set(found.column, { index, factor: found.factor });
  }
  if (columns.has("code")) return { ok: true, columns };
  return { ok: false, refusal: { column: "code", reason: "required", saw: cells.join(" ").slice(0, 120) } };
}

/** What our own files hold, in the units that people think in. */
export const writtenColumns: readonly { header: string; value: (bin: BinPlan) => string | number | null }[] = [
  { header: "code", value: (bin) => bin.code },
  { header: "aisle", value: (bin) => bin.aisle },
  { header: "bay", value: (bin) => bin.bay },
  { header: "level", value: (bin) => bin.level },
  { header: "side", value: (bin) => bin.side },
  { header: "kind", value: (bin) => bin.kind },
  { header: "capacity", value: (bin) => bin.capacityUnits },
  { header: "x (m)", value: (bin) => bin.xMm / thousand },
  { header: "y (m)", value: (bin) => bin.yMm / thousand },
  { header: "z (m)", value: (bin) => bin.zMm / thousand },
  { header: "max weight (kg)", value: (bin) => (bin.maxWeightGrams === null ? null : bin.maxWeightGrams / thousand) },
  { header: "volume (l)", value: (bin) => (bin.volumeMl === null ? null : bin.volumeMl / thousand) },
  { header: "pick rank", value: (bin) => bin.pickRank },
];
