import { z } from "zod";
import type { Locale } from "#app/i18n/locales.ts";
import { type CostLine, decodeSheet, type LineProblem, readCostLines } from "./cost-lines.ts";

/** Costs come back as they were shown; the verb refuses what is none. */
const shownCosts = z.array(z.object({ sku: z.string(), costCents: z.number().nullable() })).catch([]);

/** `undo` sets costs like `set`, and is told differently afterwards. */
export type CostStep =
  | { step: "check"; costs: CostLine[]; problems: LineProblem[]; typed: string }
  | { step: "set" | "undo"; costs: z.infer<typeof shownCosts>; typed: string };

/** What the page posts: lines that were typed or uploaded, or costs that were shown and are to be set. The verb checks the latter. */
export async function readCostForm(request: Request, sheet: { locale: Locale; currency: string }): Promise<CostStep> {
  const form = await request.formData().catch(() => new FormData());
  const step = form.get("step");
  if (step === "set" || step === "undo") return { step, costs: shownCosts.parse(readJson(form.get("costs"))), typed: "" };
  const file = form.get("file");
  const lines = form.get("lines");
  const typed = typeof lines === "string" ? lines : "";
  const text = file instanceof File && file.size > 0 ? decodeSheet(await file.arrayBuffer()) : typed;
  return { step: "check", ...readCostLines(text, sheet), typed };
}

function readJson(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
