import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { checkDependencies, reasonsPath } from "./check-dependencies.ts";
import { checkDocPaths } from "./check-doc-paths.ts";
import { checkEnvironments } from "./check-environments.ts";
import { checkFile } from "./check-files.ts";
import { checkLayers } from "./check-layers.ts";
import { checkRooms, roomMapPath } from "./check-rooms.ts";
import { checkThinSurfaces } from "./check-routes.ts";
import { checkWrites } from "./check-writes.ts";
import { parseSource, type Problem, type SourceFile } from "./source.ts";

const fileChecks = [checkFile, checkLayers, checkThinSurfaces, checkWrites];

/** What git knows and what a developer has just added, without what it ignores. */
export function projectFiles(root: string): string[] {
  const output = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  return output.split("\n").filter((path) => path !== "" && existsSync(`${root}/${path}`));
}

export function checkSource(file: SourceFile): Problem[] {
  return fileChecks.flatMap((check) => check(file));
}

export function runOwnChecks(root: string): Problem[] {
  const files = projectFiles(root);
  const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");
  const exists = (path: string) => existsSync(`${root}/${path}`);
  const sources = files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
  const documents = files.filter((path) => /^(README|CONTRIBUTING)\.md$|^docs\/.*\.md$/.test(path));
  const protocols = files.filter((path) => /^party\/[^/]+\/protocol\.ts$/.test(path) && !path.startsWith("party/shared/"));
  return [
    ...sources.flatMap((path) => checkSource(parseSource(path, read(path)))),
    ...documents.flatMap((path) => checkDocPaths(path, read(path), exists)),
    ...checkDependencies(read("package.json"), read(reasonsPath)),
    ...checkEnvironments(read("wrangler.toml")),
    ...checkRooms({
      manifest: read("partykit.json"),
      roomMap: exists(roomMapPath) ? read(roomMapPath) : "",
      wrangler: read("wrangler.toml"),
      protocols: protocols.map((path) => ({ path, text: read(path) })),
      exists,
    }),
  ];
}
