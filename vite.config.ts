import { cloudflare, type WorkerConfig } from "@cloudflare/vite-plugin";
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { isFloorIcon } from "./scripts/bundle/floor-icons.ts";
import { openedLater } from "./scripts/bundle/opened-later.ts";
import { reactTextChunks } from "./scripts/bundle/react-text-chunks.ts";
import { sdkFiles } from "./scripts/bundle/sdk-files.ts";
import { withoutUnusedParts } from "./scripts/bundle/unused-parts.ts";
import { localVars, readSettings } from "./scripts/dev/settings.ts";

const settings = readSettings();
const { port } = settings;
const isLocal = (process.env["CLOUDFLARE_ENV"] ?? "") === "";

export default defineConfig({
  plugins: [
    cloudflare({
      viteEnvironment: { name: "ssr" },
      inspectorPort: false,
      remoteBindings: false,
      persistState: { path: settings.stateDir },
      ...(isLocal ? { config: (worker: WorkerConfig) => ({ vars: { ...worker.vars, ...localVars(settings) } }) } : {}),
    }),
    reactTextChunks(),
    withoutUnusedParts(),
    openedLater(),
    sdkFiles(),
    tailwindcss(),
    reactRouter(),
  ],
  // Routes are left out: they would drag in what only the server uses. What they show comes from these files.
  environments: {
    client: {
      // Each icon is a file of a few hundred bytes: alone they would be forty requests of a first visit.
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: "floor-icons", test: isFloorIcon(), minShareCount: 2 },
                { name: "icons", test: /lucide-react/, minShareCount: 3 },
              ],
            },
          },
        },
      },
      optimizeDeps: { entries: ["app/entry.client.tsx", "app/components/**/*.tsx", "party/**/use-*.ts", "!**/*.test.*"] },
    },
    // The platform counts what is uploaded, and reads all of it at a cold start.
    ssr: { build: { minify: true } },
  },
  server: { host: "127.0.0.1", port, strictPort: true },
  preview: { host: "127.0.0.1", port, strictPort: true },
});
