import type {
  ChangeKind,
  ListingStatus,
  RefusalReason,
  RemoteAccount,
  RemoteListing,
  RemoteOrder,
  RemoteQuestion,
  RemoteReview,
  ShippingOutcome,
  TextField,
  TextOutcome,
  WriteOutcome,
} from "./remote.ts";

export const vendors = ["mercado-livre", "shopee"] as const;
export type VendorId = (typeof vendors)[number];

/** Everything that tells which account of which marketplace is meant; `site` is the country's market ("MLB", "BR"). */
export type ChannelAccount = { vendor: VendorId; accountRef: string; site: string };

/** Null means that the vendor sets no such end, or does not tell it. */
export type TokenSet = {
  accessToken: string;
  refreshToken: string;
  accessExpiresAtMs: number;
  /** After this the refresh token is dead and the seller must authorise again. */
  refreshExpiresAtMs: number | null;
  /** The seller allowed access only until then, however often tokens are renewed. */
  grantEndsAtMs: number | null;
};

/** `others` are further accounts the same consent covers, each with tokens that are renewed on their own. */
export type Grant = { account: ChannelAccount; name: string; tokens: TokenSet; others?: Omit<Grant, "others">[] };

export type AuthorizeRequest = { site: string; state: string; codeChallenge: string; redirectUri: string };

/** What came back from the vendor's page: a code, or the reason why there is none. */
export type Callback = { kind: "code"; code: string; accountHint: string | null } | { kind: "denied"; reason: string };

export type CodeExchange = { site: string; code: string; accountHint: string | null; codeVerifier: string; redirectUri: string };

/** A place in a vendor's list: its own offset, cursor or scroll id, opaque to the engine and safe to store. */
export type Place = string | null;

export type RefPage = {
  refs: string[];
  /** Null when this was the last page. */
  next: Place;
  /** How many there are in all, when the vendor tells. */
  total: number | null;
};

/** What was read of what was asked for. A missing one is gone or not ours; the engine decides what that means. */
export type ReadResult<Remote> = { found: Remote[]; missing: string[] };

export type TimeWindow = { fromMs: number; toMs: number };

/** One stretch of orders. `complete` reads what the list itself leaves out, which the next stretch need not wait for. */
export type OrderPage = RefPage & { complete(): Promise<RemoteOrder[]> };

export type ItemPage<Remote> = { items: Remote[]; next: Place; total: number | null };

/** Something happened at the vendor. The content is never trusted: the engine reads the named thing again. */
export type ChannelNotice = {
  /** The same for every delivery of the same happening. */
  key: string;
  accountRef: string;
  /** The vendor's own word, for people who look into the log of arrivals. */
  topic: string;
  about:
    | { kind: "order" | "listing" | "question" | "shipment"; ref: string }
    | { kind: "account"; what: "revoked" | "grant-ending" }
    | { kind: "nothing" };
  sentAtMs: number;
};

export type PriceChange = { listingRef: string; modelRef: string; priceCents: number; currency: string };
export type StockChange = { listingRef: string; modelRef: string; stock: number };

/** Of a listing as a whole: all its models follow. */
export type StatusChange = { listingRef: string; modelRef: string; status: Extract<ListingStatus, "active" | "paused"> };

/** One of the words of a listing, for all its models. */
export type TextChange = { listingRef: string; field: TextField; text: string };

/** An order whose goods have left the house. Carrier and code are null when nobody wrote them down. */
export type ShippedParcel = { orderRef: string; trackingCode: string | null; carrier: string | null; shippedAtMs: number };

/** What a marketplace lets us do and see. Whoever offers or accepts a change asks here first. */
export type Capabilities = {
  price: boolean;
  stock: boolean;
  /** Pausing a listing and putting it back on sale. */
  pause: boolean;
  answers: boolean;
  /** Hears from us that a parcel left, at least of some kinds of shipping. */
  shipping: boolean;
  competition: boolean;
  quality: boolean;
  reviews: boolean;
};

/** As much of a listing as a vendor's rules about changes look at. */
export type ChangeableListing = Pick<
  RemoteListing,
  "modelRef" | "status" | "statusReasons" | "logisticType" | "isPriceAutomated" | "regularPriceCents" | "stock" | "reserved"
>;
export type IntendedChange = { kind: ChangeKind; after: number };

/**
 * `full` also asks for what costs further calls for each listing at some vendors: quality, competition, price reference,
 * visits, rating, description. `core` leaves those null, which then says nothing about them.
 */
export type ListingDepth = "core" | "full";

/** Calls that may be under way at once on one line, whatever they are for; the pace of the vendor holds them back further. */
export const callsAtOnce = 8;

type MarketTrend = { keyword: string; url: string };

