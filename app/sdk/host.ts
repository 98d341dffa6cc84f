import type { Batch } from "./wire.ts";

/** `retryAfterMs`: how long the server asks to be left alone; 0 where it asks nothing. */
export type Reply = { status: number; retryAfterMs: number };

/** Where a client lives: a browser's page, a phone's app, a program. All that it knows of the world comes from here. */
export type Host = {
  now(): number;
  /** 0 to 1, for the jitter between tries. */
  random(): number;
  newId(): string;
  /** Answers how to call it off. */
  later(run: () => void, ms: number): () => void;
  /** `isLast`: there may be nobody left to hear the answer. Rejects when nothing could be reached. */
  send(url: string, body: string, isLast: boolean): Promise<Reply>;
  load(url: string): Promise<{ status: number; body: unknown }>;
  store: { read(name: string): string | null; write(name: string, text: string | null): void };
  isOnline(): boolean;
  /** Whether the browser asks for its person not to be followed: GPC or DNT. */
  asksPrivacy(): boolean;
  /** What stays the same for a visitor for a day without anything being kept. It never leaves. */
  likeness(): string;
  page(): Batch["page"];
  /** Rejects where it cannot be done: then nothing leaves in its place. */
  sha256(text: string): Promise<string>;
};
