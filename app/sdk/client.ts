import type { Host } from "./host.ts";
import { createQueue, type Item } from "./queue.ts";
import { cleanText, cutText, guarded, type Loose, partOf, toJson } from "./safe.ts";
import type { Batch, Consent, EventType, SeenProduct, SiteSettings, WebEvent } from "./wire.ts";

const version = "1.0.0";
const mostEarly = 50;
const settingsAgainMs = 10_000;
const kept = "s";
const isNo = (state: Consent) => /denied|withdrawn/.test(state);

export type Props = Record<string, string | number | boolean>;
/** What a kind of event tells besides when and where. */
export type Told = Loose<
  Omit<WebEvent, "id" | "type" | "products" | "target"> & {
    products: Loose<SeenProduct>[];
    target: Loose<NonNullable<WebEvent["target"]>>;
  }
>;
export type Recorder = (type: EventType, told?: Told) => void;

/** What a shop's own pages may call; nothing of it ever throws. */
export type Entrepot = {
  /** Something of the shop's own: a name and up to 20 flat values. */
  track(name: string, props?: Props): void;
  /** The shop's own name for a person; an e-mail address leaves as its SHA-256. Without a yes nobody is named. */
  identify(userRef: string): void;
  /** What the visitor answered. Until it is called again, it holds for this visit, and after a yes for later ones too. */
  consent(state: Consent): void;
  /** A no, and everything that was kept is gone. */
  optOut(): void;
  /**
   * What a shop knows better than its pages show: `event("cart-add", { products: [{ sku: "KET-18", priceCents: 18990 }] })`.
   * `path` is where somebody is, where that is not the address.
   */
  event(type: EventType, told?: Told): void;
  /** Sends what waits. */
  flush(): void;
};

export type Client = {
  api: Entrepot;
  record: Recorder;
  /** Asks what may be collected, and then begins. */
  start(): void;
  flush(isLast?: boolean): void;
};

export type ClientOptions = {
  site: string;
  endpoint: string;
  sdk: Batch["sdk"]["name"];
  consent?: Consent | undefined;
  /** Where somebody is now. */
  path(): string;
  /** Called when collecting begins: at the start, or with a yes. */
  onOpen(settings: SiteSettings): void;
};

type Kept = { consent?: Consent; visitor?: string | null };

export function createClient(host: Host, options: ClientOptions): Client {
  const before = readKept(host);
  const early: (() => void)[] = [];
  let settings: SiteSettings | undefined;
  let [isOpen, isSampled] = [false, false];
  let consent: Consent = options.consent ?? before.consent ?? "unknown";
  let visitor = before.visitor ?? null;
  const queue = createQueue(host, {
    url: `${options.endpoint}/collect/v1/batch`,
    envelope: envelopeOf(host, options),
    onRefused: () => void (isSampled = false),
  });
  const mayKeep = () => consent === "granted" && settings !== undefined && settings.consentMode !== "cookieless";
  const mayCollect = () => isSampled && allows(consent, settings, host);
  function put(type: EventType, told: Told): void {
    const event = { id: host.newId(), type, path: options.path(), ...told, at: told.at ?? host.now() };
    queue.add({ e: event, c: consent, v: mayKeep() || consent === "withdrawn" ? visitor : null });
  }
  function whenReady(run: () => unknown): void {
    if (settings !== undefined) run();
    else if (early.length < mostEarly) early.push(run);
  }
  function record(type: EventType, told?: Told): void {
    const placed = { at: host.now(), path: options.path(), ...told };
    whenReady(() => mayCollect() && put(type, placed));
  }
  /** Keeps what may be kept, an id after a yes, or that it was a no, and begins where that is allowed now. */
  function comply(): void {
    visitor = mayKeep() ? (visitor ?? drawVisitor(host, settings, isSampled)) : null;
    const isTold = visitor !== null || isNo(consent);
    host.store.write(kept, isTold ? toJson({ consent, visitor: visitor ?? undefined }) : null);
    if (isOpen || settings === undefined || !mayCollect()) return;
    isOpen = true;
    if (visitor !== null) queue.takeUp();
    options.onOpen(settings);
  }
  function setConsent(state: Consent): void {
    if (state === consent || !/granted|denied|withdrawn/.test(state)) return;
    const wasCollecting = mayCollect();
    consent = state;
    if (isNo(state)) queue.clear();
    else if (settings !== undefined) comply();
    if (wasCollecting || mayCollect()) put("consent", { name: state });
    if (!isNo(state)) return;
    queue.flush(true);
    isOpen = false;
    comply();
  }
  const call = (named: string | undefined) => named && mayKeep() && record("identify", { userRef: named });
  const identify = (userRef: string) => whenReady(() => mayKeep() && nameOf(host, userRef).then(call, () => 0));
  function begin(told: SiteSettings): void {
    settings = told;
    isSampled = partOf(visitor ?? host.likeness()) < told.samplePercent;
    if (!mayKeep()) queue.clear();
    comply();
    for (const run of early) run();
  }
  const api = apiOf({ record, identify, consent: setConsent, flush: () => queue.flush() });
  return { api, record, start: () => loadSettings(host, options, begin), flush: queue.flush };
}

