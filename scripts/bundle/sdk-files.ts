import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import { packSdk } from "./sdk-package.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = join(root, "app/sdk");
const folder = join(root, "public/sdk");

/**
 * What customers build into their pages: each a file that needs no other. The second comes by itself where a page sells something,
 * the third is a line of its own, for shops that let visitors ask.
 */
const files = [
  { name: "entrepot.js", entry: "app/sdk/web/script.ts", format: "iife" },
  { name: "entrepot-shop.js", entry: "app/sdk/web/shop.ts", format: "es" },
  { name: "entrepot-chat.js", entry: "app/sdk/chat/script.ts", format: "iife" },
] as const;

/** Most shops pay for every byte of a first visit: the script every page loads is held to this. */
export const mostScriptBytes = 5_000;
export const mostChatBytes = 8_000;

export type SdkFile = { name: string; code: string };

export async function bundleSdk(): Promise<SdkFile[]> {
  return Promise.all(
    files.map(async ({ name, entry, format }) => {
      const built = await build({
        configFile: false,
        logLevel: "silent",
        publicDir: false,
        root,
        build: {
          write: false,
          minify: true,
          target: "es2022",
          lib: { entry: join(root, entry), formats: [format], name: "entrepotScript", fileName: () => name },
        },
      });
      const chunk = [built]
        .flat()
        .flatMap((one) => ("output" in one ? one.output : []))
        .find((one) => one.type === "chunk");
      if (chunk === undefined) throw new Error(`${entry} came to nothing`);
      return { name, code: chunk.code };
    }),
  );
}

async function writeSdk(): Promise<void> {
  const built = await bundleSdk();
  mkdirSync(folder, { recursive: true });
  for (const { name, code } of built) writeFileSync(join(folder, name), code);
  writeFileSync(join(folder, "entrepot-sdk.tgz"), await packSdk(sources));
}

/** Builds the SDK before the app's own files are copied, and again whenever one of its sources changes in development. */
export function sdkFiles(): Plugin {
  return {
    name: "sdk-files",
    applyToEnvironment: ({ name }) => name === "client",
    buildStart: writeSdk,
    async hotUpdate({ file }) {
      if (file.startsWith(sources)) await writeSdk();
    },
  };
}
