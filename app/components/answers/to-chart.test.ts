import { expect, test } from "vitest";
import type { MetricColumn } from "#app/domain/metrics/result.ts";
import { plainLabel } from "./plain-label.ts";
import { toDrawing } from "./to-chart.ts";

const value: MetricColumn = { key: "value", kind: "value", metric: "gmv", unit: "money", currency: "BRL" };
const time: MetricColumn = { key: "time", kind: "time", grain: "day" };
const channel: MetricColumn = { key: "channel", kind: "dimension", dimension: "channel" };
const compared: MetricColumn = { ...value, key: "compared" };
const line = { type: "line" as const, x: "time", y: ["value" as const, "compared" as const], series: null };

test("a day without a number is a gap and no zero", () => {
  const rows = [
    { time: "2026-11-01", value: 100, compared: 50 },
    { time: "2026-11-02", value: null, compared: 70 },
  ];
  const drawing = toDrawing(line, { columns: [time, value, compared], rows }, "en");
  expect(toDrawing(line, { columns: [time, value], rows }, "en")).toMatchObject({ previous: undefined });
  expect(drawing).toMatchObject({ type: "series", previous: [50, 70], points: [{ values: { value: 100 } }, {}] });
  expect(drawing?.type === "series" ? drawing.points.map(({ values }) => values) : []).toEqual([{ value: 100 }, {}]);
});

test("a single day is told as a number, with what it was before", () => {
  const rows = [{ time: "2026-11-27", value: 0, compared: 120 }];
  expect(toDrawing(line, { columns: [time, value, compared], rows }, "en")).toEqual({ type: "number", column: value, rows });
});

test("two things of one name stay two lines, and those beyond what can be told apart are counted", () => {
  const rows = Array.from({ length: 9 }, (_one, index) => ({ time: "2026-11-01", channel: "Same", channelId: `c${index}`, value: index }));
  const drawing = toDrawing({ ...line, series: "channel" }, { columns: [time, channel, value], rows }, "en");
  if (drawing?.type !== "series") throw new Error("no series");
  expect(drawing.series.map(({ key }) => key)).toEqual(["s:c8", "s:c7", "s:c6", "s:c5", "s:c4", "s:c3"]);
  expect(drawing.left).toBe(3);
});

test("money of two currencies is never drawn on one axis", () => {
  const rows = [
    { channel: "A", channelId: "a", currency: "BRL", value: 5 },
    { channel: "B", channelId: "b", currency: "BRL", value: 7 },
    { channel: "A", channelId: "a", currency: "USD", value: 900 },
  ];
  const columns = [channel, { ...value, currency: null }, { key: "currency", kind: "currency" } as const];
  const drawing = toDrawing({ type: "bar", x: "channel", y: ["value"], series: null }, { columns, rows }, "en");
  expect(drawing).toMatchObject({ type: "ranked", currency: "BRL", leftCurrencies: ["USD"], bars: [{ value: 5 }, { value: 7 }] });
});

test("a description that does not fit the rows draws nothing", () => {
  expect(toDrawing({ ...line, x: "nowhere" }, { columns: [time, value], rows: [{ time: "2026-11-01", value: 1 }] }, "en")).toBeUndefined();
  expect(toDrawing(line, { columns: [time], rows: [{ time: "2026-11-01" }] }, "en")).toBeUndefined();
  expect(toDrawing(line, { columns: [time, value], rows: [] }, "en")).toBeUndefined();
});

test("a name from data is one line that turns and hides nothing, cut between letters and not within", () => {
  expect(plainLabel("a\u202Egnp.exe\u200b\nb")).toBe("a gnp.exe b");
  expect(plainLabel("🇧🇷🇧🇷🇧🇷", 2)).toBe("🇧🇷…");
  expect(plainLabel("é".normalize("NFD").repeat(80), 10)).toBe(`${"é".normalize("NFD").repeat(9)}…`);
});
