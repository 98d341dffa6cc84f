import type { BatchItem } from "drizzle-orm/batch";
import type { Orm } from "./client.server.ts";

export type Query<Rows> = BatchItem<"sqlite"> & PromiseLike<Rows>;
type Waiting = { query: Query<unknown>; resolve: (rows: unknown) => void; reject: (reason: unknown) => void };

/** Loaders of a page start side by side, some of them after a text or two: long enough for all, and nobody notices. */
const turnsWaited = 8;

/**
 * Reads that are asked for at the same moment travel as one batch: a round trip to D1 costs more than what a read does there.
 * Only for reads of one table: a batch answers by column name, and of two columns with one name it keeps the last.
 */
export function createReadTogether(orm: Orm): <Rows>(query: Query<Rows>) => Promise<Rows> {
  let waiting: Waiting[] = [];

  async function sendAll(): Promise<void> {
    for (let turn = 0; turn < turnsWaited; turn += 1) await Promise.resolve();
    const batch = waiting;
    waiting = [];
    const [first, ...others] = batch.map(({ query }) => query);
    if (first === undefined) return;
    try {
      const answers: unknown[] = others.length === 0 ? [await first] : await orm.batch([first, ...others]);
      batch.forEach(({ resolve }, index) => resolve(answers[index]));
    } catch (reason) {
      if (others.length === 0) batch.forEach(({ reject }) => reject(reason));
      // One bad read must not take the page around it along: each is asked again alone and fails or succeeds by itself.
      else for (const { query, resolve, reject } of batch) void query.then(resolve, reject);
    }
  }

  return <Rows>(query: Query<Rows>) =>
    new Promise<Rows>((resolve, reject) => {
      if (waiting.length === 0) void sendAll();
      waiting.push({ query, resolve: (rows) => resolve(rows as Rows), reject });
    });
}
