import { BrokenConnection } from "#app/integrations/simulator.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import type { Fault } from "./control-schemas.ts";

type ActiveFault = Fault & { left: number };

export type FaultBox = {
  add(fault: Fault): void;
  clear(vendor?: string): void;
  list(vendor: string): ActiveFault[];
  /** The fault this call meets, which uses up one of its times. */
  take(vendor: string, method: string, path: string): Fault | undefined;
};

export function createFaultBox(random: () => number = seededRandom(1)): FaultBox {
  let faults: ActiveFault[] = [];
  return {
    add(fault) {
      faults.push({ ...fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear(vendor) {
      faults = vendor === undefined ? [] : faults.filter((fault) => fault.vendor !== vendor);
    },
    list: (vendor) => faults.filter((fault) => fault.vendor === vendor),
    take(vendor, method, path) {
      const meets = (one: ActiveFault) => one.vendor === vendor && matches(one.match, method, path);
      const fault = faults.find((one) => meets(one) && (one.share === undefined || random() < one.share));
      if (fault === undefined) return undefined;
      fault.left -= 1;
      if (fault.left <= 0) faults = faults.filter((candidate) => candidate !== fault);
      return fault;
    },
  };
}

export type FaultTools = {
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  body(status: number): unknown;
};

/** Answers in the vendor's place, or lets the vendor answer and then spoils it. */
export async function answerWithFault(
  fault: Fault | undefined,
  request: Request,
  answer: () => Promise<Response>,
  tools: FaultTools,
): Promise<Response> {
  if (fault === undefined) return answer();
  switch (fault.kind) {
    case "status":
      return failingAnswer(fault, tools);
    case "latency":
      await tools.sleep(fault.ms ?? 0, request.signal);
      return answer();
    case "hang":
      await untilAborted(request.signal);
      throw new BrokenConnection();
    case "drop":
      throw new BrokenConnection();
    case "truncate":
      return truncate(await answer());
    default:
      return fault.kind satisfies never;
  }
}

function failingAnswer(fault: Fault, tools: FaultTools): Response {
  const status = fault.status ?? 500;
  const headers = new Headers({ "content-type": "application/json" });
  if (fault.retryAfter !== undefined) headers.set("retry-after", String(fault.retryAfter));
  return new Response(JSON.stringify(tools.body(status)), { status, headers });
}

/** Promises the whole body and breaks off after half of it. */
async function truncate(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  const headers = new Headers(response.headers);
  headers.set("content-length", String(bytes.length));
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) return controller.error(new BrokenConnection());
      sent = true;
      controller.enqueue(half);
    },
  });
  return new Response(body, { status: response.status, headers });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

function matches(match: string | undefined, method: string, path: string): boolean {
  if (match === undefined) return true;
  const [wantedMethod = "*", wantedPath = "/"] = match.split(" ");
  if (wantedMethod !== "*" && wantedMethod !== method) return false;
  const pattern = wantedPath.split("*").map(escapeForRegExp).join("[^/]*");
  return new RegExp(`^${pattern}`).test(path);
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}
