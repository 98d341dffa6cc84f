import { spawn } from "node:child_process";

export type Step = { name: string; run(): Promise<StepOutput> };
type StepOutput = { isOk: boolean; output: string };
export type StepResult = StepOutput & { name: string; seconds: number };

export function command(name: string, program: string, args: string[], root: string): Step {
  return { name, run: () => runProgram(program, args, root) };
}

function runProgram(program: string, args: string[], root: string): Promise<StepOutput> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: string[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
    child.on("error", (error) => resolve({ isOk: false, output: `${program}: ${error.message}` }));
    child.on("close", (code) => resolve({ isOk: code === 0, output: chunks.join("") }));
  });
}

/** Runs all steps at once and reports each as it ends; a step that throws has failed, the others still count. */
export function runSteps(steps: Step[], now: () => number, report: (result: StepResult) => void): Promise<StepResult[]> {
  return Promise.all(
    steps.map(async (step) => {
      const startedAt = now();
      const outcome = await step.run().catch((error: unknown) => ({ isOk: false, output: String(error) }));
      const result = { ...outcome, name: step.name, seconds: (now() - startedAt) / 1000 };
      report(result);
      return result;
    }),
  );
}

export function verdict(results: StepResult[], seconds: number): { text: string; exitCode: number } {
  const failed = results.filter((result) => !result.isOk);
  if (failed.length === 0) return { text: `check passed in ${seconds.toFixed(1)} s`, exitCode: 0 };
  const details = failed.map((result) => `\n--- ${result.name}\n${result.output.trimEnd()}`).join("\n");
  const names = failed.map((result) => result.name).join(", ");
  const advice = "`npm run fix` mends format and what lint can mend; the rest is named above.";
  return { text: `${details}\n\ncheck failed in ${seconds.toFixed(1)} s: ${names}\n${advice}`, exitCode: 1 };
}
