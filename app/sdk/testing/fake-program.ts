import type { Batch } from "../wire.ts";

type Timer = { at: number; run: () => void };

/** A clock, a network and a device for a program; how it tells of itself is each adapter's own. */
export function createFakeProgram(settings: object = {}) {
  let nowMs = 1_800_000_000_000;
  let drawn = 0;
  let timers: Timer[] = [];
  const sent: Batch[] = [];
  const settle = async () => {
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  };
  const told = { consentMode: "full", honoursPrivacySignals: true, samplePercent: 100, maskSelectors: [], keptParameters: [], ...settings };
  const answer: typeof fetch = (_url, init) => {
    if (typeof init?.body !== "string") return Promise.resolve(Response.json(told));
    sent.push(JSON.parse(init.body) as Batch);
    return Promise.resolve(new Response(null, { status: 202 }));
  };
  return {
    sent,
    events: () => sent.flatMap(({ events }) => events),
    async pass(ms: number) {
      const until = nowMs + ms;
      await settle();
      for (;;) {
        const timer = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (timer === undefined) break;
        timers = timers.filter((one) => one !== timer);
        nowMs = timer.at;
        timer.run();
        await settle();
      }
      nowMs = until;
    },
    parts: {
      fetch: answer,
      now: () => nowMs,
      random: () => ((drawn += 1) % 97) / 97,
      later: (run: () => void, ms: number) => {
        const timer = { at: nowMs + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
      device: { language: "pt-BR", timeZone: "America/Sao_Paulo", width: 390.5, height: 844, likeness: "a phone" },
    },
  };
}
