import { dirname, join, normalize } from "node:path/posix";
import { parseSync } from "vite";

export type Problem = { path: string; line: number; message: string };

type Import = {
  specifier: string;
  /** Repository path for our own files, package name or built-in module otherwise. */
  target: string;
  isOwn: boolean;
  isTypeOnly: boolean;
  line: number;
};

/** A syntax node as the parser gives it; checks narrow the few kinds they look at. */
export type Node = { type: string; start: number; end: number; [key: string]: unknown };

export type SourceFile = { path: string; text: string; imports: Import[]; program: Node; lineAt(offset: number): number };

const aliasPattern = /^#(app|party|db|scripts|e2e)\//;

function resolveSpecifier(fromPath: string, specifier: string): { target: string; isOwn: boolean } {
  if (aliasPattern.test(specifier)) return { target: specifier.slice(1), isOwn: true };
  if (specifier.startsWith(".")) return { target: normalize(join(dirname(fromPath), specifier)), isOwn: true };
  if (specifier.includes(":")) return { target: specifier, isOwn: false };
  const parts = specifier.split("/");
  return { target: specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier), isOwn: false };
}

export function parseSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, { lang: path.endsWith("x") ? "tsx" : "ts" });
  const firstError = errors[0];
  if (firstError !== undefined) throw new Error(`${path}: ${firstError.message}`);
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const lineAt = (offset: number) => lineStarts.findLastIndex((start) => start <= offset) + 1;
  const file: SourceFile = { path, text, imports: [], program: program as unknown as Node, lineAt };
  visit(file.program, (node) => {
    const found = importOf(node);
    if (found === null || isGenerated(found.specifier)) return;
    file.imports.push({ ...found, ...resolveSpecifier(path, found.specifier), line: lineAt(node.start) });
  });
  return file;
}

function isGenerated(specifier: string): boolean {
  return specifier.includes("/+types/") || specifier.startsWith("virtual:");
}

function importOf(node: Node): { specifier: string; isTypeOnly: boolean } | null {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration": {
      const specifier = stringOf(node["source"]);
      if (specifier === null) return null;
      const named = childNodes(node["specifiers"]);
      const kindKey = node.type === "ImportDeclaration" ? "importKind" : "exportKind";
      const isTypeOnly = node[kindKey] === "type" || (named.length > 0 && named.every((entry) => entry[kindKey] === "type"));
      return { specifier, isTypeOnly };
    }
    case "ImportExpression": {
      const specifier = stringOf(node["source"]);
      return specifier === null ? null : { specifier, isTypeOnly: false };
    }
    case "TSImportType": {
      const specifier = stringOf(node["source"]) ?? stringOf(node["argument"]);
      return specifier === null ? null : { specifier, isTypeOnly: true };
    }
    default:
      return null;
  }
}

export function stringOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === "TSLiteralType") return stringOf(value["literal"]);
  return value.type === "Literal" && typeof value["value"] === "string" ? value["value"] : null;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function childNodes(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function visit(node: Node, enter: (node: Node) => void): void {
  enter(node);
  for (const key in node) {
    const value = node[key];
    for (const child of Array.isArray(value) ? childNodes(value) : [value]) {
      if (isNode(child)) visit(child, enter);
    }
  }
}

export function linesOf(file: SourceFile, node: Node): number {
  return file.lineAt(node.end) - file.lineAt(node.start) + 1;
}

function isTest(path: string): boolean {
  return /\.(test|eval|bench|spec)\.tsx?$/.test(path);
}

/** Tests, seeds, scripts and end-to-end journeys stand outside the layers: they may reach everything, nothing may reach them. */
export function isOutsideLayers(path: string): boolean {
  return isTest(path) || isTestSupport(path) || /^(scripts|e2e)\//.test(path);
}

export function isTestSupport(path: string): boolean {
  return /^db\/(testing|seed)\//.test(path) || /\/testing\//.test(path);
}
