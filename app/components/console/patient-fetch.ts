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

type PatientFetchPorts = {
  fetch: (request: Request) => Promise<Response>;
  /** Resolves later, or at once when the reader goes elsewhere. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  pathname: () => string;
};

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
/** A house that answers with errors for about half a minute will not mend itself: then the page says so. */
const mostErrors = 5;

/** The router's reads. One that repeats the open page outlives a lost connection and a restart: no page is thrown away for news. */
export function patientFetch({ fetch, wait, pathname }: PatientFetchPorts): (request: Request) => Promise<Response> {
  return async function read(request) {
    const isAgain = readingAgain > 0 && request.method === "GET" && isDataOf(request, pathname());
    if (!isAgain) return fetch(request);
    for (let [tries, errors] = [1, 0]; ; tries += 1) {
      const answer = await fetch(request).catch((error: unknown) => {
        if (request.signal.aborted) throw error;
        return null;
      });
      if (answer !== null && (answer.status < 500 || ++errors >= mostErrors)) return answer;
      await wait(Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1)), request.signal);
      request.signal.throwIfAborted();
    }
  };
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
