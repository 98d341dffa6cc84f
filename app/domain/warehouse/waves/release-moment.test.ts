import { expect, test } from "vitest";
import { readCutOffs, writeCutOffs } from "./cut-off-lines.ts";
import { type Moments, releaseMoment } from "./release-moment.ts";

const timeZone = "America/Sao_Paulo";
/** A Friday, at a time of São Paulo. */
const at = (time: string, day = "2026-11-20") => Date.parse(`${day}T${time}:00-03:00`);
const rule: Moments = {
  isActive: true,
  everyMinutes: null,
  whenWaiting: null,
  cutOffs: [],
  leadMinutes: 60,
  lastReleasedAt: null,
  hasMore: false,
};
const ask = (change: Partial<Moments>, ms: number, waiting = 3) => {
  const { isDue, reason } = releaseMoment({ ...rule, ...change }, { ms, timeZone, waiting });
  return `${isDue ? "release" : "rest"}: ${reason}`;
};
const weekdays = { cutOffs: [{ days: [1, 2, 3, 4, 5], time: "15:30" }] };

test("a rule that is off, names no moment or has no orders releases nothing", () => {
  expect(ask({ isActive: false, everyMinutes: 1 }, at("10:00"))).toBe("rest: off");
  expect(ask({}, at("10:00"))).toBe("rest: never");
  expect(ask({ everyMinutes: 1 }, at("10:00"), 0)).toBe("rest: nothing-waits");
});

test("every so many minutes, counted from the last release", () => {
  expect(ask({ everyMinutes: 30 }, at("10:00"))).toBe("release: interval");
  expect(ask({ everyMinutes: 30, lastReleasedAt: at("09:31") }, at("10:00"))).toBe("rest: not-yet");
  expect(ask({ everyMinutes: 30, lastReleasedAt: at("09:30") }, at("10:00"))).toBe("release: interval");
});

test("as soon as enough orders wait", () => {
  expect(ask({ whenWaiting: 4 }, at("10:00"), 3)).toBe("rest: not-yet");
  expect(ask({ whenWaiting: 4 }, at("10:00"), 4)).toBe("release: waiting");
});

test("once before the carrier comes, on the days it comes, by the clock of the workspace", () => {
  expect(ask(weekdays, at("14:29"))).toBe("rest: not-yet");
  expect(ask(weekdays, at("14:30"))).toBe("release: cut-off");
  expect(ask({ ...weekdays, lastReleasedAt: at("14:30") }, at("14:40"))).toBe("rest: not-yet");
  expect(ask({ ...weekdays, lastReleasedAt: at("14:29") }, at("15:29"))).toBe("release: cut-off");
  expect(ask(weekdays, at("15:30"))).toBe("rest: not-yet");
  expect(ask(weekdays, at("15:00", "2026-11-21"))).toBe("rest: not-yet");
});

test("a carrier that comes just after midnight is announced the evening before", () => {
  const early = { cutOffs: [{ days: [6], time: "00:15" }] };
  expect(ask(early, at("23:20"))).toBe("release: cut-off");
  expect(ask(early, at("23:20", "2026-11-19"))).toBe("rest: not-yet");
});

test("on a day on which clocks are changed the carrier still comes by the clock on the wall", () => {
  // New York goes back from 2:00 to 1:00 on 1 November 2026.
  const asked = (iso: string) =>
    releaseMoment({ ...rule, cutOffs: [{ days: [7], time: "15:00" }] }, { ms: Date.parse(iso), timeZone: "America/New_York", waiting: 1 });
  expect(asked("2026-11-01T18:59:00Z").isDue).toBe(false);
  expect(asked("2026-11-01T19:00:00Z").isDue).toBe(true);
  expect(asked("2026-11-01T20:00:00Z").isDue).toBe(false);
});

test("looked at twice in a minute nothing more is released; what one wave could not take goes in the next minute", () => {
  const much = { whenWaiting: 1, hasMore: true, lastReleasedAt: at("10:00") + 2_000 };
  expect(ask(much, at("10:00") + 40_000)).toBe("rest: not-yet");
  expect(ask({ ...much, whenWaiting: null, everyMinutes: 60 }, at("10:01"))).toBe("release: more-waits");
});

test("times are read as people write them, in either language, and written back the same", () => {
  const english = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const read = readCutOffs("Mon-Fri 15:30\n\nsáb,dom 9:05\nseg,qua 11:00\nsat-mon 08:00");
  expect(read).toEqual([
    { days: [1, 2, 3, 4, 5], time: "15:30" },
    { days: [6, 7], time: "09:05" },
    { days: [1, 3], time: "11:00" },
    { days: [1, 6, 7], time: "08:00" },
  ]);
  const written = writeCutOffs(read ?? [], (day) => english[day - 1] ?? "");
  expect(written).toBe("mon-fri 15:30\nsat-sun 09:05\nmon,wed 11:00\nmon,sat-sun 08:00");
  expect(readCutOffs(written)).toEqual(read);
  expect(readCutOffs("")).toEqual([]);
});

test.each(["monday 15:30", "mon", "15:30", "mon 24:00", "mon 10:60", "mon- 10:00", "mon-tue-wed 10:00", "mon 10:00 x"])(
  "%j is no such line",
  (text) => expect(readCutOffs(text)).toBeUndefined(),
);
