import type { CallRecord, ProviderHealth, Settlement } from "#app/domain/ai/governor.ts";
import type { Attempt, AttemptOutcome, CallOutcome } from "#app/domain/ai/kinds.ts";
import { costMicroUsd, type TokenUse } from "#app/domain/ai/prices.ts";
import type { Purpose } from "#app/domain/ai/purposes.ts";
import type { Logger } from "#app/platform/logging/logger.ts";
import type { KnownCatalog } from "./catalogs.ts";
import { type Failure, verdictOf } from "./judge-failure.ts";
import type { About, House } from "./house.ts";
import type { Candidate } from "./route.ts";

/** How a call ended, for the books. `use` undefined: nobody told what it took, so the most it can have been is charged. */
type End = { outcome: CallOutcome; candidate: Candidate | undefined; use?: TokenUse | undefined; isFree?: boolean };

const noTokens: TokenUse = { inputTokens: 0, cachedTokens: 0, outputTokens: 0 };
/** How much longer a lease lasts than the call may take. */
const leaseMarginMs = 30_000;

/** One question on its way: who was tried, what that cost, and what is put aside for it. */
export class Call {
  readonly id: string;
  readonly purpose: Purpose;
  readonly about: About;
  readonly startedAtMs: number;
  readonly most: Pick<TokenUse, "inputTokens" | "outputTokens">;
  readonly attempts: Attempt[] = [];
  known: KnownCatalog;
  answerKey: string | null = null;
  /** Put aside at the budget; undefined before. */
  heldMicroUsd: number | undefined = undefined;
  /** Of that, what attempts that failed may have cost all the same. */
  usedUpMicroUsd = 0;
  firstByteMs: number | null = null;
  readonly #house: House;
  readonly #health = new Map<string, ProviderHealth>();
  #isOver = false;

  constructor(house: House, about: About, asked: Pick<Call, "purpose" | "most" | "known">) {
    this.#house = house;
    this.about = about;
    this.id = house.ids.next("aic");
    this.startedAtMs = house.clock.now();
    this.purpose = asked.purpose;
    this.most = asked.most;
    this.known = asked.known;
  }

  get leaseMs(): number {
    return this.#house.patience.totalMs + leaseMarginMs;
  }

  leftMs(): number {
    return this.startedAtMs + this.#house.patience.totalMs - this.#house.clock.now();
  }

  noteAttempt({ provider, model }: Candidate, outcome: AttemptOutcome, startedAtMs: number, status?: number): void {
    const latencyMs = this.#house.clock.now() - startedAtMs;
    this.attempts.push({
      providerId: provider.id,
      provider: provider.kind,
      model,
      outcome,
      latencyMs,
      ...(status === undefined ? {} : { status }),
    });
    if (outcome === "answered") this.#health.set(provider.id, { providerId: provider.id, isWell: true });
  }

  /** An attempt that failed, and what it may have cost all the same. */
  noteFailure(candidate: Candidate, failure: Failure, startedAtMs: number, use?: TokenUse): void {
    this.noteAttempt(candidate, failure.outcome, startedAtMs, failure.status);
    const { mayCost, isUnwell } = verdictOf(failure);
    if (use !== undefined) this.usedUpMicroUsd += costMicroUsd(candidate.price, use);
    else if (mayCost) this.usedUpMicroUsd += candidate.amountMicroUsd;
    const providerId = candidate.provider.id;
    if (!isUnwell) this.#health.set(providerId, { providerId, isWell: true });
    else {
      const { retryAfterMs } = failure;
      const wait = retryAfterMs === undefined ? {} : { retryAtMs: this.#house.clock.now() + retryAfterMs };
      this.#health.set(providerId, { providerId, isWell: false, ...wait });
    }
  }

  /** Books the end once; whatever is heard afterwards changes nothing. Only who has to find the answer again waits for it. */
  end(end: End, answer?: string): void {
    const keep = answer === undefined || this.answerKey === null ? null : { key: this.answerKey, answer };
    this.#book(this.#record(end), keep);
  }

  /** An answer that was kept: nothing is paid, and the log says so. */
  endFromCache({ provider, model }: { provider: string; model: string }): void {
    const record = this.#record({ outcome: "answered", candidate: undefined, isFree: true });
    this.#book({ ...record, source: "cache", provider, model }, null);
  }

  #book(record: CallRecord, keep: Settlement["keep"]): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { logger, defer } = this.#house;
    const heard = this.#tell(record, keep).catch((error: unknown) =>
      logger.error({ event: "unexpected.error", where: "ai-budget", error }),
    );
    this.about.onEnd?.(heard);
    defer(heard);
  }

  /** Begins when whoever asked has the answer: the budget's work and ours would else be done before it leaves. */
  async #tell(record: CallRecord, keep: Settlement["keep"]): Promise<void> {
    const { governor, logger, sleep } = this.#house;
    const { workspaceId } = this.about.asker;
    await sleep(0);
    if (record.source !== "cache") this.#log(record, logger);
    if (this.heldMicroUsd === undefined) await governor.note(workspaceId, record);
    else await governor.settle(workspaceId, { record, health: [...this.#health.values()], keep });
  }

  #log({ outcome, provider, model, attempts, costMicroUsd: cost, latencyMs: durationMs }: CallRecord, logger: Logger): void {
    const { id: callId, purpose } = this;
    logger.info({
      event: "ai.call",
      callId,
      purpose,
      outcome,
      provider,
      model,
      attempts: attempts.length,
      costMicroUsd: cost,
      durationMs,
    });
  }

  #record({ outcome, candidate, use, isFree = false }: End): CallRecord {
    const { asker, prompt } = this.about;
    const isEstimated = candidate !== undefined && use === undefined && !isFree;
    const tokens = use ?? (isEstimated ? { ...this.most, cachedTokens: 0 } : noTokens);
    const cost = candidate === undefined || isFree ? 0 : costMicroUsd(candidate.price, tokens);
    const last = this.attempts.at(-1);
    return {
      id: this.id,
      payer: { kind: asker.stamp.kind, id: asker.stamp.id, label: asker.stamp.label },
      runId: asker.runId ?? null,
      requestId: asker.requestId,
      purpose: this.purpose,
      promptName: prompt.name,
      promptVersion: prompt.version,
      source: outcome === "answered" || outcome === "cut" ? "model" : "rules",
      outcome,
      attempts: this.attempts,
      provider: candidate?.provider.kind ?? last?.provider ?? "",
      providerId: candidate?.provider.id ?? last?.providerId ?? "",
      model: candidate?.model ?? last?.model ?? "",
      ...tokens,
      isEstimated,
      costMicroUsd: this.usedUpMicroUsd + cost,
      priceDay: candidate?.price.fromDay ?? null,
      firstByteMs: this.firstByteMs,
      latencyMs: this.#house.clock.now() - this.startedAtMs,
      askedAt: this.startedAtMs,
    };
  }
}
