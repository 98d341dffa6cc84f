import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseEnv } from "node:util";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { localVars, readSettings } from "./settings.ts";
import { AdvisedError, runCommand } from "./terminal.ts";

const builtConfig = "build/server/wrangler.json";

/**
 * Runs the built Worker and its assets in workerd with no development server in between: what is served is what is deployed.
 * Ports and secrets are those of this start, whatever they were when the build was made.
 */
await runCommand(async () => {
  const settings = readSettings();
  if (!existsSync(builtConfig)) throw new AdvisedError(`There is no build yet (${builtConfig}). Run npm start without --reuse-build.`);
  const { workerOptions, main } = unstable_getMiniflareWorkerOptions(builtConfig);
  if (main === undefined) throw new AdvisedError(`${builtConfig} names no Worker. Run npm run build.`);
  const { modulesRules = [], ...worker } = workerOptions;
  const rootPath = dirname(main);
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port: settings.port,
      log: new Log(LogLevel.WARN),
      resourcePersistencePath: join(settings.stateDir, "v3"),
      unsafeTriggerHandlers: true,
      telemetry: { enabled: false },
      workers: [
        {
          ...worker,
          bindings: Object.assign({}, worker.bindings, parseEnv(readFileSync(".dev.vars", "utf8")), localVars(settings)),
          rootPath,
          modules: [{ type: "ESModule", path: "index.js" }, ...otherModules(rootPath, modulesRules)],
        },
      ],
    }),
  );
  const stop = () => void miniflare.dispose().then(() => process.exit(0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  await miniflare.ready;
  return 0;
});

type ModuleRule = { type: "ESModule" | "CommonJS" | "Text" | "Data" | "CompiledWasm"; include: string[] };

function otherModules(
  rootPath: string,
  rules: readonly { type: string; include: string[] }[],
): { type: ModuleRule["type"]; path: string }[] {
  return (rules as ModuleRule[]).flatMap(({ type, include }) =>
    globSync(include, { cwd: rootPath, exclude: ["index.js"] }).map((path) => ({ type, path })),
  );
}