/** Whether anything may leave. A clear yes weighs more than a browser's general wish. */
function allows(consent: Consent, settings: SiteSettings | undefined, host: Host): boolean {
  if (settings === undefined) return false;
  if (consent !== "unknown") return consent === "granted";
  return settings.consentMode !== "none" && !(settings.honoursPrivacySignals && host.asksPrivacy());
}

function envelopeOf(host: Host, { site, sdk }: ClientOptions): (first: Item) => Omit<Batch, "events"> {
  return ({ c, v }) => ({
    v: 1,
    site,
    sentAt: host.now(),
    consent: c,
    visitor: v,
    sdk: { name: sdk, version },
    asksPrivacy: host.asksPrivacy(),
    page: host.page(),
  });
}

/** An id that falls on the same side of the sample as its visitor did without one. */
function drawVisitor(host: Host, settings: SiteSettings | undefined, isSampled: boolean): string | null {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const id = host.newId();
    if (partOf(id) < (settings?.samplePercent ?? 0) === isSampled) return id;
  }
  return null;
}

function loadSettings(host: Host, options: ClientOptions, begin: (told: SiteSettings) => void): void {
  const again = () => host.later(() => loadSettings(host, options, begin), settingsAgainMs * (1 + host.random()));
  host.load(`${options.endpoint}/collect/v1/site?key=${options.site}`).then(
    guarded(({ status, body }) => {
      if (status === 200) begin(body as SiteSettings);
      else if (status > 428) again();
    }),
    again,
  );
}

/** How a person is called to others: as the shop calls them, but never by an address. */
async function nameOf(host: Host, userRef: string): Promise<string | undefined> {
  const ref = cutText(userRef);
  if (!ref?.includes("@")) return ref;
  return `sha256:${await host.sha256(ref.toLowerCase())}`;
}

function readKept(host: Host): Kept {
  try {
    return JSON.parse(host.store.read(kept) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

function apiOf(own: { record: Recorder } & Pick<Entrepot, "identify" | "consent" | "flush">): Entrepot {
  const { record, ...parts } = own;
  const api: Entrepot = {
    ...parts,
    track: (name, props) => record("custom", { name: cutText(name), props: props && propsOf(props) }),
    event: record,
    optOut: () => parts.consent("withdrawn"),
  };
  // Each by itself: a page that calls one in a wrong way goes on all the same.
  for (const name of Object.keys(api) as (keyof Entrepot)[]) api[name] = guarded(api[name] as () => void);
  return api;
}

/** The server takes twenty, flat; texts are read over for what should not be in them. */
function propsOf(props: Props): Props {
  const pairs = Object.entries(props).slice(0, 20);
  return Object.fromEntries(pairs.map(([name, value]) => [name, typeof value === "string" ? (cleanText(value) ?? "") : value]));
}
