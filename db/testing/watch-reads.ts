import { env } from "cloudflare:workers";

export type Read = { sql: string; rowsRead: number };

/** The database, and what each query cost it. Some answers come without their costs: those queries are made twice. */
export function watchReads(): { database: D1Database; reads: Read[] } {
  const reads: Read[] = [];
  const originals = new WeakMap<D1PreparedStatement, { statement: D1PreparedStatement; sql: string }>();
  const note = (sql: string, { meta }: D1Result) => void reads.push({ sql, rowsRead: meta.rows_read });
  function watched(statement: D1PreparedStatement, sql: string): D1PreparedStatement {
    const proxy = new Proxy(statement, {
      get(target, name) {
        switch (name) {
          case "bind":
            return (...values: unknown[]) => watched(target.bind(...values), sql);
          case "all":
          case "raw":
            return async () => {
              const answer = await target.all();
              note(sql, answer);
              return name === "all" ? answer : target.raw();
            };
          default:
            return bound(target, name);
        }
      },
    });
    originals.set(proxy, { statement, sql });
    return proxy;
  }
  const database = new Proxy(env.DB, {
    get(target, name) {
      if (name === "prepare") return (sql: string) => watched(target.prepare(sql), sql);
      if (name !== "batch") return bound(target, name);
      return async (statements: D1PreparedStatement[]) => {
        const known = statements.map((one) => originals.get(one) ?? { statement: one, sql: "" });
        const answers = await target.batch(known.map(({ statement }) => statement));
        for (const [index, answer] of answers.entries()) note(known[index]?.sql ?? "", answer);
        return answers;
      };
    },
  });
  return { database, reads };
}

function bound(target: object, name: string | symbol): unknown {
  const value: unknown = Reflect.get(target, name, target);
  return typeof value === "function" ? value.bind(target) : value;
}
