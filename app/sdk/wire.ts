/**
 * What the SDK sends to `POST /collect/v1/batch` and what it hears. Types only: the SDK carries no schema library, and the
 * server checks every field by its own schema of these types.
 */

/** Unknown until a shop says; under `denied` and `withdrawn` nothing is sent but that it is so. */
export type Consent = "unknown" | "granted" | "denied" | "withdrawn";

export const eventTypes = [
  /** A page was opened: also within a page that never reloads. */
  "page",
  /** The page was left or hidden; says how long it was looked at and how far down. */
  "leave",
  "click",
  "rage-click",
  "dead-click",
  /** A form was begun, sent or left. Never what was typed. */
  "form",
  "scroll",
  "search",
  "product",
  /** Several products in view together: a list or a comparison. */
  "products",
  "cart-add",
  "cart-remove",
  "checkout",
  "order",
  "identify",
  "consent",
  /** A shop's own, by `track`. */
  "custom",
] as const;
export type EventType = (typeof eventTypes)[number];

/** As a shop's page names it; what fits a product of the catalogue is found on the server, by SKU and GTIN first. */
export type SeenProduct = {
  sku?: string;
  gtin?: string;
  name?: string;
  url?: string;
  category?: string;
  priceCents?: number;
  currency?: string;
  quantity?: number;
  /** Whether it can be bought; unknown where the page does not say. */
  inStock?: boolean;
};

export type WebEvent = {
  /** Made by the client: the same event sent twice is counted once. Up to 40 characters of letters, digits and `_-`. */
  id: string;
  type: EventType;
  /** By the client's clock, in ms; corrected on the server by `sentAt`. */
  at: number;
  /** Path and query without what the shop masks; up to 500 characters. */
  path: string;
  title?: string;
  /** What was pressed: its visible words, role and a short selector; never a field's value. */
  target?: { text?: string; role?: string; selector?: string; href?: string };
  /** form: `begin`, `send` or `leave`; consent: the new state; checkout: the step's name; custom: its name. */
  name?: string;
  /** search: words looked for, and how many were found where the page says so. */
  query?: string;
  results?: number;
  /** leave: how long the page was looked at, in ms. */
  visibleMs?: number;
  /** scroll and leave: how far down, 0 to 100. */
  depthPercent?: number;
  products?: SeenProduct[];
  /** order: what the shop calls it, and its sum. */
  orderRef?: string;
  totalCents?: number;
  currency?: string;
  /** checkout: 1 for the first step. */
  step?: number;
  /** custom and checkout: at most 20 of the shop's own, flat. */
  props?: Record<string, string | number | boolean>;
  /** identify: the shop's own name for a person. Never an e-mail address in clear: the SDK hashes what looks like one. */
  userRef?: string;
};

export type Batch = {
  v: 1;
  /** The site's public key: `pk_…`. */
  site: string;
  /** By the client's clock when this was sent, again at each try. */
  sentAt: number;
  consent: Consent;
  /** Kept by the client with consent only; without it the server makes one that lasts a day. */
  visitor: string | null;
  sdk: { name: "web" | "react-native" | "electron"; version: string };
  /** True when the browser asks not to be followed (GPC or DNT). */
  asksPrivacy: boolean;
  page: {
    language: string;
    timeZone: string;
    screen: { width: number; height: number };
    referrer: string;
    /** utm_source, utm_medium, utm_campaign of the landing page. */
    campaign?: { source?: string; medium?: string; name?: string };
  };
  events: WebEvent[];
};

/** 202. What is refused is named with its reason; everything else is kept. */
export type BatchAnswer = {
  accepted: number;
  duplicates: number;
  rejected: { id: string; reason: string }[];
};

/** `GET /collect/v1/site?key=pk_…`: what a client has to know before it collects. Cacheable for a minute. */
export type SiteSettings = {
  consentMode: "none" | "cookieless" | "full";
  honoursPrivacySignals: boolean;
  /** Out of a hundred visitors, how many are collected. */
  samplePercent: number;
  /** Selectors whose text is never read. */
  maskSelectors: string[];
  /** Names of query parameters that are kept in paths; all others are cut. */
  keptParameters: string[];
};

/** `GET /public/v1/chat?key=pk_…`: whether a site's visitors can ask something, and how they are greeted. Cacheable for a minute. */
export type ChatSettings = { isOn: boolean; greeting: string };

/** `POST /public/v1/token`: what a page shows with each question, for some minutes. */
export type ChatToken = { token: string; expiresInSeconds: number };

/** `POST /public/v1/chat`. `about`: goods it was about, sent along with the next question. */
export type ChatAnswer = {
  answer: string;
  outcome: "answered" | "unanswered" | "declined";
  source: "rules" | "model";
  about: string[];
};
