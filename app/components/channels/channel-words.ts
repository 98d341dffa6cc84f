const problems = ["grantEnded", "revoked", "accountSuspended"] as const;
const faults = [
  "throttled",
  "quota",
  "unavailable",
  "malformed",
  "token-expired",
  "grant-ended",
  "denied",
  "rejected",
  "place-lost",
  "incomplete",
  "interrupted",
] as const;

/** Codes come from the database: an unknown one still has a text. */
export function problemKey(problem: string | null): (typeof problems)[number] | "unknown" {
  return problems.find((known) => known === problem) ?? "unknown";
}

export function faultKey(fault: string): (typeof faults)[number] | "unexpected" {
  return faults.find((known) => known === fault) ?? "unexpected";
}
