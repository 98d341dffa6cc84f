import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { localVars, readSettings } from "#scripts/dev/settings.ts";
import { createSimulatorHost } from "#scripts/simulators/host.ts";
import { serveSimulators } from "#scripts/simulators/server.ts";
import { createSimulators } from "#scripts/simulators/vendors.ts";

export type PlayedVendors = AsyncDisposable & {
  /** What the Worker must know to call these. */
  vars: Record<string, string>;
  /** Where the app says it lives: vendors send people and notices there, and a case brings them to where it really is. */
  publicUrl: string;
  /** Calls of vendors so far, and how many of them were answered at the same time at most. */
  tally: { calls: number; atOnce: number; byPath: Map<string, number> };
  control(call: string, input: Record<string, unknown>): Promise<unknown>;
  /** Where webhooks go; a case may keep them instead. */
  carry: (webhook: Request) => Promise<Response>;
};

/** The simulators on a port of their own, in this process: what they are asked is counted where it arrives. */
export async function playVendors(): Promise<PlayedVendors> {
  const tally: PlayedVendors["tally"] = { calls: 0, atOnce: 0, byPath: new Map() };
  const carry = () => Promise.resolve(new Response(null, { status: 200 }));
  const host = createSimulatorHost(createSimulators(), {
    nowMs: () => Date.now(),
    sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
    fetch: (webhook) => vendors.carry(webhook),
  });
  let underWay = 0;
  async function counted(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/__control")) return host.fetch(request);
    const path = `${request.method} ${pathname.replaceAll(/\/(?:MLB)?\d{4,}/g, "/:id")}`;
    tally.calls += 1;
    tally.byPath.set(path, (tally.byPath.get(path) ?? 0) + 1);
    underWay += 1;
    tally.atOnce = Math.max(tally.atOnce, underWay);
    try {
      return await host.fetch(request);
    } finally {
      underWay -= 1;
    }
  }
  const server = serveSimulators({ fetch: counted }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const settings = readSettings();
  const simulatorUrl = `http://127.0.0.1:${port}`;
  const vendors: PlayedVendors = {
    vars: localVars({ ...settings, simulatorPort: port, simulatorUrl }),
    publicUrl: settings.appUrl,
    tally,
    carry,
    async control(call, input) {
      const [method = "POST", name = ""] = call.split(" ");
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${simulatorUrl}/__control/${name}`, { method, headers, body: JSON.stringify(input) });
      if (!answer.ok) throw new Error(`the simulators refused ${call}: ${await answer.text()}`);
      return answer.json();
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return vendors;
}
