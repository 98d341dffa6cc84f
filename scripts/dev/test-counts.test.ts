import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { addCounts, countPlaywright, countVitest, readCounts } from "./test-counts.ts";

function reportFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "counts-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "report.json"), text);
  return join(folder, "report.json");
}

const passing = { numPassedTests: 3, numFailedTests: 0, testResults: [{ name: "a.test.ts", status: "passed", assertionResults: [] }] };

test("a failed test is named with its file and the first line of its reason", () => {
  const assertionResults = [
    { fullName: "adds", status: "passed" },
    { fullName: "divides", status: "failed", failureMessages: ["expected 1 to be 2\n    at somewhere"] },
  ];
  const report = { numPassedTests: 4, numFailedTests: 1, testResults: [{ name: "b.test.ts", status: "failed", assertionResults }] };
  expect(countVitest(report)).toEqual({ passed: 4, failed: 1, failures: ["b.test.ts › divides: expected 1 to be 2"] });
});

test("a test file that does not even load counts as a failure", () => {
  const broken = { name: "c.test.ts", status: "failed", message: "no such module", assertionResults: [] };
  const report = { ...passing, testResults: [...passing.testResults, broken] };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 1, failures: ["c.test.ts: no such module"] });
});

test("a failed browser test is named however deep it stands, and an error outside of any counts as well", () => {
  const spec = { title: "signs in", file: "account.spec.ts", line: 7, ok: false };
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 0 },
    errors: [{ message: "no tests found" }],
    suites: [{ specs: [], suites: [{ specs: [spec, { ...spec, ok: true }] }] }],
  };
  const failures = ["account.spec.ts:7 › signs in", "outside of any test: no tests found"];
  expect(countPlaywright(report)).toEqual({ passed: 4, failed: 2, failures });
});

test("a runner that ends badly is never counted as green", () => {
  const failures = [expect.stringContaining("code 1")];
  expect(readCounts(reportFile(JSON.stringify(passing)), countVitest, 1)).toEqual({ passed: 3, failed: 1, failures });
  expect(readCounts(reportFile("{ half a repo"), countVitest, 1)).toMatchObject({ passed: 0, failed: 1 });
  expect(readCounts("/no/such/report.json", countVitest, 137)).toMatchObject({ passed: 0, failed: 1 });
});

test("the closing line covers all runners together", () => {
  const first = { passed: 3, failed: 1, failures: ["one"] };
  expect(addCounts([first, { passed: 2, failed: 0, failures: [] }])).toEqual({ passed: 5, failed: 1, failures: ["one"] });
});
