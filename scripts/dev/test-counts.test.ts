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

const passing = { numPassedTests: 3, numFailedTests: 0, testResults: [{ status: "passed", assertionResults: [{}] }] };

test("a test file that does not even load counts as a failure", () => {
  const report = { ...passing, testResults: [...passing.testResults, { status: "failed", assertionResults: [] }] };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 1 });
});

test("an error outside of any browser test counts as a failure", () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 0 }, errors: [{ message: "no tests found" }] };
  expect(countPlaywright(report)).toEqual({ passed: 4, failed: 2 });
});

test("a runner that ends badly is never counted as green", () => {
  expect(readCounts(reportFile(JSON.stringify(passing)), countVitest, 1)).toEqual({ passed: 3, failed: 1 });
  expect(readCounts(reportFile("{ half a repo"), countVitest, 1)).toEqual({ passed: 0, failed: 1 });
  expect(readCounts("/no/such/report.json", countVitest, 137)).toEqual({ passed: 0, failed: 1 });
});

test("the closing line covers all runners together", () => {
  expect(
    addCounts([
      { passed: 3, failed: 1 },
      { passed: 2, failed: 0 },
    ]),
  ).toEqual({ passed: 5, failed: 1 });
});
