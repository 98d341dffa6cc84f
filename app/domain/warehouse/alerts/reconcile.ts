import type { Detected, Finding } from "./detect.ts";

/** What is known of an alert: one that is open, or that a person has put an end to a short while ago. */
export type KnownAlert = { id: string; kind: string; lastSeenAt: number; resolvedAt: number | null };

/** What goes and comes back within this time was never over. */
export const goneForMs = 15 * 60_000;
/** Whoever ends an alert by hand does not want to hear of it again at once. */
export const quietForMs = 60 * 60_000;

export type Reconciled = { opened: Finding[]; seen: { id: string; finding: Finding }[]; resolved: string[] };

/** What becomes of a zone's alerts after one look at it: each kind is open at most once. */
export function reconcileAlerts(known: readonly KnownAlert[], { findings, judged }: Detected, nowMs: number): Reconciled {
  const result: Reconciled = { opened: [], seen: [], resolved: [] };
  const open = new Map(known.filter((one) => one.resolvedAt === null).map((one) => [one.kind, one]));
  const quiet = new Set(known.filter((one) => one.resolvedAt !== null && one.resolvedAt > nowMs - quietForMs).map((one) => one.kind));
  for (const finding of findings) {
    const one = open.get(finding.kind);
    if (one !== undefined) result.seen.push({ id: one.id, finding });
    else if (!quiet.has(finding.kind)) result.opened.push(finding);
  }
  const found = new Set<string>(findings.map(({ kind }) => kind));
  for (const kind of judged) {
    const one = open.get(kind);
    if (one !== undefined && !found.has(kind) && one.lastSeenAt <= nowMs - goneForMs) result.resolved.push(one.id);
  }
  return result;
}
