import { z } from "zod";
import {
  type Simulator,
  type SimulatorTools,
  type SocketPeer,
  UnknownActionError,
  type VendorSocket,
  type Webhook,
} from "#app/integrations/simulator.ts";
import { ControlError, fromZod, json, problem, readJson } from "./answers.ts";
import { actSchema, clearFaultsSchema, clockSchema, type Delivery, faultSchema, resetSchema, scaleSchema } from "./control-schemas.ts";
import { answerWithFault, createFaultBox, type FaultBox } from "./faults.ts";
import { homePage } from "./home-page.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { seedFor } from "./random.ts";
import { type Delivered, deliverWebhooks } from "./webhooks.ts";

export type HostTools = {
  nowMs(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Carries webhooks to their receiver. */
  fetch(request: Request): Promise<Response>;
};

export type SimulatorHost = {
  /** Answers vendors and control calls alike. Throws BrokenConnection where a socket is to break. */
  fetch(request: Request): Promise<Response>;
  /** Takes a socket for a vendor, or says by an answer why there is none. Throws BrokenConnection as well. */
  accept(request: Request, peer: SocketPeer): Promise<VendorSocket | Response>;
};

type Call = { method: string; path: string; status: number; at: string };

type Mounted = { simulator: Simulator; random: () => number; clockOffsetMs: number; calls: Call[]; delivered: Delivered[] };

type HostState = { mounted: Map<string, Mounted>; faults: FaultBox; tools: HostTools };

const maxKept = 1000;
const defaultSeed = 1;

export function createSimulatorHost(simulators: Simulator[], tools: HostTools): SimulatorHost {
  const mounted = new Map(simulators.map((simulator) => [simulator.vendor, mount(simulator)]));
  const host: HostState = { mounted, faults: createFaultBox(), tools };
  resetAll(host, defaultSeed);
  return { fetch: (request) => route(host, request), accept: (request, peer) => acceptSocket(host, request, peer) };
}

async function acceptSocket(host: HostState, request: Request, peer: SocketPeer): Promise<VendorSocket | Response> {
  const url = new URL(request.url);
  const [, first = "", ...rest] = url.pathname.split("/");
  const mounted = host.mounted.get(first);
  const { accept } = mounted?.simulator ?? {};
  if (mounted === undefined || accept === undefined) return problem(new ControlError(404, `No sockets are taken at /${first}.`));
  url.pathname = `/${rest.join("/")}`;
  const call: Call = { method: "SOCKET", path: url.pathname, status: 0, at: new Date(nowMsAt(host, mounted)).toISOString() };
  keep(mounted.calls, call);
  let taken: VendorSocket | undefined;
  const answer = await answerWithFault(
    host.faults.take(mounted.simulator.vendor, request.method, url.pathname),
    request,
    async () => {
      const socket = accept(new Request(url, request), () => toolsFor(host, mounted, []), peer);
      if (socket instanceof Response) return socket;
      taken = socket;
      return new Response(null, { status: 200 });
    },
    { sleep: host.tools.sleep, body: (status) => mounted.simulator.faultBody?.(status) ?? { status, error: "injected" } },
  );
  call.status = taken === undefined ? answer.status : 101;
  return taken ?? answer;
}

async function route(host: HostState, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const [, first = "", ...rest] = url.pathname.split("/");
  if (first === "")
    return homePage(
      [...host.mounted.values()].map(({ simulator }) => simulator),
      url.origin,
    );
  // Browsers ask for it on every consent page.
  if (first === "favicon.ico") return new Response(null, { status: 204 });
  if (first === "__control") return control(host, rest.join("/"), request, url);
  const mounted = host.mounted.get(first);
  if (mounted === undefined) return problem(new ControlError(404, `No vendor is mounted at /${first}.`));
  url.pathname = `/${rest.join("/")}`;
  return callVendor(host, mounted, new Request(url, request), { path: url.pathname, mountedAt: `${url.origin}/${first}` });
}

type Place = { path: string; mountedAt: string };

async function callVendor(host: HostState, mounted: Mounted, request: Request, { path, mountedAt }: Place): Promise<Response> {
  const { simulator } = mounted;
  const at = new Date(nowMsAt(host, mounted)).toISOString();
  const call: Call = { method: request.method, path, status: 0, at };
  keep(mounted.calls, call);
  const webhooks: Webhook[] = [];
  const fault = host.faults.take(simulator.vendor, request.method, path);
  const response = await answerWithFault(
    fault,
    request,
    () => simulator.fetch(request, { ...toolsFor(host, mounted, webhooks), mountedAt }),
    {
      sleep: host.tools.sleep,
      body: (status) => simulator.faultBody?.(status) ?? { status, error: "injected" },
    },
  );
  call.status = response.status;
  void deliver(host, mounted, webhooks, {});
  return response;
}

async function control(host: HostState, name: string, request: Request, url: URL): Promise<Response> {
  try {
    return json(await runControl(host, `${request.method} ${name}`, request, url));
  } catch (error) {
    if (error instanceof ControlError) return problem(error);
    if (error instanceof z.ZodError) return problem(fromZod(error));
    if (error instanceof UnknownActionError) return problem(new ControlError(400, error.message));
    throw error;
  }
}

async function runControl(host: HostState, call: string, request: Request, url: URL): Promise<unknown> {
  switch (call) {
    case "POST reset": {
      const { seed = defaultSeed } = await readJson(request, resetSchema);
      resetAll(host, seed);
      return { seed };
    }
    case "GET state":
      return describe(host, url.searchParams.get("vendor"));
    case "POST scale": {
      const { vendor, ...input } = await readJson(request, scaleSchema);
      const mounted = find(host, vendor);
      if (mounted.simulator.scale === undefined) throw new ControlError(400, `${vendor} has nothing to scale.`);
      return mounted.simulator.scale(input, toolsFor(host, mounted, []));
    }
    case "POST faults": {
      const fault = await readJson(request, faultSchema);
      find(host, fault.vendor);
      host.faults.add(fault);
      return { faults: host.faults.list(fault.vendor) };
    }
    case "DELETE faults": {
      const { vendor } = await readJson(request, clearFaultsSchema);
      if (vendor !== undefined) find(host, vendor);
      host.faults.clear(vendor);
      return { faults: [] };
    }
    case "POST clock": {
      const { vendor, advanceMs } = await readJson(request, clockSchema);
      const moved = vendor === undefined ? [...host.mounted.values()] : [find(host, vendor)];
      for (const mounted of moved) mounted.clockOffsetMs += advanceMs;
      return { clocks: Object.fromEntries(moved.map((mounted) => [mounted.simulator.vendor, nowMsAt(host, mounted)])) };
    }
    case "POST act":
      return act(host, request);
    default:
      throw new ControlError(404, `There is no control call "${call}".`);
  }
}

async function act(host: HostState, request: Request): Promise<unknown> {
  const { vendor, action, webhooks: delivery = {}, ...input } = await readJson(request, actSchema);
  const mounted = find(host, vendor);
  if (mounted.simulator.act === undefined) throw new UnknownActionError(vendor, action, []);
  const webhooks: Webhook[] = [];
  const result = mounted.simulator.act(action, input, toolsFor(host, mounted, webhooks));
  return { ...result, webhooks: await deliver(host, mounted, webhooks, delivery) };
}

async function deliver(host: HostState, mounted: Mounted, webhooks: Webhook[], delivery: Delivery): Promise<Delivered[]> {
  const delivered = await deliverWebhooks(webhooks, delivery, { ...host.tools, random: mounted.random });
  for (const one of delivered) keep(mounted.delivered, one);
  return delivered;
}

function describe(host: HostState, vendor: string | null): unknown {
  if (vendor !== null) return describeVendor(host, find(host, vendor));
  return { vendors: [...host.mounted.values()].map((mounted) => describeVendor(host, mounted)) };
}

function describeVendor(host: HostState, mounted: Mounted): unknown {
  return {
    vendor: mounted.simulator.vendor,
    nowMs: nowMsAt(host, mounted),
    calls: mounted.calls,
    webhooks: mounted.delivered,
    faults: host.faults.list(mounted.simulator.vendor),
    state: mounted.simulator.state(toolsFor(host, mounted, [])),
  };
}

function resetAll(host: HostState, seed: number): void {
  host.faults.clear();
  for (const [vendor, { simulator }] of host.mounted) {
    const vendorSeed = seedFor(seed, vendor);
    host.mounted.set(vendor, { ...mount(simulator), random: seededRandom(vendorSeed) });
    simulator.reset(vendorSeed);
  }
}

function mount(simulator: Simulator): Mounted {
  return { simulator, random: seededRandom(defaultSeed), clockOffsetMs: 0, calls: [], delivered: [] };
}

function toolsFor(host: HostState, mounted: Mounted, webhooks: Webhook[]): SimulatorTools {
  return { nowMs: nowMsAt(host, mounted), random: mounted.random, sendWebhook: (webhook) => webhooks.push(webhook) };
}

function nowMsAt(host: HostState, mounted: Mounted): number {
  return host.tools.nowMs() + mounted.clockOffsetMs;
}

function find(host: HostState, vendor: string): Mounted {
  const mounted = host.mounted.get(vendor);
  if (mounted === undefined)
    throw new ControlError(404, `There is no vendor "${vendor}". There are: ${[...host.mounted.keys()].join(", ")}.`);
  return mounted;
}

function keep<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > maxKept) list.shift();
}
