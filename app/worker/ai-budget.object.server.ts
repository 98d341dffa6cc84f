import { DurableObject } from "cloudflare:workers";
import { announceBudget } from "#app/domain/ai/announce-budget.server.ts";
import { type Account, accountKey, accountsOf, levelOf, limitOf, periodOf, type Payer } from "#app/domain/ai/budget.ts";
import type { CallRecord, ProviderHealth, ReserveAnswer, ReserveAsk, Settlement } from "#app/domain/ai/governor.ts";
import { Ledger } from "#app/domain/ai/ledger.ts";
import { type BudgetSettings, readBudgetSettings } from "#app/domain/ai/read-budget-settings.server.ts";
import { recordCalls } from "#app/domain/ai/record-calls.server.ts";
import type { BudgetStatus, ProviderCircuit } from "#app/domain/ai/ports.ts";
import { type BookedCall, sumDays } from "#app/domain/ai/sum-days.ts";
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
/** What happens within this time is written down together: one write to disk for all of it. Nobody who asks waits for it. */
const togetherMs = 250;
/** After so long an advance nobody asks of is given back. */
const giveBackAfterMs = 5_000;
/** For so long it is remembered that an end was written down, for callers who did not hear it and tell it again. */
const endedKeptMs = 10 * 60_000;
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
  #wakesAtMs: number | undefined;
  /** What ended and is not written down yet. */
  readonly #booked: BookedCall[] = [];
  readonly #spentOf = new Map<string, Account>();
  #writing: Promise<void> | undefined;
  #carrying: Promise<void> | undefined;
  #version = this.ctx.storage.kv.get<number>("settings-version") ?? 1;
  #settings: { value: BudgetSettings; readAtMs: number } | undefined;
  #reading: Promise<BudgetSettings> | undefined;

  async reserve(workspaceId: string, ask: ReserveAsk): Promise<ReserveAnswer> {
    const settings = await this.#currentSettings(workspaceId);
    const settingsVersion = this.#version;
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
    this.#writeSoon(workspaceId).catch(() => undefined);
    return { kind: "granted", amountMicroUsd: first.amountMicroUsd, spared };
  }

  async raise(workspaceId: string, ask: { callId: string; payer: Payer; amountMicroUsd: number; leaseMs: number }): Promise<boolean> {
    const { caps, timeZone } = await this.#currentSettings(workspaceId);
    return this.#ledger.reserve({ id: ask.callId, ...ask, caps, timeZone }).isGranted;
  }

  /** Answered once it is on disk: whoever hears nothing tells it again. */
  async settle(workspaceId: string, { record, health, keep }: Settlement): Promise<void> {
    const settings = await this.#currentSettings(workspaceId);
    const hold = this.#ledger.settle(record.id, record.costMicroUsd);
    if (hold === undefined && !this.#isNews(record)) return this.#writeSoon(workspaceId);
    const now = systemClock.now();
    for (const one of health) this.#heard(one, now);
    if (keep !== null && keep.answer.length <= longestAnswer) this.#store.answers.put(keep.key, keep.answer, now + answerKeptMs);
    const period = hold ?? periodOf(record.askedAt, settings.timeZone);
    for (const account of accountsOf(record.payer, period)) this.#spentOf.set(accountKey(account), account);
    this.#booked.push({ record, day: period.day });
    return this.#writeSoon(workspaceId);
  }

  /** A life that ended let it through from an advance, which pays for it: it is not in the books, but belongs into the log. */
  #isNews({ id, askedAt }: CallRecord): boolean {
    if (systemClock.now() - askedAt > endedKeptMs || this.#booked.some(({ record }) => record.id === id)) return false;
    return !this.#store.log.hasEnded(id);
  }

  #writeSoon(workspaceId: string): Promise<void> {
    this.#writing ??= systemSleep(togetherMs).then(() => this.#write(workspaceId));
    return this.#writing;
  }

  /** From here to the end of the first block nothing is waited for, so that all of it is on disk or none. */
  async #write(workspaceId: string): Promise<void> {
    this.#writing = undefined;
    const settings = await this.#currentSettings(workspaceId);
    this.#ledger.write();
    const booked = this.#booked.splice(0);
    if (booked.length > 0) {
      const { log } = this.#store;
      log.addCalls(booked.map(({ record }) => record));
      log.noteEnded(
        booked.map(({ record }) => record.id),
        systemClock.now(),
      );
      for (const day of sumDays(booked)) log.countDay(day);
      this.#tellLevels(settings);
    }
    await this.#wakeSoon();
  }

  #tellLevels({ caps }: BudgetSettings): void {
    for (const account of this.#spentOf.values()) {
      const limitMicroUsd = limitOf(caps, account);
      if (limitMicroUsd === undefined) continue;
      const level = levelOf(this.#ledger.stateOf(account, limitMicroUsd).spentMicroUsd, limitMicroUsd);
      if (level !== "open") this.#tell(account, limitMicroUsd, level);
    }
    this.#spentOf.clear();
  }

  async note(workspaceId: string, record: CallRecord): Promise<void> {
    const { timeZone } = await this.#currentSettings(workspaceId);
    this.#booked.push({ record, day: periodOf(record.askedAt, timeZone).day });
    return this.#writeSoon(workspaceId);
  }

  async status(workspaceId: string): Promise<BudgetStatus> {
    const settings = await this.#currentSettings(workspaceId);
    this.#ledger.sweep();
    return this.#statusBy(settings);
  }

  /** For whoever looks for a call that has just ended: what is not written down yet is, and all of it is carried on. */
  async tellCalls(workspaceId: string): Promise<void> {
    await this.#writing;
    await this.#carrying?.catch(() => undefined);
    await this.#carryOnce(workspaceId);
  }

  /** The settings are read anew, and whoever chose models by older ones has to choose again. */
  settingsChanged(): void {
    this.#newVersion();
    this.#settings = undefined;
    this.#reading = undefined;
  }

  /** Carries what was booked to the database that pages read, and a copy of the sums to where every page finds them. */
  override async alarm(): Promise<void> {
    this.#wakesAtMs = undefined;
    const workspaceId = this.ctx.storage.kv.get<string>("workspace");
    if (workspaceId === undefined) return;
    this.#ledger.write();
    try {
      await this.#carryOnce(workspaceId);
    } catch (error) {
      this.#services(workspaceId).logger.warn({ event: "ai.books-wait", error });
      await this.ctx.storage.setAlarm(systemClock.now() + retryMs);
    }
  }

  /** Never twice at the same time: news would be announced by both. */
  #carryOnce(workspaceId: string): Promise<void> {
    this.#carrying ??= this.#carry(workspaceId).finally(() => {
      this.#carrying = undefined;
    });
    return this.#carrying;
  }

  async #carry(workspaceId: string): Promise<void> {
    const { log, answers } = this.#store;
    const services = this.#services(workspaceId);
    const calls = log.calls(callsAtOnce);
    const days = log.untoldDays();
    if (calls.length > 0 || days.length > 0) await recordCalls(services, { calls: calls.flatMap(({ records }) => records), days });
    for (const day of days) log.dayTold(day);
    const last = calls.at(-1);
    if (last !== undefined) log.removeCalls(last.seq);
    for (const { key, notice } of log.untoldNotices()) {
      await announceBudget(services, notice);
      log.noticeTold(key);
    }
    const now = systemClock.now();
    answers.forgetOld(now);
    log.forgetEnded(now - endedKeptMs);
    log.forgetOldPeriods();
    await shownBudget(this.env.KV).put(workspaceId, { ...(await this.status(workspaceId)), copiedAtMs: systemClock.now() });
    if (log.hasNews()) await this.#wakeSoon();
    else if (this.#ledger.hasAdvances()) await this.#wakeSoon(giveBackAfterMs);
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
    const version = this.#version;
    try {
      if (this.ctx.storage.kv.get("workspace") === undefined) this.ctx.storage.kv.put("workspace", workspaceId);
      const value = await readBudgetSettings(this.#services(workspaceId));
      if (version !== this.#version) return await this.#readSettings(workspaceId);
      const before = this.ctx.storage.kv.get<string>("settings-print");
      if (before !== value.print) {
        this.ctx.storage.kv.put("settings-print", value.print);
        this.#newVersion();
      }
      this.#settings = { value, readAtMs: systemClock.now() };
      return value;
    } finally {
      this.#reading = undefined;
    }
  }

  #newVersion(): void {
    this.#version += 1;
    this.ctx.storage.kv.put("settings-version", this.#version);
  }

  #services(workspaceId: string): ServiceContext {
    return contextForObject(createDeps(this.env, this.ctx), "ai-budget", workspaceId);
  }

  async #wakeSoon(afterMs = tellAfterMs): Promise<void> {
    const atMs = systemClock.now() + afterMs;
    if (this.#wakesAtMs !== undefined && this.#wakesAtMs <= atMs) return;
    this.#wakesAtMs = atMs;
    const setAtMs = await this.ctx.storage.getAlarm();
    if (setAtMs === null || setAtMs > atMs) await this.ctx.storage.setAlarm(atMs);
  }
}
