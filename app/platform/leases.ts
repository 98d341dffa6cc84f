/** Who may work on something until when. The token grows with every claim and fences off late writers. */
export type Lease = { owner: string; token: number; expiresAtMs: number };

export type LeaseClaim = { granted: true; lease: Lease } | { granted: false; retryAfterMs: number };

export function isLeaseExpired(lease: Lease, nowMs: number): boolean {
  return nowMs >= lease.expiresAtMs;
}

/** Also the owner itself gets a new token: its earlier, perhaps lost, attempt must not write any more. */
export function claimLease(current: Lease | undefined, owner: string, nowMs: number, ttlMs: number): LeaseClaim {
  if (current && current.owner !== owner && !isLeaseExpired(current, nowMs)) {
    return { granted: false, retryAfterMs: current.expiresAtMs - nowMs };
  }
  return { granted: true, lease: { owner, token: (current?.token ?? 0) + 1, expiresAtMs: nowMs + ttlMs } };
}

/** True while the token may still write. */
export function holdsLease(current: Lease | undefined, token: number, nowMs: number): current is Lease {
  return current !== undefined && current.token === token && !isLeaseExpired(current, nowMs);
}

/** Undefined when the lease is lost: stop working. Never shortens. */
export function renewLease(current: Lease | undefined, token: number, nowMs: number, ttlMs: number): Lease | undefined {
  if (!holdsLease(current, token, nowMs)) return undefined;
  return { ...current, expiresAtMs: Math.max(current.expiresAtMs, nowMs + ttlMs) };
}

/** Keeps the token, so that the next claim grows past it. Releasing a lost lease changes nothing. */
export function releaseLease(current: Lease, token: number, nowMs: number): Lease {
  return holdsLease(current, token, nowMs) ? { ...current, expiresAtMs: nowMs } : current;
}
