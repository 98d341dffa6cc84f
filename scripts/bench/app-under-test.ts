import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { inventSecrets } from "#scripts/dev/dev-vars.ts";
import { AdvisedError } from "#scripts/dev/terminal.ts";

export type AppUnderTest = AsyncDisposable & { appUrl: URL; helloUrl: URL; readUrl: URL };
export type AppOptions = { buildDir: string; stateDir: string; withAssets?: boolean };

const direct = { unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] };
const hello = 'export default { fetch: () => new Response("hello") };';
const oneRead = `export default {
  async fetch(request, env) {
    await env.DB.prepare("select id from workspaces where id = ?").bind("wsp_demo").first();
    return new Response("hello");
  },
};`;

/**
 * The built Worker with one thing changed: its limit of calls is counted in memory and never reached. The local stand-in
 * for that binding writes to SQLite on every call, which the platform does not.
 */
const measuredEntry = `
import app from "./index.js";
export * from "./index.js";
const limiter = { limit: async () => ({ success: true }) };
const known = new WeakMap();
function unlimited(env) {
  if (!known.has(env)) known.set(env, { ...env, API_RATE_LIMIT: limiter });
  return known.get(env);
}
export default {
  fetch: (request, env, execution) => app.fetch(request, unlimited(env), execution),
  queue: (batch, env, execution) => app.queue(batch, unlimited(env), execution),
};`;

/** The built Worker and two bare ones in the same workerd, each on a socket of its own with no proxy before it. */
export async function startApp({ buildDir, stateDir, withAssets = false }: AppOptions): Promise<AppUnderTest> {
  const { worker, modules } = readBuiltWorker(buildDir);
  // The platform answers assets before the Worker is asked; without them the socket leads straight to it.
  if (!withAssets) Reflect.deleteProperty(worker, "assets");
  const { compatibilityDate = "2026-11-17" } = worker;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      log: new Log(LogLevel.NONE),
      handleStructuredLogs: () => undefined,
      resourcePersistencePath: join(stateDir, "v3"),
      telemetry: { enabled: false },
      workers: [
        {
          ...worker,
          ...direct,
          bindings: Object.assign({}, worker.bindings, inventSecrets()),
          modules: [{ type: "ESModule", path: "bench-entry.js", contents: measuredEntry }, ...modules],
        },
        { name: "hello", modules: true, script: hello, compatibilityDate, ...direct },
        { name: "one-read", modules: true, script: oneRead, compatibilityDate, d1Databases: worker.d1Databases ?? {}, ...direct },
      ],
    }),
  );
  const url = await miniflare.ready;
  return {
    appUrl: withAssets ? url : await miniflare.unsafeGetDirectURL(worker.name),
    helloUrl: await miniflare.unsafeGetDirectURL("hello"),
    readUrl: await miniflare.unsafeGetDirectURL("one-read"),
    [Symbol.asyncDispose]: () => miniflare.dispose(),
  };
}

type BuiltModule = { type: "ESModule" | "CommonJS" | "Text" | "Data" | "CompiledWasm"; path: string };
/** The part of the options that is read here; wrangler's own type loses its fields when it is taken apart. */
type BuiltOptions = {
  name?: string;
  compatibilityDate?: string;
  compatibilityFlags?: string[];
  bindings?: Record<string, string>;
  d1Databases?: Record<string, string>;
};

/** What the build says about the Worker: its bindings, and the modules that are uploaded. */
export function readBuiltWorker(buildDir: string) {
  const { workerOptions, main } = unstable_getMiniflareWorkerOptions(join(buildDir, "server/wrangler.json"));
  if (main === undefined) throw new AdvisedError("The build names no Worker. Run npm run build.");
  const { modulesRules = [], ...options } = workerOptions;
  const rootPath = dirname(main);
  const modules = modulesRules.flatMap(({ type, include }) =>
    globSync(include, { cwd: rootPath }).map((path): BuiltModule => ({ type: type as BuiltModule["type"], path })),
  );
  return { worker: { ...(options as BuiltOptions), rootPath }, modules };
}
