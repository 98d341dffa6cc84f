import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fill, NameError } from "./names.ts";
import { insertLine, planFor } from "./plan.ts";

const templates = new URL("./templates/", import.meta.url);

export type Generated = { paths: string[]; report: string[] };

/** Writes the files of a kind under `root`. Looks at everything first, so that a refusal leaves nothing behind. */
export function generate(args: string[], root: string): Generated {
  const plan = planFor(args);
  const taken = plan.files.filter(({ path, isShared }) => !isShared && existsSync(join(root, path)));
  if (taken.length > 0) throw new NameError(`${taken.map(({ path }) => path).join(", ")} already there: nothing was written`);
  const paths: string[] = [];
  const report: string[] = [];
  for (const { template, path } of plan.files.filter((file) => !existsSync(join(root, file.path)))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), fill(readFileSync(new URL(template, templates), "utf8"), plan.names));
    paths.push(path);
    report.push(`made     ${path}`);
  }
  const undone: string[] = [];
  for (const insertion of plan.insertions) {
    const target = join(root, insertion.path);
    const text = existsSync(target) ? insertLine(readFileSync(target, "utf8"), insertion) : null;
    const shown = insertion.line.trim().replaceAll(/\n\s*/g, " ");
    if (text === null) undone.push(`${insertion.path}: add ${shown}`);
    else writeFileSync(target, text);
    if (text !== null) report.push(`added    ${shown}  to ${insertion.path}`);
  }
  const leftToDo = [...undone, ...plan.next].map((line) => `  - ${line}`);
  return { paths, report: [...report, "", "Left to do:", ...leftToDo] };
}
