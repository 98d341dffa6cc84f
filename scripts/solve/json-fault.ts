const token =
  /\s*([{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

/** What may come next: a value, a key, the colon behind it, a comma or an end; `first` also allows the end of an empty list. */
type Expected = "value" | "first value" | "key" | "first key" | "colon" | "comma or end" | "nothing";

/** Where a text stops being JSON; its length when it only ends too early. The parser of the runtime often does not say. */
export function offsetOfFault(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text)?.[1];
    const start = at + (/^\s*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
    const next: Expected | undefined = found === undefined ? undefined : step(found, expected, open);
    if (next === undefined) return start;
    expected = next;
    at = token.lastIndex;
  }
}

function step(found: string, expected: Expected, open: string[]): Expected | undefined {
  const isEnd = found === "}" || found === "]";
  if (isEnd) {
    const isAllowed = expected === "comma or end" || expected === (found === "}" ? "first key" : "first value");
    return isAllowed && open.pop() === found ? afterValue(open) : undefined;
  }
  switch (expected) {
    case "value":
    case "first value":
      return stepIntoValue(found, open);
    case "key":
    case "first key":
      return found.startsWith('"') ? "colon" : undefined;
    case "colon":
      return found === ":" ? "value" : undefined;
    case "comma or end":
      return found === "," ? (open.at(-1) === "}" ? "key" : "value") : undefined;
    case "nothing":
      return undefined;
    default:
      return expected satisfies never;
  }
}

function stepIntoValue(found: string, open: string[]): Expected | undefined {
  if (found === "{" || found === "[") {
    open.push(found === "{" ? "}" : "]");
    return found === "{" ? "first key" : "first value";
  }
  return found === "," || found === ":" ? undefined : afterValue(open);
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? "nothing" : "comma or end";
}
