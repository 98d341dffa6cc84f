import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { World } from "./bench-world.ts";
import type { Result } from "./result.ts";
import { type Chunks, modulesOf, reachableModules } from "./reachable-modules.ts";
import { round } from "./statistics.ts";

const unit = "kB gzip";

/** Every module that is uploaded, compressed as one, which is how the platform's limit counts. */
export function workerSize(buildDir: string): Result {
  const serverDir = join(buildDir, "server");
  const modules = globSync("**/*.{js,mjs,wasm}", { cwd: serverDir }).toSorted();
  const bytes = Buffer.concat(modules.map((path) => readFileSync(join(serverDir, path))));
  return { name: "worker-size", value: round(gzipSync(bytes).length / 1_000, 1), unit };
}

const pages = [
  { name: "landing", path: "/", isSignedIn: false },
  { name: "login", path: "/login", isSignedIn: false },
  { name: "overview", path: "/overview", isSignedIn: true },
  { name: "team", path: "/settings/team", isSignedIn: true },
];

/** What a browser must load before a page is interactive: all that its document asks for, with everything that imports. */
export async function clientJs({ appUrl, cookies }: World, buildDir: string): Promise<Result[]> {
  const chunks: Chunks = (path) => readFileSync(join(buildDir, "client", path), "utf8");
  const results: Result[] = [];
  for (const { name, path, isSignedIn } of pages) {
    const response = await fetch(new URL(path, appUrl), { headers: isSignedIn ? { cookie: cookies[0] ?? "" } : {}, redirect: "manual" });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    const files = reachableModules(modulesOf(await response.text()), chunks);
    // Each file travels alone and is compressed alone.
    const bytes = files.reduce((sum, file) => sum + gzipSync(chunks(file)).length, 0);
    results.push({ name: `client-js/${name}`, value: round(bytes / 1_000, 1), unit });
  }
  return results;
}
