import type { Page } from "../paging.ts";
import type { Device } from "./device.ts";
import type { KeptEvent, Rejected } from "./judge-batch.ts";
import type { LetterState, RejectReason, WithheldReason } from "./kinds.ts";

export type SitePlace = { workspaceId: string; siteId: string };
export type VisitorPlace = SitePlace & { visitorKey: string };

/** From and up to. */
export type Period = { from: number; to: number };

/** What all events of a visit share. Of the address and the browser's own words nothing else is kept. */
export type Visit = {
  device: Device;
  browser: string;
  country: string | null;
  language: string;
  timeZone: string;
  referrerHost: string | null;
  campaign: { source: string | null; medium: string | null; name: string | null };
  agentFlags: string[];
  /** Whether the client keeps its id: only then can somebody come back. */
  isKnownAgain: boolean;
};

export type Arrival = VisitorPlace & { idleMs: number; receivedAt: number; events: KeptEvent[]; visit: Visit };
export type Accepted = { accepted: number; duplicates: number; isErased: boolean };

export type NewLetter = Rejected & { visitorKey: string; sentAt: number; receivedAt: number; visit: Visit };
/** An event that was not taken, as it came. */
export type Letter = NewLetter & { letterId: string; siteId: string; state: LetterState; resolvedAt: number | null };

export type RecentEvent = { id: string; type: string; at: number; path: string; visitorKey: string; sessionId: string };

/** A session that goes on. */
export type OpenSession = {
  id: string;
  siteId: string;
  visitorKey: string;
  startedAt: number;
  lastAt: number;
  events: number;
  path: string;
  device: string;
  country: string | null;
  isBot: boolean;
  /** When the site heard of it last. */
  toldAt: number;
};

/** What came in at a site and where it is. `removed` were erased or outlived their time. */
export type SiteCounts = {
  accepted: number;
  duplicates: number;
  bots: number;
  removed: number;
  redriven: number;
  rejected: Partial<Record<RejectReason, number>>;
  withheld: Partial<Record<WithheldReason, number>>;
};
export type SiteIngest = {
  /** When counting began; null before the first event. */
  since: number | null;
  total: SiteCounts;
  /** Since midnight, UTC. */
  today: SiteCounts;
  openSessions: number;
  openEvents: number;
  /** Rejected events that are still kept, whatever was decided about them; a redriven one is an event like others. */
  letters: number;
  lettersWaiting: number;
  lastAt: number | null;
  /** Between an event's arrival here and the moment its page was open, for the last ones; null while there are none. */
  lagP50Ms: number | null;
  lagP95Ms: number | null;
};

/** The objects in which visits happen and sites are counted. */
export type ShopperRooms = {
  accept(arrival: Arrival): Promise<Accepted>;
  refuse(place: SitePlace, letters: readonly NewLetter[]): Promise<void>;
  withhold(place: SitePlace, reason: WithheldReason, events: number): Promise<void>;
  /** A secret of this day alone; yesterday's is thrown away. */
  salt(place: SitePlace, day: string): Promise<string>;
  ingest(place: SitePlace): Promise<SiteIngest>;
  /** Those that were active last come first; of a period only those that began in it. */
  openSessions(place: SitePlace, limit: number, began?: Period): Promise<OpenSession[]>;
  recent(place: SitePlace, limit: number): Promise<RecentEvent[]>;
  /** The events of a session that goes on; none when it has ended. */
  /** All, or the first so many. */
  sessionEvents(place: VisitorPlace, sessionId: string, most?: number): Promise<KeptEvent[]>;
  letters(place: SitePlace, page: { limit: number; before: string | undefined }): Promise<Page<Letter>>;
  letter(place: SitePlace, id: string): Promise<Letter | undefined>;
  /** False when somebody was quicker. */
  resolveLetter(place: SitePlace, id: string, state: Exclude<LetterState, "waiting">): Promise<boolean>;
  /**
   * Forgets a visitor; kept out, what comes later with this key is not kept either. Tells how many events went, and of which
   * visits: one that is being kept at this moment may be found as a row as well.
   */
  erase(place: VisitorPlace, options: { isKeptOut: boolean }): Promise<{ events: number; letters: number; sessionIds: string[] }>;
  /** What a site itself remembers of a period: events that were not taken, of which it tells how many went, and the last ones. */
  erasePeriod(place: SitePlace, period: Period): Promise<number>;
  /** Events of ended sessions that are gone. */
  noteRemoved(place: SitePlace, events: number): Promise<void>;
  removeOldLetters(place: SitePlace, before: number): Promise<number>;
  /** A visit that goes on is over now. */
  endVisit(place: VisitorPlace): Promise<void>;
};

/** Events of ended sessions, a file each. */
export type SessionArchive = {
  keep(key: string, events: readonly KeptEvent[]): Promise<void>;
  /** Undefined when it is gone. */
  read(key: string): Promise<KeptEvent[] | undefined>;
  /** The first so many, without reading the rest. */
  readFirst(key: string, most: number): Promise<KeptEvent[] | undefined>;
  remove(keys: readonly string[]): Promise<void>;
};
