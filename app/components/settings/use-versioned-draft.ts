import { useState } from "react";

type Values = Record<string, string | number> & { version: number };
type Versioned<Draft> = { base: Draft; draft: Draft; mode: "typing" | "refused" | "adopting" | "compared" };

/**
 * What a person types over a row that others may change meanwhile. An untouched form follows the row;
 * a touched one keeps the version it began with, so that saving cannot overwrite what nobody has shown them.
 */
export function useVersionedDraft<Draft extends Values>(saved: Draft) {
  const [state, setState] = useState<Versioned<Draft>>({ base: saved, draft: saved, mode: "typing" });
  const { base, draft, mode } = state;
  const isNewer = base.version !== saved.version;
  const isUntouched = isSame(draft, base) || isSame(draft, saved);
  if (isNewer && isUntouched) setState({ base: saved, draft: saved, mode: "typing" });
  else if (isNewer && mode === "adopting") setState({ base: saved, draft, mode: "compared" });
  return {
    draft,
    version: base.version,
    /** Somebody saved something else since this form was filled. */
    isBehind: isNewer || mode === "refused" || mode === "adopting",
    /** The newest version was taken over; fields that differ from it were typed here. */
    isCompared: mode === "compared",
    change: (part: Partial<Draft>) => setState({ ...state, draft: { ...draft, ...part } }),
    /** The server knows a newer version than this page. */
    refuse: () => setState({ ...state, mode: "refused" }),
    /** Keeps what was typed, and goes on from the newest version as soon as it is here. */
    adopt: () => setState({ ...state, mode: "adopting" }),
    /** What was typed is saved now. */
    settle: () => setState({ base: saved, draft: saved, mode: "typing" }),
  };
}

function isSame(a: Values, b: Values): boolean {
  return Object.keys(a).every((key) => key === "version" || a[key] === b[key]);
}
