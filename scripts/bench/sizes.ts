import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { AdvisedError } from "#scripts/dev/terminal.ts";
import type { Result } from "./result.ts";
import { type Chunks, reachableModules } from "./reachable-modules.ts";
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
  { name: "landing", route: "routes/public/home" },
  { name: "login", route: "routes/auth/login" },
  { name: "overview", route: "routes/console/overview" },
  { name: "team", route: "routes/settings/team" },
];

const chunkSchema = z.object({ module: z.string(), imports: z.array(z.string()).default([]) });
const manifestSchema = z.object({
  entry: chunkSchema,
  routes: z.record(z.string(), chunkSchema.extend({ parentId: z.string().optional() })),
});

/** What a browser must load before a page is interactive: the entry, the page, the layouts around it and all their imports. */
export function clientJs(buildDir: string): Result[] {
  const clientDir = join(buildDir, "client");
  const { entry, routes } = readManifest(clientDir);
  const chunks: Chunks = (path) => readFileSync(join(clientDir, path), "utf8");
  return pages.flatMap(({ name, route }) => {
    const own = routes[route];
    if (own === undefined) return [];
    const modules = [entry.module, ...entry.imports, own.module, ...own.imports];
    for (let parent = own.parentId; parent !== undefined; parent = routes[parent]?.parentId) {
      modules.push(routes[parent]?.module ?? "", ...(routes[parent]?.imports ?? []));
    }
    const files = reachableModules(
      modules.filter((path) => path !== ""),
      chunks,
    );
    // Each file travels alone and is compressed alone.
    const bytes = files.reduce((sum, path) => sum + gzipSync(chunks(path)).length, 0);
    return [{ name: `client-js/${name}`, value: round(bytes / 1_000, 1), unit }];
  });
}

function readManifest(clientDir: string): z.infer<typeof manifestSchema> {
  const [path] = globSync("assets/manifest-*.js", { cwd: clientDir });
  if (path === undefined) throw new AdvisedError("The build has no client manifest. Run npm run build.");
  const text = readFileSync(join(clientDir, path), "utf8");
  return manifestSchema.parse(JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
}
