import type { Host } from "./host.ts";
import { guarded } from "./safe.ts";
import type { Batch } from "./wire.ts";

/** What a program knows of where it runs. */
export type Device = {
  language: string;
  timeZone: string;
  width: number;
  height: number;
  /** Stays the same for it; never sent. */ likeness: string;
};

export type NativeParts = {
  device: Device;
  /** Read once when the program begins; what is written goes to its own storage. */
  stored: Map<string, string>;
  keep(name: string, text: string | null): void;
  isOnline(): boolean;
  fetch: typeof fetch;
  random(): number;
  now(): number;
  later: Host["later"];
  /** Missing: nobody is named by an address. */
  sha256: ((text: string) => Promise<string>) | undefined;
};

const idChars = 24;

/** Programs have no page, no cookies and no browser that asks for privacy: the rest is the same as there. */
export function createNativeHost(parts: NativeParts): Host {
  const { device, stored, random } = parts;
  const { language, timeZone, width, height, likeness } = device;
  const page: Batch["page"] = { language, timeZone, screen: { width: Math.round(width), height: Math.round(height) }, referrer: "" };
  return {
    now: parts.now,
    random,
    newId: () => Array.from({ length: idChars }, () => Math.floor(random() * 36).toString(36)).join(""),
    later: (run, ms) => parts.later(guarded(run), ms),
    async send(url, body) {
      const { status, headers } = await parts.fetch(url, { method: "POST", body, headers: { "content-type": "text/plain" } });
      return { status, retryAfterMs: Number(headers.get("retry-after")) * 1_000 || 0 };
    },
    async load(url) {
      const reply = await parts.fetch(url);
      return { status: reply.status, body: await reply.json() };
    },
    store: {
      read: (name) => stored.get(name) ?? null,
      write(name, text) {
        if (text === null ? !stored.has(name) : stored.get(name) === text) return;
        if (text === null) stored.delete(name);
        else stored.set(name, text);
        parts.keep(name, text);
      },
    },
    isOnline: parts.isOnline,
    asksPrivacy: () => false,
    likeness: () => `${likeness},${new Date(parts.now()).toDateString()}`,
    page: () => page,
    sha256: (text) => parts.sha256?.(text) ?? Promise.reject(new Error("no SHA-256 was passed in")),
  };
}

export const storedNames = ["s", "q"] as const;

/** Where somebody is in a program, as an address: `/Product`. */
export function screenPath(name: string | undefined): string {
  return `/${(name ?? "").replace(/^\/+/, "")}`.slice(0, 500);
}
