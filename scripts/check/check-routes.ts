/**
 * Prevents: business rules that only one page can reach. A route parses, calls a verb and answers;
 * a room's onMessage parses and hands over. What grows past that belongs into a verb or a pure decision.
 */
import { isNode, isOutsideLayers, linesOf, type Node, type Problem, type SourceFile, visit } from "./source.ts";

const maxHandlerLines = 40;
const maxOnMessageLines = 30;

export function checkThinSurfaces(file: SourceFile): Problem[] {
  if (isOutsideLayers(file.path)) return [];
  if (file.path.startsWith("app/routes/")) return checkRoute(file);
  if (file.path.startsWith("party/")) return checkRoom(file);
  return [];
}

function checkRoute(file: SourceFile): Problem[] {
  const problems: Problem[] = [];
  const report = (node: Node, message: string) => problems.push({ path: file.path, line: file.lineAt(node.start), message });
  visit(file.program, (node) => {
    if (node.type === "CallExpression" && nameOf(node["callee"]) === "fetch")
      report(node, "a route must not call fetch: use a verb, or a fetcher");
    if (node.type === "CallExpression" && isNode(node["callee"]) && nameOf(node["callee"]["property"]) === "prepare") {
      report(node, "a route must not build SQL: read through a verb");
    }
    if (node.type !== "FunctionDeclaration") return;
    const name = nameOf(node["id"]);
    const lines = linesOf(file, node);
    if ((name === "loader" || name === "action") && lines > maxHandlerLines) {
      report(node, `${name} has ${lines} lines (at most ${maxHandlerLines}): move the work into a verb`);
    }
  });
  return problems;
}

function checkRoom(file: SourceFile): Problem[] {
  const problems: Problem[] = [];
  visit(file.program, (node) => {
    if (node.type !== "MethodDefinition" || nameOf(node["key"]) !== "onMessage") return;
    const lines = linesOf(file, node);
    if (lines <= maxOnMessageLines) return;
    const message = `onMessage has ${lines} lines (at most ${maxOnMessageLines}): decide in state.ts`;
    problems.push({ path: file.path, line: file.lineAt(node.start), message });
  });
  return problems;
}

function nameOf(node: unknown): string | null {
  return isNode(node) && typeof node["name"] === "string" ? node["name"] : null;
}
