/**
 * Prevents: two translations under one key. JSON keeps the last one silently,
 * so the text a translator edits may not be the text a person sees.
 */
import type { Problem } from "./source.ts";

export function checkDuplicateKeys(path: string, text: string): Problem[] {
  const problems: Problem[] = [];
  const scopes: Set<string>[] = [];
  const tokens = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}]/g;
  for (const match of text.matchAll(tokens)) {
    const [token, key, colon] = match;
    if (token === "{") scopes.push(new Set());
    else if (token === "}") scopes.pop();
    else if (key !== undefined && colon !== undefined) {
      const scope = scopes.at(-1);
      if (scope?.has(key) === true)
        problems.push({ path, line: text.slice(0, match.index).split("\n").length, message: `"${key}" appears twice` });
      scope?.add(key);
    }
  }
  return problems;
}
