import { DurableObject } from "cloudflare:workers";
import { announceBudget } from "#app/domain/ai/announce-budget.server.ts";
import { type Account, accountKey, accountsOf, Ledger, levelOf, limitOf, periodOf, type Payer } from "#app/domain/ai/budget.ts";
import type { CallRecord, ProviderHealth, ReserveAnswer, ReserveAsk, Settlement } from "#app/domain/ai/governor.ts";
import { type BudgetSettings, readBudgetSettings } from "#app/domain/ai/read-budget-settings.server.ts";
import { recordCalls } from "#app/domain/ai/record-calls.server.ts";
import type { BudgetStatus, ProviderCircuit } from "#app/domain/ai/ports.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { systemClock } from "#app/platform/clock.ts";
import { afterFailure, afterSuccess, breakerState, closedBreaker, type KeptBreakerPolicy } from "#app/platform/kept-breaker.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import { openBudgetStore } from "#party/ai-budget/storage.server.ts";
import { shownBudget } from "./ai-budget.server.ts";
import { contextForObject, createDeps } from "./context.server.ts";

const breakerPolicy: KeptBreakerPolicy = { threshold: 3, openMs: 15_000, longestMs: 5 * 60_000 };
/** While one call tries a provider whose circuit was open, the others go on without it. */
const probeMs = 20_000;
const tellAfterMs = 1_000;
const retryMs = 15_000;
const callsAtOnce = 1_000;
/** Ends that are told within this time are written down together: one write to disk for all of them. Nobody waits for it. */
const togetherMs = 20;
/** A change of settings nobody told of is seen after this. */
const settingsAgeMs = 60_000;
const answerKeptMs = 24 * 3_600_000;
const longestAnswer = 64_000;

/**
 * One object a workspace, the only place its spending on models is decided: it thinks about one call at a time, and what it
 * decided is written down before anybody hears of it. Circuits of providers are kept here too, so that all see the same.
 */
export class AiBudgetObject extends DurableObject<Env> {
  readonly #store = openBudgetStore(this.ctx.storage.sql);
  readonly #ledger = new Ledger(this.#store.ledger, systemClock);
  readonly #breakers = this.#store.breakers.all();
  /** Until when a provider asked not to be asked. */
  readonly #waits = new Map<string, number>();
  #willWake = false;
  readonly #ends: Settlement[] = [];
  #booking: Promise<void> | undefined;
  #settings: { value: BudgetSettings; readAtMs: number } | undefined;
  #reading: Promise<BudgetSettings> | undefined;

  async reserve(workspaceId: string, ask: ReserveAsk): Promise<ReserveAnswer> {
    const settings = await this.#currentSettings(workspaceId);
    const settingsVersion = this.#settingsVersion();
    if (ask.settingsVersion !== settingsVersion) return { kind: "stale", settingsVersion };
    const now = systemClock.now();
    const known = ask.answerKey === null ? undefined : this.#store.answers.get(ask.answerKey, now);
    if (known !== undefined) return { kind: "known", answer: known };
    const spared = ask.candidates.map(({ providerId }) => providerId).filter((id) => this.#circuit(id) === "open");
    const first = ask.candidates.find(({ providerId }) => !spared.includes(providerId));
    if (first === undefined) return { kind: "spared" };
    const { callId: id, payer, leaseMs } = ask;
    const { caps, timeZone } = settings;
    const result = this.#ledger.reserve({ id, payer, amountMicroUsd: first.amountMicroUsd, leaseMs, caps, timeZone });
    if (!result.isGranted) {
      if (!result.isTemporary && this.#tell(result.account, result.limitMicroUsd, "blocked")) await this.#wakeSoon();
      return { kind: "refused", scope: result.account.scope, window: result.account.window };
    }
    if (this.#circuit(first.providerId) === "half-open") this.#probe(first.providerId, now);
    return { kind: "granted", amountMicroUsd: first.amountMicroUsd, spared };
  }

  async raise(workspaceId: string, ask: { callId: string; payer: Payer; amountMicroUsd: number; leaseMs: number }): Promise<boolean> {
    const { caps, timeZone } = await this.#currentSettings(workspaceId);
    return this.#ledger.reserve({ id: ask.callId, ...ask, caps, timeZone }).isGranted;
  }

  async settle(workspaceId: string, settlement: Settlement): Promise<void> {
    this.#ends.push(settlement);
    this.#booking ??= systemSleep(togetherMs).then(() => this.#bookAll(workspaceId));
    return this.#booking;
  }

  async #bookAll(workspaceId: string): Promise<void> {
    this.#booking = undefined;
    const settings = await this.#currentSettings(workspaceId);
    const ends = this.#ends.splice(0);
    this.#store.together(() => {
      for (const end of ends) this.#book(settings, end);
    });
    await this.#wakeSoon();
  }

