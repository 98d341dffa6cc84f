import * as z from "zod/mini";
import { AppError } from "../../errors.ts";

type Edges = { lengthMm: number | null; widthMm: number | null; heightMm: number | null };
type Measured = Edges & { weightGrams: number | null };
type Chosen = { cartonId: string; contents: { lineId: string; quantity: number }[] };
type Kind = { id: string; name: string; lengthMm: number; widthMm: number; heightMm: number };

const packedSchema = z.object({
  cartons: z.array(
    z.object({
      cartonId: z.string(),
      name: z.string(),
      lengthMm: z.int(),
      widthMm: z.int(),
      heightMm: z.int(),
      contents: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
    }),
  ),
});
export type PackedCarton = z.infer<typeof packedSchema>["cartons"][number];
export type Parcel = Measured & { cartons: PackedCarton[] };

/** The cartons of a parcel as it was kept; none of one that was packed into something else. */
export function cartonsOf(parcel: Record<string, unknown> | null): PackedCarton[] {
  return packedSchema.safeParse(parcel).data?.cartons ?? [];
}

/**
 * A parcel as it is kept: cartons by name and size, because either may change later. A single carton says how large the
 * parcel is where nobody measured it.
 */
export function parcelOf(
  measured: Measured,
  chosen: readonly Chosen[],
  { kinds, lines }: { kinds: readonly Kind[]; lines: readonly { id: string; quantity: number }[] },
): Parcel {
  ensureWhole(chosen, lines);
  const cartons = chosen.map(({ cartonId, contents }, index) => {
    const kind = kinds.find(({ id }) => id === cartonId);
    if (kind === undefined) throw new AppError("invalid", "checkFields", { fields: { [`cartons.${index}.cartonId`]: "cartonNotFound" } });
    const { name, lengthMm, widthMm, heightMm } = kind;
    return { cartonId, name, lengthMm, widthMm, heightMm, contents };
  });
  const [only] = cartons;
  const isMeasured = measured.lengthMm !== null || measured.widthMm !== null || measured.heightMm !== null;
  if (only === undefined || cartons.length > 1 || isMeasured) return { ...measured, cartons };
  const { lengthMm, widthMm, heightMm } = only;
  return { lengthMm, widthMm, heightMm, weightGrams: measured.weightGrams, cartons };
}

/** Contents are told of all cartons or of none, and then each unit of the order is in one of them. */
function ensureWhole(chosen: readonly Chosen[], lines: readonly { id: string; quantity: number }[]): void {
  const told = chosen.flatMap(({ contents }) => contents);
  if (told.length === 0) return;
  const units = new Map<string, number>();
  for (const { lineId, quantity } of told) units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  const isWhole = units.size === lines.length && lines.every(({ id, quantity }) => units.get(id) === quantity);
  const isTold = chosen.every(({ contents }) => contents.length > 0);
  if (!isWhole || !isTold) throw new AppError("invalid", "checkFields", { fields: { cartons: "contentsDiffer" } });
}
