/** A third party played on this machine: the real wire, strict about what it is sent, with a seed and a clock of its own. */
export type Simulator = {
  /** The path it is mounted at, and its name in every control call. */
  vendor: string;
  title: string;
  /** Back to a start that is always the same for the same seed. */
  reset(seed: number): void;
  /** What the vendor holds, for tests and pages to look at. */
  state(tools?: SimulatorTools): Record<string, unknown>;
  /** Answers the vendor's API; the URL's path no longer carries the mount point. */
  fetch(request: Request, tools: SimulatorTools): Promise<Response>;
  /** Takes a socket, or says by an answer why it does not. Its URL no longer carries the mount point either. */
  accept?(request: Request, tools: () => SimulatorTools, peer: SocketPeer): VendorSocket | Response;
  /** Deterministic big data. Parses its own input; a ZodError becomes a 400. */
  scale?(input: Record<string, unknown>, tools: SimulatorTools): Record<string, unknown>;
  /** Something happens at the vendor. Parses its own input; a ZodError becomes a 400. */
  act?(action: string, input: Record<string, unknown>, tools: SimulatorTools): Record<string, unknown>;
  /** What the app has to be told to reach it, shown on the page of all simulators. */
  connect?(mountedAt: string): Record<string, string>;
  /** The body the real vendor sends with a failing status, used by injected faults. */
  faultBody?(status: number): unknown;
};

/** The other end of a socket, as the vendor sees it. */
export type SocketPeer = { send(frame: string): void; close(code: number, reason: string): void };

/** The vendor's end. Nothing is heard after `onClose`. */
export type VendorSocket = { onMessage(frame: string): void; onClose(): void };

export type SimulatorTools = {
  nowMs: number;
  /** The address under which the vendor is reached, so that it can name pictures of its own; unknown without a server. */
  mountedAt?: string;
  /** From 0 up to 1, repeatable for a seed. */
  random(): number;
  /** Delivered after the answer, in the way the control call asked for. */
  sendWebhook(webhook: Webhook): void;
};

export type Webhook = {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Headers that can only be worked out with time, such as a signature. */
  sign?(): Promise<Record<string, string>>;
  /** Told how each delivery ended, also of one that was dropped, for vendors that repeat it, count failures or offer what was missed. */
  settled?(outcome: DeliveryOutcome): void;
};

/** Status 0 says that nobody answered. */
export type DeliveryOutcome = { status: number; body: string; durationMs: number };

/** The connection breaks before or in the middle of an answer: the server destroys the socket. */
export class BrokenConnection extends Error {}

/** An action this vendor does not know. */
export class UnknownActionError extends Error {
  constructor(vendor: string, action: string, known: string[]) {
    super(`${vendor} cannot "${action}". It can: ${known.join(", ") || "nothing"}.`);
  }
}
