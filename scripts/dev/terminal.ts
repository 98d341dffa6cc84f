import { styleText } from "node:util";

/** An error whose message already tells the person what to do: shown alone, without a stack. */
export class AdvisedError extends Error {}

export function say(line = ""): void {
  process.stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${styleText("red", line)}\n`);
}

export function dim(text: string): string {
  return styleText("dim", text);
}

export function bold(text: string): string {
  return styleText("bold", text);
}

/** Runs a command's body and turns its outcome into the exit code. */
export async function runCommand(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    complain(describe(error));
    process.exitCode = 1;
  }
}

function describe(error: unknown): string {
  if (error instanceof AdvisedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
