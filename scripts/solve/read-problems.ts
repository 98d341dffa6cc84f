import { offsetOfFault } from "./json-fault.ts";

/** Text that is no problem: `line` is where, in what was read. */
export class MalformedInput extends Error {
  constructor(line: number, message: string) {
    super(`line ${line}: ${message.replaceAll(/\s+/g, " ")}`);
  }
}

export type ReadProblem = { line: number; value: unknown };

/** One JSON text over as many lines as it likes, or JSON Lines. */
export function readProblems(text: string): ReadProblem[] {
  const lines = text.split("\n").map((lineText, index) => ({ line: index + 1, lineText }));
  const filled = lines.filter(({ lineText }) => lineText.trim() !== "");
  const [first] = filled;
  if (first === undefined) throw new MalformedInput(1, "no problem was given");
  if (filled.length > 1 && isWhole(first.lineText)) return filled.map(({ line, lineText }) => ({ line, value: parseLine(lineText, line) }));
  return [{ line: first.line, value: parseText(text) }];
}

/** A problem that ends on the line it begins on, whether or not it is well formed inside. */
function isWhole(lineText: string): boolean {
  return /^\s*\{.*\}\s*$/.test(lineText) || parses(lineText);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function parseLine(lineText: string, line: number): unknown {
  try {
    return JSON.parse(lineText);
  } catch {
    throw new MalformedInput(line, "is not JSON");
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const filled = text.trimEnd();
    const fault = Math.min(offsetOfFault(filled), filled.length);
    throw new MalformedInput(filled.slice(0, fault).split("\n").length, "is not JSON");
  }
}
