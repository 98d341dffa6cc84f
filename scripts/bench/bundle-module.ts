import { build } from "vite";

/** A module of the repository with all it needs in one file, compiled like the Worker it is put beside. */
export async function bundleModule(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    resolve: { conditions: ["workerd", "worker", "module", "browser", "production"] },
    ssr: { noExternal: true, target: "webworker" },
    build: {
      write: false,
      ssr: entry,
      minify: true,
      rolldownOptions: { external: [/^cloudflare:/, /^node:/], output: { format: "es", codeSplitting: false } },
    },
  });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  const module = outputs.find((one) => one.type === "chunk");
  if (module === undefined) throw new Error(`${entry} came to nothing`);
  return module.code;
}
