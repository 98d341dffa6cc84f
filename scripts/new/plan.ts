import { type Insertion, type Kind, kinds } from "./kinds.ts";
import { fill, NameError, spell, type Spellings } from "./names.ts";

export type Plan = {
  files: { template: string; path: string; isShared: boolean }[];
  insertions: Insertion[];
  next: string[];
  names: Record<string, Spellings>;
};

export function usage(): string {
  const lines = Object.values(kinds).map(({ example }) => `  npm run new -- ${example}`);
  return ["Makes a working slice with its test:", ...lines].join("\n");
}

/** What would be made for these arguments; throws a NameError that says what to type instead. */
export function planFor(args: string[]): Plan {
  const [kindName = "", ...values] = args;
  const kind: Kind | undefined = Object.hasOwn(kinds, kindName) ? kinds[kindName] : undefined;
  if (kind === undefined) throw new NameError(`"${kindName}" is not something to make.\n${usage()}`);
  if (values.length !== kind.names.length) {
    throw new NameError(
      `"${kindName}" needs ${kind.names.map((name) => `<${name}>`).join(" ")}, for example: npm run new -- ${kind.example}`,
    );
  }
  const names = Object.fromEntries(kind.names.map((name, index) => [name, spell(values[index] ?? "")]));
  return {
    names,
    files: kind.files.map(({ template, path, isShared = false }) => ({ template, path: fill(path, names), isShared })),
    insertions: kind.insertions.map(({ path, anchor, line }) => ({
      path: fill(path, names),
      anchor: fill(anchor, names),
      line: fill(line, names),
    })),
    next: kind.next.map((line) => fill(line, names)),
  };
}

/** The text with the line before the anchor, or null when the place is not clear and a person must decide. */
export function insertLine(text: string, { anchor, line }: Insertion): string | null {
  const at = text.indexOf(anchor);
  if (at === -1 || text.includes(anchor, at + 1)) return null;
  return text.includes(line) ? text : text.slice(0, at) + line + text.slice(at);
}
