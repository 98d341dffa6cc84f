import { DurableObject } from "cloudflare:workers";
import { systemClock } from "../clock.ts";
import { msUntilFull, refund, take, type BucketState, type RateDecision, type RatePolicy } from "./token-bucket.ts";

/** The policy is kept beside the state so that the alarm knows when the bucket is full. */
type StoredBucket = { state: BucketState; policy: RatePolicy };

const bucketKey = "bucket";

/** One bucket. Stored on every change: an eviction must not hand out a second burst. */
export class RateLimiterObject extends DurableObject<Env> {
  async take(policy: RatePolicy, cost: number): Promise<RateDecision> {
    const stored = this.read();
    const { state, decision } = take(stored?.state, policy, systemClock.now(), cost);
    await this.store(stored, { state, policy }, decision.resetAfterMs);
    return decision;
  }

  async refund(policy: RatePolicy, cost: number): Promise<void> {
    const stored = this.read();
    // Without a stored bucket it is full, and there is nothing to give back.
    if (stored) await this.store(stored, { state: refund(stored.state, policy, systemClock.now(), cost), policy }, 0);
  }

  /** A full bucket is the same as none: forget it, so that idle keys cost nothing. */
  override async alarm(): Promise<void> {
    const stored = this.read();
    const fullInMs = stored ? msUntilFull(stored.state, stored.policy, systemClock.now()) : 0;
    if (fullInMs > 0) await this.ctx.storage.setAlarm(systemClock.now() + fullInMs);
    else await this.ctx.storage.deleteAll();
  }

  private read(): StoredBucket | undefined {
    return this.ctx.storage.kv.get<StoredBucket>(bucketKey);
  }

  private async store(before: StoredBucket | undefined, bucket: StoredBucket, fullInMs: number): Promise<void> {
    this.ctx.storage.kv.put(bucketKey, bucket);
    // One alarm follows a bucket all along and moves itself: setting it anew would double the writes.
    if (!before) await this.ctx.storage.setAlarm(systemClock.now() + fullInMs);
  }
}
