import { execFile } from "node:child_process";
import { cpSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { AdvisedError } from "#scripts/dev/terminal.ts";

const run = promisify(execFile);
const sources = ["app/**/*", "db/**/*", "party/**/*", "public/**/*", "*.config.ts", "wrangler.toml", "package-lock.json"];

/** A copy of the production build, made anew when the source is newer: what is measured does not change meanwhile. */
export async function copyBuild(tempDir: string, signal: AbortSignal): Promise<string> {
  if (isStale()) {
    const env = { ...process.env, CLOUDFLARE_ENV: "" };
    await run(process.execPath, ["node_modules/@react-router/dev/bin.cjs", "build"], { env, signal, maxBuffer: 10_000_000 }).catch(
      (error: unknown) => {
        throw new AdvisedError(`The build failed. Run npm run build to see why.\n${String(error)}`);
      },
    );
  }
  const buildDir = join(tempDir, "build");
  cpSync("build", buildDir, { recursive: true });
  forgetSecrets(join(buildDir, "server"));
  return buildDir;
}

/** Secrets of this machine stay where they are: the benchmark invents its own and needs none to be there. */
function forgetSecrets(serverDir: string): void {
  rmSync(join(serverDir, ".dev.vars"), { force: true });
  const path = join(serverDir, "wrangler.json");
  const { secrets: _required, ...config } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify(config));
}

function isStale(): boolean {
  const built = "build/server/wrangler.json";
  if (!existsSync(built)) return true;
  const builtAtMs = statSync(built).mtimeMs;
  return globSync(sources, { exclude: ["**/*.test.*"] }).some((path) => statSync(path).mtimeMs > builtAtMs);
}
