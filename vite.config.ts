import { cloudflare } from "@cloudflare/vite-plugin";
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

const port = Number(process.env["PORT"] ?? 5173);
const simulatorPort = Number(process.env["SIM_PORT"] ?? 5174);
const isLocal = (process.env["CLOUDFLARE_ENV"] ?? "") === "";

/** Ports are chosen when a command starts, so the local Worker learns its own and its simulators' addresses here. */
const localVars = {
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  MAIL_BASE_URL: `http://127.0.0.1:${simulatorPort}/mail`,
};

export default defineConfig({
  plugins: [
    cloudflare({
      viteEnvironment: { name: "ssr" },
      inspectorPort: false,
      remoteBindings: false,
      ...(isLocal ? { config: (worker: { vars?: Record<string, unknown> }) => ({ vars: { ...worker.vars, ...localVars } }) } : {}),
    }),
    tailwindcss(),
    reactRouter(),
  ],
  server: { host: "127.0.0.1", port, strictPort: true },
  preview: { host: "127.0.0.1", port, strictPort: true },
});
