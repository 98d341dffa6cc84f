/**
 * Prevents: a change without its audit row, event or version guard, and a half-written state.
 * D1 has no interactive transactions (`transaction()` fails at run time), so every write goes through `mutate`.
 */
import { isNode, isOutsideLayers, type Node, type Problem, type SourceFile, stringOf, visit } from "./source.ts";

const writeMethods = new Set(["insert", "update", "delete"]);
const continuations: Record<string, string> = { values: "insert", set: "update", where: "delete", returning: "delete" };
const databaseName = /(^|\.)(orm|db|database|drizzle|tx)(\(\))?$/i;
const writeSql = /\b(insert\s+(or\s+\w+\s+)?into\s+\S|update\s+\S+\s+set\s|delete\s+from\s+\S|replace\s+into\s+\S)/i;

/** Rooms and private objects own the SQLite they write; it is not the shared database. */
function ownsItsStorage(path: string): boolean {
  return path.startsWith("db/") || /^party\/.*storage[^/]*\.server\.ts$/.test(path) || path.endsWith(".object.server.ts");
}

/** Components reach no database of ours; what they call by these names is the browser's own. */
function isInBrowser(path: string): boolean {
  return path.startsWith("app/components/");
}

export function checkWrites(file: SourceFile): Problem[] {
  if (isOutsideLayers(file.path)) return [];
  const mayWrite = ownsItsStorage(file.path);
  const problems: Problem[] = [];
  const report = (node: Node, message: string) => problems.push({ path: file.path, line: file.lineAt(node.start), message });
  visit(file.program, (node) => {
    const method = methodOf(node);
    if (method === "transaction" && !isInBrowser(file.path)) report(node, "transaction() fails on D1: put the writes into one mutate()");
    if (mayWrite) return;
    if (method !== null && isQueryWrite(file, node, method))
      report(node, `.${method}() writes past mutate(): no audit row, no event, no guard`);
    const sql = sqlOf(node);
    if (sql !== null && writeSql.test(sql)) report(node, "SQL that writes belongs into db/ or a room's storage file");
  });
  return problems;
}

function methodOf(node: Node): string | null {
  if (node.type !== "CallExpression" || !isNode(node["callee"]) || node["callee"].type !== "MemberExpression") return null;
  const property = node["callee"]["property"];
  return isNode(property) && typeof property["name"] === "string" ? property["name"] : null;
}

function receiverOf(node: Node): Node | null {
  const callee = node["callee"];
  return isNode(callee) && isNode(callee["object"]) ? callee["object"] : null;
}

function isQueryWrite(file: SourceFile, node: Node, method: string): boolean {
  const receiver = receiverOf(node);
  if (receiver === null) return false;
  if (writeMethods.has(method)) return databaseName.test(file.text.slice(receiver.start, receiver.end));
  return method in continuations && methodOf(receiver) === continuations[method];
}

function sqlOf(node: Node): string | null {
  if (node.type !== "TemplateLiteral") return stringOf(node);
  const quasis = Array.isArray(node["quasis"]) ? node["quasis"] : [];
  return quasis.map((quasi: unknown) => (isNode(quasi) ? rawOf(quasi["value"]) : "")).join("x");
}

function rawOf(value: unknown): string {
  return typeof value === "object" && value !== null && "raw" in value && typeof value.raw === "string" ? value.raw : "";
}
