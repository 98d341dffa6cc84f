import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { z } from "zod";

/** `failures` names what failed, for whoever sees only the end of a long output. */
export type Counts = { passed: number; failed: number; failures: string[] };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) })),
    }),
  ),
});

type Suite = { specs?: { title: string; ok: boolean; file: string; line: number }[] | undefined; suites?: Suite[] | undefined };
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(z.object({ title: z.string(), ok: z.boolean(), file: z.string(), line: z.number() })).optional(),
    suites: z.array(suite).optional(),
  }),
);

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.object({ message: z.string().default("") })),
  suites: z.array(suite).default([]),
});

/** A file that fails before its first test has no failed test, and is still a failure. */
export function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(report);
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failures = testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages: [message = ""] }) => named(`${relative(".", file.name)} › ${fullName}`, message)),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    failures: [...failures, ...broken.map(({ name, message }) => named(relative(".", name), message))],
  };
}

export function countPlaywright(report: unknown): Counts {
  const { stats, errors, suites } = playwrightReport.parse(report);
  const failures = suites.flatMap(specsOf).filter(({ ok }) => !ok);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    failures: [
      ...failures.map(({ file, line, title }) => `${file}:${line} › ${title}`),
      ...errors.map(({ message }) => named("outside of any test", message)),
    ],
  };
}

function specsOf({ specs = [], suites = [] }: Suite): NonNullable<Suite["specs"]> {
  return [...specs, ...suites.flatMap(specsOf)];
}

function named(place: string, message: string): string {
  return `${place}: ${message.split("\n", 1).join("")}`;
}

/** Counts a runner's report. A runner that ends badly without naming a failed test counts as one failure. */
export function readCounts(path: string, count: (report: unknown) => Counts, exitCode: number): Counts {
  let counts: Counts;
  try {
    counts = count(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    counts = { passed: 0, failed: 0, failures: [] };
  }
  if (exitCode === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, failures: [`the runner ended with code ${exitCode} and named no test`] };
}

export function addCounts(all: Counts[]): Counts {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    failures: all.flatMap(({ failures }) => failures),
  };
}
