import type { Host, Reply } from "../host.ts";
import type { Batch, SiteSettings, WebEvent } from "../wire.ts";

type Timer = { at: number; run: () => void };

export type FakeHost = Host & {
  sent: Batch[];
  stored: Map<string, string>;
  /** Lets time pass, with everything that was to be done in it. */
  pass(ms: number): Promise<void>;
  events(): WebEvent[];
};

type Wishes = {
  settings?: Partial<SiteSettings>;
  /** How each sending is answered, one after the other; 202 once they are used up. `down` reaches nobody. */
  replies?: (Reply | "down")[];
  settingsStatus?: () => number;
  stored?: Record<string, string>;
  asksPrivacy?: boolean;
  isOnline?: () => boolean;
  likeness?: string;
};

const usual: SiteSettings = {
  consentMode: "full",
  honoursPrivacySignals: true,
  samplePercent: 100,
  maskSelectors: [],
  keptParameters: [],
};

/** A world with a clock, a network and a storage of its own. */
export function createFakeHost(wishes: Wishes = {}): FakeHost {
  let nowMs = 1_800_000_000_000;
  let ids = 0;
  let timers: Timer[] = [];
  const sent: Batch[] = [];
  const replies = [...(wishes.replies ?? [])];
  const stored = new Map(Object.entries(wishes.stored ?? {}));
  const settle = async () => {
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  };
  return {
    sent,
    stored,
    events: () => sent.flatMap(({ events }) => events),
    async pass(ms) {
      const until = nowMs + ms;
      await settle();
      for (let next = nextOf(timers, until); next !== undefined; next = nextOf(timers, until)) {
        const timer = next;
        timers = timers.filter((one) => one !== timer);
        nowMs = timer.at;
        timer.run();
        await settle();
      }
      nowMs = until;
    },
    now: () => nowMs,
    random: () => 1,
    newId: () => `id${String((ids += 1)).padStart(8, "0")}`,
    later(run, ms) {
      const timer = { at: nowMs + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    send(_url, body) {
      sent.push(JSON.parse(body) as Batch);
      const reply = replies.shift() ?? { status: 202, retryAfterMs: 0 };
      return reply === "down" ? Promise.reject(new TypeError("Failed to fetch")) : Promise.resolve(reply);
    },
    load: () => Promise.resolve({ status: wishes.settingsStatus?.() ?? 200, body: { ...usual, ...wishes.settings } }),
    store: {
      read: (name) => stored.get(name) ?? null,
      write(name, text) {
        if (text === null) stored.delete(name);
        else stored.set(name, text);
      },
    },
    isOnline: () => wishes.isOnline?.() ?? true,
    asksPrivacy: () => wishes.asksPrivacy ?? false,
    likeness: () => wishes.likeness ?? "a browser",
    page: () => ({ language: "pt-BR", timeZone: "America/Sao_Paulo", screen: { width: 390, height: 844 }, referrer: "" }),
    sha256: (text) => Promise.resolve(`hash-of-${text}`),
  };
}

function nextOf(timers: readonly Timer[], until: number): Timer | undefined {
  return timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
}
