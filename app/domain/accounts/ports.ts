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

/** Each token is for one of these and opens nothing else. */
export type TokenUse = "rooms" | "public-chat";
/** `subject`: whom it was signed for; `claims`: what its use has to know besides. */
export type SignedContent = { subject: string; claims: Record<string, unknown> };

/** Signs what somebody brings back within minutes: nothing of it is stored, and nobody else can make it. */
export type Tokens = {
  /** For so many seconds, five minutes at most. */
  sign(use: TokenUse, content: SignedContent, lifeSeconds: number): Promise<string>;
  /** Undefined for whatever is not a token of ours, for this use and for now. */
  verify(use: TokenUse, token: string): Promise<SignedContent | undefined>;
};

/** Encrypts what must be stored but not read in the database; `place` binds it to where it belongs. */
export type Sealer = {
  seal(plain: string, place: string): Promise<string>;
  open(sealed: string, place: string): Promise<string>;
};
