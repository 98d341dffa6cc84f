import { integer, text } from "drizzle-orm/sqlite-core";

/** Every row of a workspace carries its id: the scoped client filters and stamps by it. */
export function workspaceColumn() {
  return text("workspace_id").notNull();
}

export function idColumn() {
  return text("id").primaryKey();
}

/** UTC milliseconds. */
export function timeColumn(name: string) {
  return integer(name, { mode: "number" });
}

export function versionColumn() {
  return integer("version").notNull().default(1);
}
