import fc from "fast-check";
import { expect, test } from "vitest";
import { claimLease, holdsLease, isLeaseExpired, releaseLease, renewLease, type Lease } from "./leases.ts";

test("a held lease is refused to others with the time left, and granted once it expired", () => {
  const lease: Lease = { owner: "a", token: 1, expiresAtMs: 1_000 };
  expect(claimLease(lease, "b", 400, 1_000)).toEqual({ granted: false, retryAfterMs: 600 });
  expect(isLeaseExpired(lease, 1_000)).toBe(true);
  expect(claimLease(lease, "b", 1_000, 500)).toEqual({ granted: true, lease: { owner: "b", token: 2, expiresAtMs: 1_500 } });
});

test("a renewal keeps the token; a lost lease cannot be renewed", () => {
  const lease: Lease = { owner: "a", token: 3, expiresAtMs: 1_000 };
  expect(renewLease(lease, 3, 900, 500)).toEqual({ owner: "a", token: 3, expiresAtMs: 1_400 });
  expect(renewLease(lease, 3, 100, 500)?.expiresAtMs).toBe(1_000);
  expect(renewLease(lease, 2, 900, 500)).toBeUndefined();
  expect(renewLease(lease, 3, 1_000, 500)).toBeUndefined();
  expect(renewLease(undefined, 1, 0, 500)).toBeUndefined();
});

test("a release frees at once and the next claim still gets a higher token", () => {
  const lease: Lease = { owner: "a", token: 3, expiresAtMs: 1_000 };
  const released = releaseLease(lease, 3, 200);
  expect(claimLease(released, "b", 200, 100)).toMatchObject({ granted: true, lease: { token: 4 } });
  expect(releaseLease(lease, 2, 200)).toBe(lease);
});

test("of all tokens ever granted at most one may write, and it is the newest", () => {
  const step = fc.record({
    action: fc.constantFrom("claim", "renew", "release"),
    owner: fc.constantFrom("a", "b", "c"),
    stepMs: fc.integer({ min: 0, max: 80 }),
    ttlMs: fc.integer({ min: 1, max: 100 }),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let lease: Lease | undefined;
      let nowMs = 0;
      const tokens: { owner: string; token: number }[] = [];
      for (const { action, owner, stepMs, ttlMs } of steps) {
        nowMs += stepMs;
        const own = tokens.findLast((granted) => granted.owner === owner)?.token ?? 0;
        if (action === "claim") {
          const claim = claimLease(lease, owner, nowMs, ttlMs);
          if (claim.granted) {
            lease = claim.lease;
            tokens.push({ owner, token: claim.lease.token });
          }
        }
        if (action === "renew") lease = renewLease(lease, own, nowMs, ttlMs) ?? lease;
        if (action === "release" && lease) lease = releaseLease(lease, own, nowMs);
        const writers = tokens.filter(({ token }) => holdsLease(lease, token, nowMs));
        expect(writers).toEqual(writers.length === 0 ? [] : [tokens.at(-1)]);
      }
      expect(tokens.map(({ token }) => token)).toEqual(tokens.map((_, index) => index + 1));
    }),
  );
});
