import type { Host } from "../host.ts";
import { guarded } from "../safe.ts";

/** 24 letters and digits: more than a hundred bits. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => (byte % 36).toString(36)).join("");
}

/** Missing on pages without https: then it throws, and nothing is sent in its place. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Sent as text, so that a browser asks no question first; without cookies, which nobody here reads. */
const send: Host["send"] = async (url, body, isLast) => {
  try {
    const { status, headers } = await fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": "text/plain" },
      keepalive: true,
      credentials: "omit",
    });
    return { status, retryAfterMs: Number(headers.get("retry-after")) * 1_000 || 0 };
  } catch (error) {
    // A page that ends may have more to say than a browser lets go by that way.
    if (isLast && navigator.sendBeacon(url, body)) return { status: 202, retryAfterMs: 0 };
    throw error;
  }
};

/** Where storage is full or forbidden, what would have been kept lives as long as the page. */
const store: Host["store"] = {
  read(name) {
    try {
      return localStorage.getItem(`entrepot.${name}`);
    } catch {
      return null;
    }
  },
  write: guarded((name: string, text: string | null) => {
    if (text === null) localStorage.removeItem(`entrepot.${name}`);
    else localStorage.setItem(`entrepot.${name}`, text);
  }),
};

const { language, userAgent } = navigator;
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

export function createBrowserHost(): Host {
  // Read once: a page that never reloads keeps how its visitor came.
  const query = new URLSearchParams(location.search);
  const [source, medium, name] = ["source", "medium", "campaign"].map((one) => query.get(`utm_${one}`) ?? undefined);
  const { width, height } = screen;
  const from = document.referrer && new URL(document.referrer).origin;
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    newId,
    later(run, ms) {
      const timer = setTimeout(guarded(run), ms);
      return () => clearTimeout(timer);
    },
    send,
    async load(url) {
      const reply = await fetch(url, { credentials: "omit" });
      return { status: reply.status, body: await reply.json() };
    },
    store,
    isOnline: () => navigator.onLine,
    asksPrivacy: () => {
      const { globalPrivacyControl, doNotTrack } = navigator as { globalPrivacyControl?: boolean; doNotTrack?: string | null };
      return Boolean(globalPrivacyControl) || doNotTrack === "1";
    },
    likeness: () => [userAgent, language, width, timeZone, new Date().toDateString()].join(),
    page: () => ({
      language,
      timeZone,
      screen: { width, height },
      referrer: from === location.origin ? "" : from,
      campaign: { source, medium, name } as Record<string, string>,
    }),
    sha256,
  };
}
