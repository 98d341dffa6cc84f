import { readGs1Day } from "./gs1-date.ts";
import type { Gs1Element } from "./gs1-elements.ts";
import { ruleOf } from "./gs1-table.ts";

/** A measure without a floating point: 1250 with 3 decimals is 1.250. */
export type Gs1Weight = { amount: number; decimals: number; unit: "kg" | "lb" };

/** What a floor asks of GS1 data. Days are written as in "2026-02-28". All other elements stay in `elements`. */
export type Gs1Details = {
  gtin: string | null;
  contentGtin: string | null;
  sscc: string | null;
  lot: string | null;
  serial: string | null;
  producedOn: string | null;
  packedOn: string | null;
  bestBeforeOn: string | null;
  expiresOn: string | null;
  /** How many articles: the count of a variable trade item, or of what a plate holds. */
  count: number | null;
  netWeight: Gs1Weight | null;
  elements: readonly Gs1Element[];
};

const weightUnits = [
  { prefix: "310", unit: "kg" },
  { prefix: "320", unit: "lb" },
] as const;

export function gs1Details(elements: readonly Gs1Element[], thisYear: number): Gs1Details {
  const valueOf = (ai: string) => elements.find((one) => one.ai === ai)?.value;
  const dayOf = (ai: string) => readGs1Day((valueOf(ai) ?? "").slice(0, 6), thisYear) ?? null;
  const count = valueOf("37") ?? valueOf("30");
  return {
    gtin: valueOf("01") ?? valueOf("8006")?.slice(0, 14) ?? null,
    contentGtin: valueOf("02") ?? null,
    sscc: valueOf("00") ?? null,
    lot: valueOf("10") ?? null,
    serial: valueOf("21") ?? null,
    producedOn: dayOf("11") ?? dayOf("8008"),
    packedOn: dayOf("13"),
    bestBeforeOn: dayOf("15"),
    expiresOn: dayOf("17") ?? dayOf("7003"),
    count: count === undefined ? null : Number(count),
    netWeight: weightOf(elements),
    elements,
  };
}

function weightOf(elements: readonly Gs1Element[]): Gs1Weight | null {
  for (const { prefix, unit } of weightUnits) {
    const weight = elements.find(({ ai }) => ai.length === 4 && ai.startsWith(prefix));
    if (weight !== undefined) return { amount: Number(weight.value), decimals: ruleOf(weight.ai)?.decimals ?? 0, unit };
  }
  return null;
}
