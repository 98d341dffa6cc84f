import type { Locale } from "#app/i18n/locales.ts";

export type OutgoingMail = { to: string; subject: string; text: string; html: string; idempotencyKey: string };
export type MailPort = { send(mail: OutgoingMail): Promise<{ messageId: string }> };

/** Slow by design. `verify` answers false for whatever is not a hash, and takes as long for an account that does not exist. */
export type PasswordHasher = {
  hash(password: string): Promise<string>;
  verify(stored: string | undefined, password: string): Promise<boolean>;
};

/** Counts a workspace's changes of who may do what, so that an answer kept for a while can be told from one that still holds. */
export type AccessGate = {
  version(workspaceId: string): Promise<number>;
  changed(workspaceId: string): Promise<void>;
};

/** A part of a mail: its rows, or why there are none. */
export type MailTable = {
  title: string;
  note: string;
  columns: { label: string; isFigure: boolean }[];
  rows: string[][];
  totals: string[][];
};

/** A mail as the domain asks for it; words and layout are added when it is sent. */
export type MailRequest = {
  template: "confirm-sign-up" | "already-registered" | "reset-password" | "invitation" | "password-changed" | "report";
  to: string;
  locale: Locale;
  values: Record<string, string>;
  /** Tables between the words and the link, already written in the reader's language. */
  tables?: MailTable[];
};

/** Mails hold one-time links, so they are sealed before they wait in the outbox. */
export type MailSealer = {
  seal(mail: MailRequest, workspaceId: string): Promise<string>;
  open(sealed: string, workspaceId: string): Promise<MailRequest>;
};

/** Encrypts what must be stored but not read in the database; `place` binds it to where it belongs. */
export type Sealer = {
  seal(plain: string, place: string): Promise<string>;
  open(sealed: string, place: string): Promise<string>;
};
