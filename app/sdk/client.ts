import type { Host } from "./host.ts";
import { createQueue } from "./queue.ts";
import { cleanText, cutText, guarded, type Loose, partOf } from "./safe.ts";
import type { Batch, Consent, EventType, SeenProduct, SiteSettings, WebEvent } from "./wire.ts";

const version = "1.0.0";
const mostEarly = 50;
const settingsAgainMs = 10_000;
const kept = "s";
const isNo = (state: Consent) => state === "denied" || state === "withdrawn";

export type Props = Record<string, string | number | boolean>;
/** What a kind of event tells besides when and where. */
export type Told = Loose<Omit<WebEvent, "id" | "type" | "products"> & { products: Loose<SeenProduct>[] }>;
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
  const { site, endpoint, sdk } = options;
  const before = readKept(host);
  let settings: SiteSettings | undefined;
  let isRefused = false;
  let isOpen = false;
  let isSampled = true;
  let early: (() => void)[] = [];
  let consent: Consent = options.consent ?? before.consent ?? "unknown";
  let visitor = before.visitor ?? null;

  const queue = createQueue(host, {
    url: `${endpoint}/collect/v1/batch`,
    envelope: ({ c, v }): Omit<Batch, "events"> => ({
      v: 1,
      site,
      sentAt: host.now(),
      consent: c,
      visitor: v,
      sdk: { name: sdk, version },
      asksPrivacy: host.asksPrivacy(),
      page: host.page(),
    }),
    onRefused: () => {
      isRefused = true;
    },
  });

  const mayKeep = () => consent === "granted" && settings !== undefined && settings.consentMode !== "cookieless";

  function mayCollect(): boolean {
    if (settings === undefined || isRefused || !isSampled) return false;
    if (consent !== "unknown") return consent === "granted";
    return settings.consentMode !== "none" && !(settings.honoursPrivacySignals && host.asksPrivacy());
  }

  function put(type: EventType, told: Told): void {
    const event = { id: host.newId(), type, at: host.now(), path: options.path(), ...told };
    queue.add({ e: event, c: consent, v: mayKeep() || consent === "withdrawn" ? visitor : null });
  }

  /** At once, or as soon as it is known what may be collected. */
  function whenReady(run: () => void): void {
    if (settings !== undefined) run();
    else if (early.length < mostEarly) early.push(run);
  }

  function record(type: EventType, told?: Told): void {
    const placed = { at: host.now(), path: options.path(), ...told };
    whenReady(() => mayCollect() && put(type, placed));
  }

  /**
   * Brings what is kept in line with what may be: an id after a yes, nothing that tells visitors apart otherwise. A no is
   * remembered, or each page would ask anew. The id falls on the same side of the sample as its visitor did without one.
   */
  function keep(): void {
    if (mayKeep()) {
      for (let tries = 0; visitor === null && tries < 1_000; tries += 1) {
        const id = host.newId();
        if (partOf(id) < (settings?.samplePercent ?? 0) === isSampled) visitor = id;
      }
    } else if (settings !== undefined || isNo(consent)) {
      visitor = null;
      queue.clear();
    }
    const answer: Kept = mayKeep() ? { consent, visitor } : { consent };
    if (settings !== undefined || isNo(consent)) host.store.write(kept, mayKeep() || isNo(consent) ? JSON.stringify(answer) : null);
  }

  function open(): void {
    if (isOpen || settings === undefined || !mayCollect()) return;
    isOpen = true;
    if (mayKeep()) queue.takeUp();
    options.onOpen(settings);
  }

  function setConsent(state: Consent): void {
    if (state === consent || !/^(unknown|granted|denied|withdrawn)$/.test(state)) return;
    const wasCollecting = mayCollect();
    consent = state;
    if (isNo(state)) {
      queue.clear();
      isOpen = false;
    } else keep();
    if (wasCollecting || mayCollect()) put("consent", { name: state });
    if (isNo(state)) {
      queue.flush(true);
      keep();
    }
    open();
  }

  function begin(told: SiteSettings): void {
    settings = told;
    isSampled = partOf(visitor ?? host.likeness()) < told.samplePercent;
    keep();
    open();
    for (const run of early) run();
  }

  function start(): void {
    const again = () => host.later(start, settingsAgainMs * (1 + host.random()));
    host.load(`${endpoint}/collect/v1/site?key=${site}`).then(
      guarded(({ status, body }) => {
        if (status === 200) begin(body as SiteSettings);
        else if (status === 429 || status >= 500) again();
      }),
      again,
    );
  }

  async function identify(userRef: string): Promise<void> {
    const ref = cutText(userRef);
    if (ref === undefined || !mayKeep()) return;
    const hash = ref.includes("@") ? await host.sha256(ref.toLowerCase()).catch(() => undefined) : ref;
    if (hash !== undefined && mayKeep()) record("identify", { userRef: hash === ref ? ref : `sha256:${hash}` });
  }

  const api: Entrepot = {
    track: (name, props) => record("custom", { name: cutText(name), props: props && propsOf(props) }),
    event: record,
    identify: (userRef) => whenReady(() => void identify(userRef)),
    consent: setConsent,
    optOut: () => setConsent("withdrawn"),
    flush: () => queue.flush(),
  };
  // Each by itself: a page that calls one in a wrong way goes on all the same.
  for (const name of Object.keys(api) as (keyof Entrepot)[]) api[name] = guarded(api[name] as () => void);
  return { api, record, start, flush: queue.flush };
}

function readKept(host: Host): Kept {
  try {
    return JSON.parse(host.store.read(kept) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

/** The server takes twenty, flat; texts are read over for what should not be in them. */
function propsOf(props: Props): Props {
  const pairs = Object.entries(props).slice(0, 20);
  return Object.fromEntries(pairs.map(([name, value]) => [name, typeof value === "string" ? (cleanText(value) ?? "") : value]));
}
