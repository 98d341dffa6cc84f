import { useState } from "react";

type Values = Record<string, string | number>;

/** What a person typed, kept while they type; where nothing was typed it follows what is saved. */
export function useDraft<Draft extends Values>(saved: Draft): [Draft, (draft: Draft) => void] {
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState(saved);
  if (!isEqual(base, saved)) {
    setBase(saved);
    if (isEqual(draft, base)) setDraft(saved);
  }
  return [draft, setDraft];
}

function isEqual(a: Values, b: Values): boolean {
  return Object.keys(a).every((key) => a[key] === b[key]);
}
