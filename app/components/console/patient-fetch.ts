import type { unstable_RouterFetch as RouterFetch } from "react-router/dom";

/** How many reads of the page that is open are under way, because something changed and not because somebody went anywhere. */
let readingAgain = 0;

/** Reads the open page again. What fails on the way is tried again instead of taking away what is shown. */
export async function readAgain(revalidate: () => Promise<void>): Promise<void> {
  readingAgain += 1;
  try {
    await revalidate();
  } finally {
    readingAgain -= 1;
  }
}

/** A part of a page asked for something and is left without it. The page around it has no fault in that and stays. */
export class UnreadPart extends Error {
  override readonly name = "UnreadPart";
}

/** Nothing came back at all: the way there is broken, not the house. As all fetches that fail, a `TypeError`. */
export class Unanswered extends TypeError {
  override readonly name = "Unanswered";
}

/** `later`: it is asked again by itself. `stale`: what is shown is from before. `unread`: there is nothing to show. */
export type ReadTrouble = "later" | "stale" | "unread";

type PatientFetchPorts = {
  fetch: (request: Request) => Promise<Response>;
  /** Resolves later, or at once when the reader goes elsewhere. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  pathname: () => string;
  isOnline: () => boolean;
  tell: (trouble: ReadTrouble) => void;
};

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
/** A house that answers with errors for about half a minute will not mend itself: then the page says so. */
const mostErrors = 5;
/** Somebody waits for the page they asked for: a hiccup is bridged, and what lasts longer is said soon. */
const bridgeMs = [500, 1_500] as const;
/** More parts than a page shows at once. */
const mostKept = 30;

/**
 * The router's reads. One that repeats the open page outlives a lost connection and a restart: no page is thrown away for news.
 * Nor is it for a part of it that asks for itself (a sheet, a list to choose from): that shows what it knew, or waits.
 */
export function patientFetch({ fetch, wait, pathname, isOnline, tell }: PatientFetchPorts): RouterFetch {
  const known = new Map<string, Response>();
  let waiting = 0;

  async function insist(request: Request, onFailure: () => void = () => undefined): Promise<Response> {
    for (let [tries, errors] = [1, 0]; ; tries += 1) {
      const answer = await orNothing(fetch, request);
      if (answer !== null && (!isTrouble(answer) || ++errors >= mostErrors)) return answer;
      onFailure();
      await wait(Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1)), request.signal);
      request.signal.throwIfAborted();
    }
  }

  /** Says so once, however many parts wait at the same time. */
  async function insistAloud(request: Request): Promise<Response> {
    let isTold = false;
    try {
      return await insist(request, () => {
        if (isTold) return;
        isTold = true;
        waiting += 1;
        if (waiting === 1) tell("later");
      });
    } finally {
      if (isTold) waiting -= 1;
    }
  }

  async function bridge(request: Request): Promise<Response> {
    for (let tries = 0; ; tries += 1) {
      const answer = await orNothing(fetch, request);
      const pauseMs = isOnline() ? bridgeMs[tries] : undefined;
      if (answer !== null && (pauseMs === undefined || !isAway(answer))) return answer;
      if (pauseMs === undefined) throw new Unanswered();
      await wait(pauseMs, request.signal);
      request.signal.throwIfAborted();
    }
  }

  async function readPart(key: string, request: Request): Promise<Response> {
    const name = `${key} ${request.url}`;
    const before = known.get(name);
    const answer = before === undefined ? await insistAloud(request) : await orNothing(fetch, request);
    if (answer !== null && answer.status < 400) {
      keep(known, name, answer.clone());
      return answer;
    }
    const isOver = answer !== null && !isTrouble(answer);
    tell(before === undefined || isOver ? "unread" : "stale");
    if (before === undefined || isOver) throw new UnreadPart();
    return before.clone();
  }

  return async function read(request, context) {
    if (request.method !== "GET" || context.type === "manifest") return fetch(request);
    if (context.fetcherKey !== null) return readPart(context.fetcherKey, request);
    return readingAgain > 0 && isDataOf(request, pathname()) ? insist(request) : bridge(request);
  };
}

/** Nothing when the connection is lost; whoever does not want the answer any longer hears that. */
function orNothing(fetch: PatientFetchPorts["fetch"], request: Request): Promise<Response | null> {
  return fetch(request).catch((error: unknown) => {
    if (request.signal.aborted) throw error;
    return null;
  });
}

/** What may be answered otherwise in a moment. */
function isTrouble({ status }: Response): boolean {
  return status >= 500 || status === 429;
}

/** Between two versions of the house, or before it: nothing of ours has looked at the request. */
function isAway({ status }: Response): boolean {
  return status >= 502 && status <= 504;
}

function keep(known: Map<string, Response>, name: string, answer: Response): void {
  known.delete(name);
  known.set(name, answer);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
}

function isDataOf(request: Request, pathname: string): boolean {
  return new URL(request.url).pathname === `${pathname}.data`;
}

/** In a browser: sooner than asked when the connection is back. */
export function waitForNews(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    function done(): void {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    }
    const timer = setTimeout(done, ms);
    window.addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}
