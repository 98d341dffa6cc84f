import type { OutgoingMail } from "#app/domain/accounts/ports.ts";
import { AppError } from "#app/domain/errors.ts";
import { type HttpError } from "#app/platform/http/http-error.ts";
import { type Mailbox, type SendAnswer, sendAnswerSchema, type SendRequest } from "./wire.ts";

/** Names the mail in the vendor's logs, where its answer gives no id. */
const messageIdHeader = "X-Entrepot-Message-Id";

export function toSendRequest(mail: OutgoingMail, from: string): SendRequest {
  return {
    to: mail.to,
    from: toMailbox(from),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { [messageIdHeader]: mail.idempotencyKey },
  };
}

/** `Name <address>` as configuration writes it, in the vendor's form. */
export function toMailbox(from: string): Mailbox {
  const named = /^\s*(.*?)\s*<\s*([^<>\s]+)\s*>\s*$/.exec(from);
  const [, name = "", address = from.trim()] = named ?? [];
  return name === "" ? address : { address, name };
}

/** Throws when the vendor took the call and still will not deliver. */
export function requireAccepted(answer: SendAnswer): void {
  const { success, result, errors } = answer;
  if (!success || result === null) throw new MailError("unavailable", errors[0]);
  if (result.permanent_bounces.length > 0)
    throw new MailError("invalid", { code: 0, message: "the recipient's server refused it for good" });
}

/** What passes with time is unavailable; a mail that can never be sent is invalid. */
export function toMailError(error: HttpError): MailError {
  const refused = error.status === 400 || error.status === 413;
  return new MailError(refused ? "invalid" : "unavailable", vendorErrorIn(error.body), error);
}

/** The vendor's own words are kept for the log: they never hold the mail or its address. */
class MailError extends AppError {
  override name = "MailError";
  constructor(code: "invalid" | "unavailable", vendorError: { code: number; message: string } | undefined, cause?: HttpError) {
    super(code, code === "invalid" ? "mailRefused" : "mailUnavailable", {
      cause,
      ...(cause?.retryAfterMs === undefined ? {} : { retryAfterMs: cause.retryAfterMs }),
    });
    const why = vendorError === undefined ? (cause?.message ?? "no reason given") : `${vendorError.code} ${vendorError.message}`;
    this.message = `${this.message} (${why})`;
  }
}

function vendorErrorIn(body: string): { code: number; message: string } | undefined {
  try {
    return sendAnswerSchema.safeParse(JSON.parse(body)).data?.errors[0];
  } catch {
    return undefined;
  }
}
