import type { Bin, Item, Line, Task } from "#app/domain/warehouse/ledger/facts.ts";
import type { Touched } from "#app/domain/warehouse/ledger/store.ts";
import { readTask } from "./read-task.ts";
import type { BinView, ItemView, Part, TaskView } from "./protocol.ts";

/** Reads what followers of a zone see, as it is now. Names may be many, so they travel as one value. */
export function readPart(sql: SqlStorage, touched: Touched | "all"): Part {
  const bins = readBins(sql, touched === "all" ? null : touched.bins);
  const tasks = readTasks(sql, touched === "all" ? null : touched.tasks);
  const [binIds, taskIds] = [new Set(bins.map(({ id }) => id)), new Set(tasks.map(({ id }) => id))];
  return {
    bins,
    tasks,
    items: readItems(sql, touched === "all" ? null : touched.skus),
    goneBins: touched === "all" ? [] : touched.bins.filter((id) => !binIds.has(id)),
    goneTasks: touched === "all" ? [] : touched.tasks.filter((id) => !taskIds.has(id)),
  };
}

const named = "in (select value from json_each(?))";

function readBins(sql: SqlStorage, ids: readonly string[] | null): BinView[] {
  if (ids?.length === 0) return [];
  const rows = sql.exec<{ version: number; body: string }>(
    `select version, body from bins ${ids === null ? "" : `where id ${named}`}`,
    ...(ids === null ? [] : [JSON.stringify(ids)]),
  );
  const lines = sql.exec<Line & { expiresAt: number | null }>(
    `select account, lines.sku as sku, lines.lot as lot, plate, status, qty, reserved, expires_at as expiresAt
     from lines left join lots on lots.sku = lines.sku and lots.lot = lines.lot
     where ${ids === null ? "account like 'bin:%'" : `account ${named}`}`,
    ...(ids === null ? [] : [JSON.stringify(ids.map((id) => `bin:${id}`))]),
  );
  const byAccount = Map.groupBy(lines.toArray(), ({ account }) => account);
  return rows.toArray().map(({ version, body }) => {
    const bin = JSON.parse(body) as Omit<Bin, "version">;
    const own = byAccount.get(`bin:${bin.id}`) ?? [];
    const shown = own.map(({ account: _account, expiresAt, ...line }) => (expiresAt === null ? line : { ...line, expiresAt }));
    return { ...bin, version, lines: shown };
  });
}

/** A tablet counts blind: how much the books expect anywhere never reaches it. */
export function withoutStock(part: Part): Part {
  return { ...part, bins: part.bins.map((bin) => ({ ...bin, lines: [] })) };
}

/** What is over leaves the view. */
function readTasks(sql: SqlStorage, ids: readonly string[] | null): TaskView[] {
  if (ids?.length === 0) return [];
  const rows = sql.exec<{ body: string }>(
    `select body from tasks where state in ('open', 'claimed') ${ids === null ? "" : `and id ${named}`}`,
    ...(ids === null ? [] : [JSON.stringify(ids)]),
  );
  return rows.toArray().map(({ body }) => toTaskView(readTask(body)));
}

function toTaskView(task: Task): TaskView {
  const { reservationId: _reservation, corrections: _corrections, leaseUntil: _lease, ...view } = task;
  return view;
}

function readItems(sql: SqlStorage, skus: readonly string[] | null): ItemView[] {
  if (skus?.length === 0) return [];
  const rows = sql.exec<{ body: string }>(
    `select body from items ${skus === null ? "" : `where sku ${named}`}`,
    ...(skus === null ? [] : [JSON.stringify(skus)]),
  );
  return rows.toArray().map(({ body }) => {
    const { sku, code, title, gtin, tracksLots, tracksSerials } = JSON.parse(body) as Item;
    return { sku, code, title, gtin, tracksLots, tracksSerials };
  });
}

export function joinTouched(parts: readonly Touched[]): Touched {
  const join = (key: "bins" | "tasks" | "skus") => [...new Set(parts.flatMap((part) => part[key]))];
  return { bins: join("bins"), tasks: join("tasks"), skus: join("skus") };
}

/** Whoever counts blind is told nothing to repeat. */
export function shownTo({ isOnTablet }: { isOnTablet?: true | undefined }, part: Part): Part {
  return isOnTablet === true ? withoutStock(part) : part;
}
