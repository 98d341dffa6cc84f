import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { readProblems } from "./read-problems.ts";

const script = new URL("solve.ts", import.meta.url).pathname;

function solve(kind: string, input: string): { answers: unknown[]; error: string; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, kind], { input, encoding: "utf8" });
  const answers = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
  return { answers, error: stderr, code: status };
}

const layout = { aisles: 5, aisleSpacing: 5, crossAisles: [0, 45] };
const depot = { aisle: 0, y: 0 };
const route = { layout, depot, picks: [{ aisle: 2, y: 12.5 }] };

test("one problem may be printed over many lines", () => {
  const { answers, error, code } = solve("route", JSON.stringify(route, null, 2));
  expect({ error, code }).toEqual({ error: "", code: 0 });
  expect(answers).toMatchObject([{ length: 45, order: [0], method: "exact" }]);
});

test("many problems, one a line, are answered in their order", () => {
  const lengths = [{ ...route, picks: [] }, route, { ...route, depot: { aisle: 2, y: 0 } }];
  const { answers } = solve("route", `${lengths.map((problem) => JSON.stringify(problem)).join("\n\n")}\n`);
  expect(answers).toMatchObject([{ length: 0 }, { length: 45 }, { length: 25 }]);
});

test("orders are batched, and an order larger than the capacity is refused by its field", () => {
  const orders = ["a", "b", "c"].map((id, index) => ({ id, size: 2, picks: [{ aisle: 2 - index, y: 10 }] }));
  const problem = { layout, depot, capacity: 4, orders, routing: "exact", timeMs: 50 };
  const [answer] = solve("batch", JSON.stringify(problem)).answers;
  expect(answer).toMatchObject({ batches: [expect.any(Array), expect.any(Array)], length: 20 + 60 });
  const { error, code } = solve("batch", JSON.stringify({ ...problem, capacity: 1 }));
  expect(code).toBe(2);
  expect(error).toMatch(/^line 1: orders\[0\]\.size: [^\n]+\n$/);
});

test("skus get bins, and the moves add up to what is saved", () => {
  const bins = [5, 25, 40].map((y, index) => ({ id: `bin-${index}`, aisle: 0, y }));
  const problem = { layout, depot, bins, skus: ["x", "y"], orders: [["x"], ["x"], ["y"]], current: { x: "bin-2", y: "bin-0" }, timeMs: 50 };
  const [answer] = solve("slot", JSON.stringify(problem)).answers;
  expect(answer).toMatchObject({ assignment: { x: "bin-0", y: "bin-1" }, before: 170, length: 70 });
  expect(solve("slot", JSON.stringify({ ...problem, bins: bins.slice(0, 1) })).error).toContain("skus: 2 skus do not fit into 1 bins");
});

test("boxes are packed", () => {
  const items = [{ id: "cube", l: 2, w: 2, h: 2, qty: 9, rotate: "all" }];
  const [answer] = solve("pack", JSON.stringify({ mode: "fill", cartons: [{ id: "c", l: 4, w: 4, h: 4 }], items, timeMs: 50 })).answers;
  expect(answer).toMatchObject({ cartons: [{ carton: "c", fill: 1 }], unplaced: [{ id: "cube", qty: 1 }] });
});

test("demand is forecast", () => {
  const [answer] = solve("forecast", JSON.stringify({ history: [0, 5, 0, 0, 5], horizon: 2, method: "auto" })).answers;
  expect(answer).toMatchObject({ class: "intermittent", method: "sba", forecast: [expect.any(Number), expect.any(Number)] });
});

test.each([
  ["a missing field", "route", JSON.stringify({ layout, depot }), "line 1: picks: "],
  [
    "a field in the third line",
    "route",
    `${JSON.stringify(route)}\n${JSON.stringify(route)}\n${JSON.stringify({ ...route, depot: { aisle: "a", y: 0 } })}`,
    "line 3: depot.aisle: ",
  ],
  ["a line that is no JSON", "route", `${JSON.stringify(route)}\n{"layout":`, "line 2: is not JSON"],
  ["text that breaks off", "route", '{\n  "layout": {\n', "line 2: is not JSON"],
  ["a number beyond all bounds", "forecast", '{"history":[1e999],"horizon":1,"method":"auto"}', "line 1: history[0]: "],
  ["a depot off the cross aisles", "route", JSON.stringify({ ...route, depot: { aisle: 0, y: 3 } }), "line 1: depot.y: "],
  ["a pick outside of the layout", "route", JSON.stringify({ ...route, picks: [{ aisle: 5, y: 3 }] }), "line 1: picks[0].aisle: "],
  [
    "a rule of one block on two",
    "batch",
    JSON.stringify({ layout: { ...layout, crossAisles: [0, 5, 9] }, depot, capacity: 1, orders: [], routing: "s-shape" }),
    "line 1: routing: ",
  ],
  ["nothing", "pack", "", "line 1: no problem"],
])("%s is refused in one line that says where", (_, kind, input, start) => {
  const { answers, error, code } = solve(kind, input);
  expect({ answers, code }).toEqual({ answers: [], code: 2 });
  expect(error.startsWith(start)).toBe(true);
  expect(error.trimEnd()).not.toContain("\n");
});

test("an unknown kind is refused with the kinds there are", () => {
  expect(solve("fly", "{}")).toEqual({
    answers: [],
    code: 2,
    error: "Usage: npm run --silent solve -- <route | batch | slot | pack | forecast>\n",
  });
  expect(solve("toString", "{}").code).toBe(2);
});

test.each([
  ['{\n  "a": 1,\n  "b": x\n}', 3],
  ['{\n  "a": [1, 2,\n  ],\n  "b": 1\n}', 3],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{\n  "a": 1,\n}', 3],
  ['{\n  "a": "x\ny"\n}', 2],
  ['{\n  "a": {\n', 2],
  ["[\n]\n]", 3],
])("where text stops being JSON is found in its own line: %j", (text, line) => {
  expect(() => readProblems(text)).toThrow(`line ${line}: is not JSON`);
});
