/**
 * The built Worker with one thing changed: its limit of calls is counted in memory and never reached. The local stand-in
 * for that binding writes to SQLite on every call, which the platform does not.
 */
export const measuredEntry = entryWith("");

/**
 * Beside that, what each query reads is noted between a call of `/__bench/watch` and one of `/__bench/rows`. A query that
 * answers without its costs is then made twice, so times are taken while nobody watches.
 */
export const watchedEntry = entryWith(`
let noted;
const originals = new WeakMap();
function note(sql, { meta }) {
  noted?.push({ sql, rowsRead: meta.rows_read });
}
function bound(target, name) {
  const value = Reflect.get(target, name, target);
  return typeof value === "function" ? value.bind(target) : value;
}
function watchedStatement(statement, sql) {
  const proxy = new Proxy(statement, {
    get(target, name) {
      if (noted === undefined && name !== "bind") return bound(target, name);
      switch (name) {
        case "bind":
          return (...values) => watchedStatement(target.bind(...values), sql);
        case "all":
        case "run":
          return async () => {
            const answer = await target[name]();
            note(sql, answer);
            return answer;
          };
        case "first":
        case "raw":
          return async (...how) => {
            note(sql, await target.all());
            return target[name](...how);
          };
        default:
          return bound(target, name);
      }
    },
  });
  originals.set(proxy, { statement, sql });
  return proxy;
}
changes.DB = (database) =>
  new Proxy(database, {
    get(target, name) {
      if (name === "prepare") return (sql) => watchedStatement(target.prepare(sql), sql);
      if (name !== "batch") return bound(target, name);
      return async (statements) => {
        const known = statements.map((one) => originals.get(one) ?? { statement: one, sql: "" });
        const answers = await target.batch(known.map(({ statement }) => statement));
        answers.forEach((answer, index) => note(known[index].sql, answer));
        return answers;
      };
    },
  });
own["/__bench/watch"] = () => {
  noted = [];
  return new Response(null, { status: 204 });
};
own["/__bench/rows"] = () => {
  const rows = noted ?? [];
  noted = undefined;
  return Response.json(rows);
};`);

/** Beside that, the module that was put next to it answers on paths of its own. */
export const gatewayEntry = entryWith(`
import { own as more } from "./extra-module.js";
Object.assign(own, more);`);

/** Beside that, zones can be filled through their own storage, with what the module that was put next to it knows how. */
export const fillingEntry = entryWith(`
import { WarehouseZoneRoom as BuiltRoom } from "./index.js";
import { fill, layOut } from "./extra-module.js";
export class WarehouseZoneRoom extends BuiltRoom {
  layOut(what) {
    void this.zone;
    layOut(this.ctx.storage, what);
  }
  fill(what) {
    void this.zone;
    fill(this.ctx.storage, what);
  }
}
own["/__bench/zone"] = async (request, env) => {
  const { room, method, ...what } = await request.json();
  await env.WAREHOUSE_ZONE.getByName(room)[method](what);
  return new Response(null, { status: 204 });
};`);

function entryWith(more: string): string {
  return `
import app from "./index.js";
export * from "./index.js";
const limiter = { limit: async () => ({ success: true }) };
const changes = { API_RATE_LIMIT: () => limiter };
const own = {};
const known = new WeakMap();
function changed(env) {
  if (!known.has(env)) {
    known.set(env, { ...env, ...Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, change(env[name])])) });
  }
  return known.get(env);
}
${more}
export default {
  fetch: (request, env, execution) => own[new URL(request.url).pathname]?.(request, env, execution) ?? app.fetch(request, changed(env), execution),
  queue: (batch, env, execution) => app.queue(batch, changed(env), execution),
};`;
}
