import type { Detection, DetectionKind, Measure } from "./signals.ts";

export const dayMs = 24 * 3_600_000;
export const recentDays = 7;
export const usualDays = 28;

/** How much of a measure there was in the last days, and in the days before them. */
export type Counts = { subject: string; measure: Measure; recent: number; before: number };

type Rule = { kind: DetectionKind; measure: Measure; fires: (recent: number, usual: number) => boolean };
const rules: readonly Rule[] = [
  { kind: "complaints-rising", measure: "complaint", fires: (recent, usual) => recent >= 3 && recent >= 2 * usual },
  { kind: "questions-rising", measure: "question", fires: (recent, usual) => recent >= 5 && recent >= 2 * usual },
  { kind: "sales-jumped", measure: "units", fires: (recent, usual) => recent >= 10 && recent >= 3 * usual },
];

/** What is unusual: a week beside the usual week of the four before it. The same is seen once a day. */
export function detect(counts: readonly Counts[], nowMs: number): Detection[] {
  const day = new Date(nowMs).toISOString().slice(0, 10);
  return counts.flatMap(({ subject, measure, recent, before }) => {
    const usual = (before * recentDays) / usualDays;
    return rules
      .filter((rule) => rule.measure === measure && rule.fires(recent, usual))
      .map(({ kind }) => ({ key: `${kind} ${subject} ${day}`, kind, subject, recent, usual: Math.round(10 * usual) / 10, atMs: nowMs }));
  });
}
