import { expect, test } from "vitest";
import { cleanText } from "../text/clean-text.ts";
import { agentFlags, readDevice } from "./device.ts";
import { judgeEvents, mayKnowAgain, whyWithheld } from "./judge-batch.ts";

const now = 1_800_000_000_000;
const dayMs = 24 * 3_600_000;
const event = { id: "e1", type: "page", at: now, path: "/" };

test("times are ours: a clock that is wrong is corrected by when it says to have sent", () => {
  const wrong = 3 * dayMs;
  const { kept } = judgeEvents({ sentAt: now + wrong }, [{ ...event, at: now + wrong - 5_000 }], now);
  expect(kept).toMatchObject([{ at: now - 5_000, clientAt: now + wrong - 5_000, receivedAt: now }]);
});

test.each([
  ["a week and a moment old", now - 7 * dayMs - 1, "too-old"],
  ["a week old", now - 7 * dayMs, undefined],
  ["a day ahead", now + dayMs, undefined],
  ["a day and a moment ahead", now + dayMs + 1, "in-future"],
])("an event %s is judged by its corrected time", (_name, at, reason) => {
  const { kept, rejected } = judgeEvents({ sentAt: now }, [{ ...event, at }], now);
  expect(rejected.map((one) => one.reason)).toEqual(reason === undefined ? [] : [reason]);
  // What is said to come yet happened now at the latest.
  expect(kept.every((one) => one.at <= now)).toBe(true);
});

test("text is cleaned and cut, and what was refused is kept as it came, up to a length", () => {
  const { kept } = judgeEvents({ sentAt: now }, [{ ...event, title: `a\u0000b\u202ec${"x".repeat(9_000)}` }], now);
  expect(kept[0]?.title).toHaveLength(200);
  expect(kept[0]?.title).toMatch(/^a b cx+$/);
  const { rejected } = judgeEvents({ sentAt: now }, [{ ...event, id: "", title: "y".repeat(9_000) }], now);
  expect(rejected[0]?.body).toHaveLength(4_000);
});

test("a cut never halves a character", () => {
  expect(cleanText(`${"a".repeat(9)}😀`, 10)).toBe("a".repeat(9));
});

test("what nobody can see is taken out, and what joins an emoji or a script stays", () => {
  const tagged = String.fromCodePoint(0xe0069, 0xe0067, 0xe006e, 0xe006f, 0xe0072, 0xe0065);
  expect(cleanText(`KET\u200b-\ufeff1\u2060${tagged}`, 80)).toBe("KET-1");
  expect(cleanText("\u200b\u00ad\ufeff ", 80)).toBe("");
  expect(cleanText("👩‍👩‍👧 می‌خواهم", 80)).toBe("👩‍👩‍👧 می‌خواهم");
  expect(cleanText(`Z${"\u0301".repeat(60)}algo`, 80)).toBe(`Z${"\u0301".repeat(5)}algo`);
});

test.each(["a\u202eb", "line\nbreak", "\u200b__proto__", "half\ud83d"])(
  "the name of a property is refused where it cannot be read: %j",
  (name) => {
    const { kept, rejected } = judgeEvents(
      { sentAt: now },
      [
        { ...event, props: { [name]: 1 } },
        { ...event, props: { "cor é": 1 } },
      ],
      now,
    );
    expect([kept.length, rejected.map(({ reason }) => reason)]).toEqual([1, ["malformed"]]);
  },
);

test.each(["__proto__", "constructor", "prototype"])("%s is no name of anything", (name) => {
  const hostile: unknown = JSON.parse(`{"id":"e1","type":"custom","at":${now},"path":"/","props":{"${name}":"x"}}`);
  expect(judgeEvents({ sentAt: now }, [hostile, event], now)).toMatchObject({
    kept: [{ id: "e1" }],
    rejected: [{ reason: "forbidden-key" }],
  });
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

const full = { consentMode: "full", honoursPrivacySignals: true } as const;

test("a no is a no, a browser's wish counts until a clear yes, and a strict site waits for one", () => {
  const ask = (
    consent: "unknown" | "granted" | "denied" | "withdrawn",
    asksPrivacy: boolean,
    site = full as Parameters<typeof whyWithheld>[1],
  ) => whyWithheld({ consent, asksPrivacy }, site);
  expect([ask("denied", false), ask("withdrawn", false)]).toEqual(["consent", "consent"]);
  expect([ask("unknown", true), ask("granted", true)]).toEqual(["privacy-signal", undefined]);
  expect(ask("unknown", true, { ...full, honoursPrivacySignals: false })).toBeUndefined();
  expect(ask("unknown", false, { ...full, consentMode: "none" })).toBe("consent");
});

test("a visitor is known again only with a yes and where the site allows it", () => {
  expect(mayKnowAgain({ consent: "granted", visitor: "v" }, full)).toBe(true);
  expect(mayKnowAgain({ consent: "unknown", visitor: "v" }, full)).toBe(false);
  expect(mayKnowAgain({ consent: "granted", visitor: "v" }, { ...full, consentMode: "cookieless" })).toBe(false);
});

test.each([
  ["Googlebot/2.1", "web", ["agent"]],
  ["Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0.0.0 Safari/537.36", "web", ["agent"]],
  ["", "web", ["no-agent"]],
  ["okhttp/4.9", "react-native", []],
  ["Mozilla/5.0 (Macintosh) Shop/1.0 Chrome/120.0.0.0 Electron/28.0.0 Safari/537.36", "electron", []],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/21A329 Instagram 300.0", "web", []],
] as const)("%s is taken for what it is", (agent, sdk, flags) => {
  expect(agentFlags(agent, sdk)).toEqual(flags);
});

test("of a browser's words the kind of device and the browser's name stay", () => {
  expect(readDevice("Mozilla/5.0 (Linux; Android 14) Chrome/130 Mobile Safari/537.36", 390)).toEqual({
    device: "phone",
    browser: "Chrome",
  });
  expect(readDevice("Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537.36 Edg/130", 1_920)).toEqual({
    device: "desktop",
    browser: "Edge",
  });
});
