import { setTimeout as delay } from "node:timers/promises";
import { readSettings } from "#scripts/dev/settings.ts";
import { createDemoShop } from "./demo-shop/demo-shop.ts";
import { createSimulatorHost } from "./host.ts";
import { serveSimulators } from "./server.ts";
import { createSimulators } from "./vendors.ts";

const { simulatorPort, appUrl } = readSettings();
const demoShop = createDemoShop({ appUrl, newOrderRef: () => String(Date.now()).slice(-7) });
const host = createSimulatorHost(createSimulators(), {
  nowMs: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
  fetch: (request) => fetch(request, { signal: AbortSignal.timeout(30_000) }),
});
const withShop = { ...host, fetch: async (request: Request) => (await demoShop(request)) ?? host.fetch(request) };
const server = serveSimulators(withShop).listen(simulatorPort, "127.0.0.1");

function end(): void {
  server.closeAllConnections();
  server.close(() => process.exit(0));
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, end);
