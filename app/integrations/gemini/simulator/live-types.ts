import type { Asked } from "../../simulated-model.ts";
import type { Sleep } from "../../simulated-events.ts";
import type { ModelScript } from "../../simulated-script.ts";
import type { LiveScript } from "./live-script.ts";
import type { LiveSetup } from "./live-wire.ts";

export type LiveHouse = {
  script: ModelScript;
  live: LiveScript;
  /** What was said in sessions that may be taken up again, by handle. */
  kept: Map<string, string[]>;
  nowMs(): number;
  nextId(): string;
  sleep: Sleep;
};

/** What turns need of the socket they are spoken through. */
export type LiveLine = {
  house: LiveHouse;
  send(message: object): void;
  end(code: number, reason: string): void;
  isOpen(session: Session): boolean;
};

export type Session = {
  setup: LiveSetup;
  tools: Asked["tools"];
  blocking: ReadonlySet<string>;
  said: string[];
  frames: number;
  isAudioHeard: boolean;
  startedAtMs: number;
  isWarned: boolean;
  /** Calls that wait for their answer, and those that were taken back. */
  waiting: Map<string, string>;
  cancelled: Set<string>;
  /** Counts turns: one that is not the last any more says nothing further. */
  turn: number;
  isSpeaking: boolean;
};