  #book(settings: BudgetSettings, { record, health, keep }: Settlement): void {
    const now = systemClock.now();
    const hold = this.#ledger.settle(record.id, record.costMicroUsd);
    if (hold === undefined) return;
    for (const one of health) this.#heard(one, now);
    if (keep !== null && keep.answer.length <= longestAnswer) this.#store.answers.put(keep.key, keep.answer, now + answerKeptMs);
    for (const account of accountsOf(hold.payer, hold)) {
      const limitMicroUsd = limitOf(settings.caps, account);
      const level =
        limitMicroUsd === undefined ? "open" : levelOf(this.#ledger.stateOf(account, limitMicroUsd).spentMicroUsd, limitMicroUsd);
      if (limitMicroUsd !== undefined && level !== "open") this.#tell(account, limitMicroUsd, level);
    }
    this.#log(record, hold.day);
  }

  async note(workspaceId: string, record: CallRecord): Promise<void> {
    const { timeZone } = await this.#currentSettings(workspaceId);
    this.#log(record, periodOf(record.askedAt, timeZone).day);
    await this.#wakeSoon();
  }

  async status(workspaceId: string): Promise<BudgetStatus> {
    const settings = await this.#currentSettings(workspaceId);
    this.#ledger.sweep();
    return this.#statusBy(settings);
  }

  /** The settings are read anew, and whoever chose models by older ones has to choose again. */
  settingsChanged(): void {
    this.ctx.storage.kv.put("settings-version", this.#settingsVersion() + 1);
    this.#settings = undefined;
    this.#reading = undefined;
  }

  /** Carries what was booked to the database that pages read, and a copy of the sums to where every page finds them. */
  override async alarm(): Promise<void> {
    this.#willWake = false;
    const workspaceId = this.ctx.storage.kv.get<string>("workspace");
    if (workspaceId === undefined) return;
    try {
      await this.#carry(workspaceId);
    } catch (error) {
      this.#services(workspaceId).logger.warn({ event: "ai.books-wait", error });
      await this.ctx.storage.setAlarm(systemClock.now() + retryMs);
    }
  }

  async #carry(workspaceId: string): Promise<void> {
    const { log, answers } = this.#store;
    const services = this.#services(workspaceId);
    const calls = log.calls(callsAtOnce);
    const days = log.untoldDays();
    if (calls.length > 0 || days.length > 0) await recordCalls(services, { calls: calls.map(({ record }) => record), days });
    for (const day of days) log.dayTold(day);
    const last = calls.at(-1);
    if (last !== undefined) log.removeCalls(last.seq);
    for (const { key, notice } of log.untoldNotices()) {
      await announceBudget(services, notice);
      log.noticeTold(key);
    }
    answers.forgetOld(systemClock.now());
    log.forgetOldPeriods();
    await shownBudget(this.env.KV).put(workspaceId, { ...(await this.status(workspaceId)), copiedAtMs: systemClock.now() });
    if (log.hasNews()) await this.#wakeSoon();
  }

