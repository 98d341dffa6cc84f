/** A list's state lives in its address: it can be sent, saved as a view and read by the loader with the same code. */
export type TableSort = { column: string; isDescending: boolean };
export type TableDensity = "comfortable" | "compact";
export type TableState = {
  sort: TableSort | undefined;
  query: string;
  filters: Readonly<Record<string, readonly string[]>>;
  /** Undefined means the list's own choice of columns. */
  columns: readonly string[] | undefined;
  density: TableDensity;
  cursor: string | undefined;
};
export type TableUrlSpec = { sortable: readonly string[]; filterKeys: readonly string[] };

/** Unknown columns and keys are ignored, so an old or forged address still shows the list. */
export function readTableState(params: URLSearchParams, spec: TableUrlSpec): TableState {
  return {
    sort: readSort(params.get("sort"), spec.sortable),
    query: (params.get("q") ?? "").trim().slice(0, 200),
    filters: Object.fromEntries(spec.filterKeys.map((key) => [key, params.getAll(key).filter((value) => value !== "")])),
    columns: params.get("cols")?.split(",").filter(Boolean),
    density: params.get("density") === "compact" ? "compact" : "comfortable",
    cursor: params.get("cursor") ?? undefined,
  };
}

function readSort(text: string | null, sortable: readonly string[]): TableSort | undefined {
  if (!text) return undefined;
  const isDescending = text.startsWith("-");
  const column = isDescending ? text.slice(1) : text;
  return sortable.includes(column) ? { column, isDescending } : undefined;
}

type Edit = (next: URLSearchParams) => void;

function hrefWith(params: URLSearchParams, edit: Edit): string {
  const next = new URLSearchParams(params);
  edit(next);
  next.sort();
  return `?${next.toString()}`;
}

/** A cursor points into one order of one set of rows; another order or set starts at its first page. */
function restartWith(params: URLSearchParams, edit: Edit): string {
  return hrefWith(params, (next) => {
    next.delete("cursor");
    edit(next);
  });
}

function setOrDelete(params: URLSearchParams, key: string, value: string | undefined): void {
  if (value === undefined || value === "") params.delete(key);
  else params.set(key, value);
}

export function sortHref(params: URLSearchParams, sort: TableSort | undefined): string {
  return restartWith(params, (next) => setOrDelete(next, "sort", sort && `${sort.isDescending ? "-" : ""}${sort.column}`));
}

/** Ascending, then descending, then the list's own order again. */
export function nextSort(current: TableSort | undefined, column: string): TableSort | undefined {
  if (current?.column !== column) return { column, isDescending: false };
  return current.isDescending ? undefined : { column, isDescending: true };
}

export function filterHref(params: URLSearchParams, key: string, values: readonly string[]): string {
  return restartWith(params, (next) => {
    next.delete(key);
    for (const value of values) next.append(key, value);
  });
}

export function clearedHref(params: URLSearchParams, filterKeys: readonly string[]): string {
  return restartWith(params, (next) => {
    for (const key of [...filterKeys, "q"]) next.delete(key);
  });
}

export function columnsHref(params: URLSearchParams, columns: readonly string[] | undefined): string {
  return hrefWith(params, (next) => setOrDelete(next, "cols", columns?.join(",")));
}

export function densityHref(params: URLSearchParams, density: TableDensity): string {
  return hrefWith(params, (next) => setOrDelete(next, "density", density === "compact" ? density : undefined));
}

export function cursorHref(params: URLSearchParams, cursor: string | undefined): string {
  return hrefWith(params, (next) => setOrDelete(next, "cursor", cursor));
}
