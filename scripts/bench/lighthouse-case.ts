import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { provideBrowser } from "#scripts/dev/provide-browser.ts";
import { startApp } from "./app-under-test.ts";
import { seedOnce } from "./bench-world.ts";
import type { Result } from "./result.ts";

const run = promisify(execFile);
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const reportSchema = z.object({ categories: z.record(z.string(), z.object({ score: z.number() })) });

/** The built landing page with its assets, as a stranger on a desktop sees it. */
export async function runLighthouse(buildDir: string, tempDir: string, signal: AbortSignal): Promise<Result[]> {
  const stateDir = join(tempDir, "lighthouse-state");
  await seedOnce(stateDir);
  await using app = await startApp({ buildDir, stateDir, withAssets: true });
  const { stdout } = await run(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve("lighthouse/cli/index.js")),
      app.appUrl.href,
      "--preset=desktop",
      "--output=json",
      "--quiet",
      "--only-categories=performance,accessibility,best-practices,seo",
      `--chrome-flags=${flags.join(" ")}`,
    ],
    { env: { ...process.env, CHROME_PATH: provideBrowser() }, signal, killSignal: "SIGINT", maxBuffer: 100_000_000 },
  );
  const { categories } = reportSchema.parse(JSON.parse(stdout));
  return Object.entries(categories).map(([name, { score }]) => ({
    name: `lighthouse/${name}`,
    value: Math.round(score * 100),
    unit: "points",
  }));
}