  #statusBy({ caps, timeZone, providerIds }: BudgetSettings): BudgetStatus {
    const period = periodOf(systemClock.now(), timeZone);
    const named = caps.filter(({ subjectId }) => subjectId !== "").map(({ scope, subjectId }) => ({ kind: scope, id: subjectId }));
    const accounts = [{ kind: "system", id: "" }, ...named].flatMap((payer) => accountsOf(payer, period));
    const byKey = new Map(accounts.map((account) => [`${account.scope} ${account.subjectId} ${account.window}`, account]));
    const states = [...byKey.values()].flatMap((account) => {
      const limitMicroUsd = limitOf(caps, account);
      return limitMicroUsd === undefined ? [] : [this.#ledger.stateOf(account, limitMicroUsd)];
    });
    const circuits = providerIds.map((id): ProviderCircuit => ({ providerId: id, state: this.#circuit(id) }));
    return { ...period, caps: states, circuits, callsUnderWay: this.#ledger.callsUnderWay() };
  }

  #log(record: CallRecord, day: string): void {
    const { payer, purpose, provider, model, inputTokens, cachedTokens, outputTokens, costMicroUsd, askedAt } = record;
    this.#store.log.addCall(record);
    this.#store.log.countDay({
      day,
      askerKind: payer.kind,
      askerId: payer.id,
      askerLabel: payer.label,
      purpose,
      provider,
      model,
      calls: 1,
      rulesAnswers: record.source === "rules" ? 1 : 0,
      inputTokens,
      cachedTokens,
      outputTokens,
      costMicroUsd,
      countedUntil: askedAt,
    });
  }

  /** Whether it is news. */
  #tell(account: Account, limitMicroUsd: number, level: "warned" | "blocked"): boolean {
    const { scope, subjectId, window } = account;
    return this.#store.log.addNotice(`${accountKey(account)} ${level}`, { scope, subjectId, window, level, limitMicroUsd });
  }

  #circuit(providerId: string) {
    const now = systemClock.now();
    if ((this.#waits.get(providerId) ?? 0) > now) return "open";
    return breakerState(this.#breakers.get(providerId) ?? closedBreaker, now);
  }

  #probe(providerId: string, nowMs: number): void {
    const breaker = this.#breakers.get(providerId) ?? closedBreaker;
    this.#keepBreaker(providerId, { ...breaker, openUntilMs: nowMs + probeMs });
  }

  #heard({ providerId, isWell, retryAtMs }: ProviderHealth, nowMs: number): void {
    const before = this.#breakers.get(providerId) ?? closedBreaker;
    if (retryAtMs !== undefined) this.#waits.set(providerId, retryAtMs);
    if (!isWell) this.#keepBreaker(providerId, afterFailure(before, breakerPolicy, nowMs));
    else if (before.failures > 0 || before.openUntilMs !== null) this.#keepBreaker(providerId, afterSuccess());
  }

  #keepBreaker(providerId: string, breaker: typeof closedBreaker): void {
    this.#breakers.set(providerId, breaker);
    this.#store.breakers.put(providerId, breaker);
  }

  async #currentSettings(workspaceId: string): Promise<BudgetSettings> {
    const known = this.#settings;
    if (known !== undefined && systemClock.now() - known.readAtMs < settingsAgeMs) return known.value;
    this.#reading ??= this.#readSettings(workspaceId);
    if (known === undefined) return this.#reading;
    // Nobody waits for a look at what has most likely not changed; if it fails, the next call looks again.
    this.ctx.waitUntil(this.#reading.catch(() => undefined));
    return known.value;
  }

  async #readSettings(workspaceId: string): Promise<BudgetSettings> {
    const version = this.#settingsVersion();
    try {
      if (this.ctx.storage.kv.get("workspace") === undefined) this.ctx.storage.kv.put("workspace", workspaceId);
      const value = await readBudgetSettings(this.#services(workspaceId));
      if (version !== this.#settingsVersion()) return await this.#readSettings(workspaceId);
      const before = this.ctx.storage.kv.get<string>("settings-print");
      if (before !== value.print) {
        this.ctx.storage.kv.put("settings-print", value.print);
        this.ctx.storage.kv.put("settings-version", version + 1);
      }
      this.#settings = { value, readAtMs: systemClock.now() };
      return value;
    } finally {
      this.#reading = undefined;
    }
  }

  #settingsVersion(): number {
    return this.ctx.storage.kv.get<number>("settings-version") ?? 1;
  }

  #services(workspaceId: string): ServiceContext {
    return contextForObject(createDeps(this.env, this.ctx), "ai-budget", workspaceId);
  }

  async #wakeSoon(): Promise<void> {
    if (this.#willWake) return;
    this.#willWake = true;
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(systemClock.now() + tellAfterMs);
  }
}
