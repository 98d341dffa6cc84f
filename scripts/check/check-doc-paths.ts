/**
 * Prevents: documents that send a newcomer to files that are gone.
 * Reads links and inline code of Markdown; code blocks, patterns and generated folders are not paths.
 */
import { dirname, join, normalize } from "node:path/posix";
import type { Problem } from "./source.ts";

const topFolders = /^(app|party|db|scripts|e2e|docs|public|\.ci|\.github)\//;
const rootFiles = /^([A-Z]+\.md|[\w.]+\.(toml|config\.ts)|package\.json|partykit\.json|tsconfig\.json|\.[a-z]+rc\.json)$/;
const generated = /^(public\/sdk|build|\.wrangler|\.react-router|worker-configuration\.d\.ts)/;
const pattern = /[<>*{}…$?\s]/;

export function checkDocPaths(path: string, text: string, exists: (path: string) => boolean): Problem[] {
  const problems: Problem[] = [];
  let isCodeBlock = false;
  text.split("\n").forEach((lineText, index) => {
    if (/^\s*(```|~~~)/.test(lineText)) isCodeBlock = !isCodeBlock;
    if (isCodeBlock) return;
    for (const candidate of pathsIn(path, lineText)) {
      if (!exists(candidate)) problems.push({ path, line: index + 1, message: `${candidate} does not exist` });
    }
  });
  return problems;
}

function pathsIn(documentPath: string, lineText: string): string[] {
  const code = [...lineText.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
  const links = [...lineText.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return [...code.filter(isRepositoryPath), ...links.filter(isLocalLink).map((link) => resolveLink(documentPath, link))]
    .map((found) => found.replace(/[:#]\d+$/, ""))
    .filter((found) => !pattern.test(found) && !generated.test(found));
}

function isRepositoryPath(code: string): boolean {
  return topFolders.test(code) || rootFiles.test(code);
}

function isLocalLink(link: string): boolean {
  return !/^([a-z]+:|#|\/)/i.test(link);
}

function resolveLink(documentPath: string, link: string): string {
  return normalize(join(dirname(documentPath), link.replace(/#.*$/, "")));
}
