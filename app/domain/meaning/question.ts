import type { TextKind } from "./ports.ts";
import { conceptWords, type Meaning, stemWords } from "./read-meaning.ts";

const mostTerms = 12;

/**
 * A question to the full-text index, narrowed to one workspace and kind. One of its words, stems or concepts is enough, and the
 * more occur the better. Nothing of what was typed reaches the query language: words are quoted letters and digits.
 */
export function textQuestion(workspaceId: string, kind: TextKind, meaning: Meaning): string | undefined {
  const asked = { ...meaning, terms: meaning.terms.slice(0, mostTerms) };
  const terms = [...asked.terms.map(({ word }) => word), ...stemWords(asked), ...conceptWords(asked)]
    .map((term) => term.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim())
    .filter((term) => term !== "");
  if (terms.length === 0) return undefined;
  const any = terms.map((term) => `"${term}"`).join(" OR ");
  return `workspace_id : "${workspaceId}" AND kind : "${kind}" AND - {workspace_id kind} : (${any})`;
}
