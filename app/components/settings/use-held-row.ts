import { useState } from "react";

type Held<Row> = { row: Row; version: number };

/**
 * What the fields of a form begin from, where each field keeps what is typed by itself. It follows the row until somebody
 * writes, and then stays until it is saved or given up: what others save meanwhile neither throws away what was typed nor is
 * overwritten by somebody who has not seen it.
 */
export function useHeldRow<Row extends { version: number }>(saved: Row) {
  const [held, setHeld] = useState<Held<Row>>();
  const row = held?.row ?? saved;
  const version = held?.version ?? saved.version;
  return {
    row,
    version,
    /** Fields begin anew when this changes. */
    key: `${row.version}`,
    isBehind: version !== saved.version,
    /** Somebody writes. */
    hold: () => setHeld((now) => now ?? { row: saved, version: saved.version }),
    /** What was typed goes on from the newest version: saving puts it in that one's place. */
    keepMine: () => setHeld({ row, version: saved.version }),
    /** What was typed is saved, or given up for what is saved. */
    release: () => setHeld(undefined),
  };
}
