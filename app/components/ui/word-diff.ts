/** `at` is its place among the parts. */
export type DiffPart = { kind: "same" | "removed" | "added"; text: string; at: number };

/** Beyond so many words on one side, both texts are shown whole: comparing them would keep the page busy. */
const mostWords = 1_500;

/** Which words went and which came, in reading order; put together, "same" and "added" are the new text. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old.length > mostWords || fresh.length > mostWords)
    return joined([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  const lengths = commonLengths(old, fresh);
  const parts: Step[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < fresh.length) {
    const [gone, come] = [old[row], fresh[column]];
    if (gone !== undefined && gone === come) {
      parts.push({ kind: "same", text: gone });
      row += 1;
      column += 1;
    } else if (gone !== undefined && (come === undefined || at(lengths, row + 1, column) >= at(lengths, row, column + 1))) {
      parts.push({ kind: "removed", text: gone });
      row += 1;
    } else if (come !== undefined) {
      parts.push({ kind: "added", text: come });
      column += 1;
    }
  }
  return joined(parts);
}

type Step = Pick<DiffPart, "kind" | "text">;

/** Words, and the spaces between them. */
function wordsOf(text: string): string[] {
  return text.match(/\n|\S+|[^\S\n]+/g) ?? [];
}

type Lengths = readonly Uint16Array[];

function at(lengths: Lengths, row: number, column: number): number {
  return lengths[row]?.[column] ?? 0;
}

/** How many words the rests from here on have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Lengths {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (const [row, own] of [...lengths.entries()].slice(0, -1).toReversed()) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      const isSame = old[row] === fresh[column];
      own[column] = isSame ? at(lengths, row + 1, column + 1) + 1 : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1));
    }
  }
  return lengths;
}

function joined(parts: readonly Step[]): DiffPart[] {
  const merged: DiffPart[] = [];
  for (const { kind, text } of parts) {
    const last = merged.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== "") merged.push({ kind, text, at: merged.length });
  }
  return merged;
}
