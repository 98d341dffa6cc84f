/**
 * Prevents: server code in the browser bundle and pure rules that quietly grow I/O.
 * The suffix tells the runtime: only `.server.ts` may touch Node, the Workers runtime or another `.server.ts`.
 */
import { isOutsideLayers, type Problem, type SourceFile } from "./source.ts";

const maxLines = 300;

/** Route modules are split by the bundler; entries, the route table and middleware run where their place says. */
const mixedFiles = /^app\/(routes\/|middleware\/|root\.tsx$|routes\.ts$|entry\.)/;

export function checkFile(file: SourceFile): Problem[] {
  const problems: Problem[] = [];
  const lines = file.text.split("\n").length - (file.text.endsWith("\n") ? 1 : 0);
  if (lines > maxLines)
    problems.push({ path: file.path, line: maxLines + 1, message: `${lines} lines (at most ${maxLines}): split by concern` });
  if (isOutsideLayers(file.path) || mixedFiles.test(file.path) || file.path.endsWith(".server.ts") || file.path.endsWith(".server.tsx")) {
    return problems;
  }
  for (const { target, isTypeOnly, line } of file.imports) {
    if (isTypeOnly) continue;
    const isServerOnly = target.startsWith("node:") || target === "cloudflare:workers" || /\.server\.tsx?$/.test(target);
    if (isServerOnly) problems.push({ path: file.path, line, message: `imports ${target}, so its name must end in .server.ts` });
  }
  return problems;
}
