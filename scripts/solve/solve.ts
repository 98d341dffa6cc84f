/** `npm run --silent solve -- <kind>`: one JSON problem, or one a line, on standard input; one JSON answer a line on standard output. */
import { text } from "node:stream/consumers";
import * as z from "zod/mini";
import { kinds } from "./kinds.ts";
import { MalformedInput, readProblems } from "./read-problems.ts";

z.config(z.locales.en());

const [name = "", ...rest] = process.argv.slice(2);
const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

if (kind === undefined || rest.length > 0) {
  refuse(`Usage: npm run --silent solve -- <${Object.keys(kinds).join(" | ")}>`);
} else {
  try {
    const solvers = readProblems(await text(process.stdin)).map(kind);
    for (const solve of solvers) process.stdout.write(`${JSON.stringify(solve())}\n`);
  } catch (error) {
    if (!(error instanceof MalformedInput)) throw error;
    refuse(error.message);
  }
}
