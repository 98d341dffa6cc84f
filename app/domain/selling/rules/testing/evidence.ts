import type { Evidence } from "#db/schema/selling.ts";

export function valueOf(evidence: Evidence | undefined, key: string): string | number | undefined {
  return evidence?.find((one) => one.key === key)?.value;
}
