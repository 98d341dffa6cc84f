import type { z } from "zod";
import type { batchingSchema } from "#app/domain/warehouse/waves/schemas.ts";

/** A field as text; a repeated one counts once, the last time. */
export function textOf(form: FormData, name: string): string {
  const value = form.getAll(name).at(-1);
  return typeof value === "string" ? value : "";
}

/** How orders are walked, as the fields of a form say it. */
export function batchingOfForm(form: FormData): z.input<typeof batchingSchema> {
  const kind = textOf(form, "batchingKind");
  const most = textOf(form, "batchingMost");
  if (kind === "orders" || kind === "litres") return { kind, most };
  return { kind: "each" };
}
