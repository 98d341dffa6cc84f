const maxWords = 8;

/** Whether a filter holds something to look for: what is found then leads the reading. */
export function isSearch(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

/**
 * What people type, as a full-text question narrowed to one workspace: every word must occur, the last one may be unfinished.
 * Undefined when there is no word in it. Nothing of the text reaches the query language: words are quoted letters and digits.
 */
export function searchExpression(workspaceId: string, text: string): string | undefined {
  const words =
    text
      .normalize("NFC")
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, maxWords) ?? [];
  if (words.length === 0) return undefined;
  const terms = words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`));
  return `workspace_id : "${workspaceId}" AND - workspace_id : (${terms.join(" AND ")})`;
}