/** An open line to one account. Every method rejects with a `ChannelError`. */
export type ChannelClient = {
  account(): Promise<RemoteAccount>;
  /** References of all listings, page by page, however many there are. */
  listingRefs(place: Place): Promise<RefPage>;
  /** `depth` is "full" when left out. */
  listings(refs: readonly string[], depth?: ListingDepth): Promise<ReadResult<RemoteListing>>;
  orderPage(window: TimeWindow, place: Place): Promise<OrderPage>;
  orders(refs: readonly string[]): Promise<ReadResult<RemoteOrder>>;
  /** How many orders the vendor's list holds for this time; null when it does not tell. */
  countOrders(window: TimeWindow): Promise<number | null>;
  /** The order behind a shipment. */
  orderRefsOfShipment(ref: string): Promise<string[]>;
  questionPage(place: Place): Promise<ItemPage<RemoteQuestion>>;
  question(ref: string): Promise<RemoteQuestion | undefined>;
  reviewPage(listingRef: string, place: Place): Promise<ItemPage<RemoteReview>>;
  /** Notices the vendor could not deliver to the app, of all its accounts, oldest first. `confirm` tells the vendor, after they are stored. */
  missedNotices(place: Place): Promise<{ notices: ChannelNotice[]; next: Place; confirm: () => Promise<void> }>;
  setPrice(changes: readonly PriceChange[]): Promise<WriteOutcome[]>;
  setStock(changes: readonly StockChange[]): Promise<WriteOutcome[]>;
  setStatus(changes: readonly StatusChange[]): Promise<WriteOutcome[]>;
  /** Told again it changes nothing: the text is what it was asked to be. */
  setText(change: TextChange): Promise<TextOutcome>;
  /** Looks before it tells: told again, also after a crash, the marketplace hears it once. */
  tellShipped(parcel: ShippedParcel): Promise<ShippingOutcome>;
  answerQuestion(ref: string, text: string): Promise<void>;
  /** What buyers of this country's market look for most, the fastest growing first; missing where the vendor does not tell. */
  marketTrends?(): Promise<MarketTrend[]>;
};

/** How one marketplace is spoken to. Made once; holds no account's state. */
export type ChannelAdapter = {
  vendor: VendorId;
  /** Countries a seller may choose from when connecting, the default first. */
  sites: readonly [string, ...string[]];
  capabilities: Capabilities;
  /** Which rule of the vendor forbids a change, as far as the listing itself tells, before any call is made. */
  refusalOf(listing: ChangeableListing, change: IntendedChange): RefusalReason | null;
  /** How many refs one `listings` or `orders` call takes. */
  batch: { listings: number; orders: number };
  /** Splits a stretch of time into windows the vendor accepts, the newest first; overlaps where it cuts times coarsely. */
  orderWindows(window: TimeWindow): TimeWindow[];
  authorizeUrl(request: AuthorizeRequest): string;
  readCallback(query: URLSearchParams): Callback;
  exchangeCode(exchange: CodeExchange): Promise<Grant>;
  refresh(account: ChannelAccount, refreshToken: string): Promise<TokenSet>;
  /** `accessToken` is asked before every call, so that a long run survives a renewal. */
  open(account: ChannelAccount, accessToken: () => Promise<string>): ChannelClient;
  /** Tells the vendor that access is given up; best effort. */
  revoke(account: ChannelAccount, accessToken: string): Promise<void>;
  /**
   * Reads a webhook. "refused" when its proof is wrong; a vendor that signs nothing gives notices that are only hints,
   * which is enough because everything is read again. `answer` is what the vendor demands to hear.
   */
  readWebhook(request: { url: string; headers: Headers; body: string }): Promise<WebhookReading>;
};

export type WebhookReading =
  | { kind: "refused"; reason: string }
  | { kind: "notices"; notices: ChannelNotice[]; answer: { status: number; body: string } };

/** Paces the calls of one account and operation; learns from refusals how much the vendor takes. */
export type CallPacer = {
  /** Resolves when a call may go out. */
  turn(operation: string): Promise<void>;
  accepted(operation: string): void;
  throttled(operation: string, retryAfterMs: number | undefined): void;
};

/** Keeps an answer that cannot be read. What can be read is kept by the door. */
export type RawArchive = { keep(key: string, body: string): Promise<void> };

/** Opens a line to a connected account: tokens, pace and breaker are behind it. */
export type ChannelDoor = {
  adapter(vendor: VendorId): ChannelAdapter;
  open(channel: ChannelKey & ChannelAccount): ChannelClient;
  /** Makes sure that the tokens live at least this long. Renewals of one channel never run side by side. */
  renew(channel: ChannelKey, minLeftMs: number): Promise<void>;
  /** Tells the vendor that access is no longer wanted. */
  giveUp(channel: ChannelKey & ChannelAccount): Promise<void>;
  /** Removes what was kept of the vendor's own answers about this channel. */
  eraseAnswers(channel: ChannelKey & ChannelAccount): Promise<void>;
};

type ChannelKey = { id: string; workspaceId: string };

export function isVendor(value: unknown): value is VendorId {
  return vendors.some((vendor) => vendor === value);
}
