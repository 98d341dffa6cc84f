import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { inventSecrets } from "#scripts/dev/dev-vars.ts";
import { AdvisedError } from "#scripts/dev/terminal.ts";
import { fillingEntry, gatewayEntry, measuredEntry, watchedEntry } from "./measured-entry.ts";

export type AppUnderTest = AsyncDisposable & {
  appUrl: URL;
  helloUrl: URL;
  readUrl: URL;
  playedUrl: URL | undefined;
  /** Rows of the app's own database, asked from outside of it. */
  query<Row>(sql: string, ...values: unknown[]): Promise<Row[]>;
};
/** `vars`: what this start of the Worker is told differently from its configuration. */
export type AppOptions = {
  buildDir: string;
  stateDir: string;
  withAssets?: boolean;
  vars?: Record<string, string>;
  entry?: keyof typeof entries;
  /** Put beside the Worker, for the entry that imports it. */
  extraModule?: string;
  /** A third party, played by a Worker of its own. */
  played?: string;
};

const entries = { measured: measuredEntry, watched: watchedEntry, filling: fillingEntry, gateway: gatewayEntry };
const direct = { unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }] };
const hello = 'export default { fetch: () => new Response("hello") };';
const oneRead = `export default {
  async fetch(request, env) {
    await env.DB.prepare("select id from workspaces where id = ?").bind("wsp_demo").first();
    return new Response("hello");
  },
};`;

/** Over a socket and not with Miniflare's own bindings: those stop this process for each call, and workerd with it. */
const answersQueries = `export default {
  async fetch(request, env) {
    const { sql, values } = await request.json();
    return Response.json((await env.DB.prepare(sql).bind(...values).all()).results);
  },
};`;

/** The built Worker and bare ones in the same workerd, each on a socket of its own with no proxy before it. */
export async function startApp({
  buildDir,
  stateDir,
  withAssets = false,
  vars = {},
  entry = "measured",
  extraModule,
  played,
}: AppOptions): Promise<AppUnderTest> {
  const { worker, modules } = readBuiltWorker(buildDir);
  // The platform answers assets before the Worker is asked; without them the socket leads straight to it.
  if (!withAssets) Reflect.deleteProperty(worker, "assets");
  const extra = extraModule === undefined ? [] : [{ type: "ESModule" as const, path: "extra-module.js", contents: extraModule }];
  const { compatibilityDate = "2026-11-17", d1Databases = {} } = worker;
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
          bindings: Object.assign({}, worker.bindings, inventSecrets(), vars),
          modules: [{ type: "ESModule", path: "bench-entry.js", contents: entries[entry] }, ...extra, ...modules],
        },
        { name: "hello", modules: true, script: hello, compatibilityDate, ...direct },
        { name: "one-read", modules: true, script: oneRead, compatibilityDate, d1Databases, ...direct },
        { name: "queries", modules: true, script: answersQueries, compatibilityDate, d1Databases, ...direct },
        ...(played === undefined ? [] : [{ name: "played", modules: true, script: played, compatibilityDate, ...direct }]),
      ],
    }),
  );
  const url = await miniflare.ready;
  return {
    appUrl: withAssets ? url : await miniflare.unsafeGetDirectURL(worker.name),
    helloUrl: await miniflare.unsafeGetDirectURL("hello"),
    readUrl: await miniflare.unsafeGetDirectURL("one-read"),
    playedUrl: played === undefined ? undefined : await miniflare.unsafeGetDirectURL("played"),
    query: createQuery(await miniflare.unsafeGetDirectURL("queries")),
    [Symbol.asyncDispose]: () => miniflare.dispose(),
  };
}

function createQuery(url: URL): AppUnderTest["query"] {
  return async <Row>(sql: string, ...values: unknown[]) => {
    const answer = await fetch(url, { method: "POST", body: JSON.stringify({ sql, values }) });
    if (!answer.ok) throw new Error(`the database refused "${sql}"`);
    return answer.json<Row[]>();
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
