import type { MailPort } from "#app/domain/accounts/ports.ts";
import { HttpError } from "#app/platform/http/http-error.ts";
import { type MailClientOptions, sendEmail } from "./client.server.ts";
import { requireAccepted, toMailError, toSendRequest } from "./mapper.ts";

export type MailAdapterOptions = MailClientOptions & { from: string };

/** Sends through Cloudflare Email Service. The id is our own key, because the vendor's answer carries none. */
export function createMailAdapter({ from, ...client }: MailAdapterOptions): MailPort {
  return {
    async send(mail) {
      try {
        requireAccepted(await sendEmail(client, toSendRequest(mail, from)));
      } catch (error) {
        throw error instanceof HttpError ? toMailError(error) : error;
      }
      return { messageId: mail.idempotencyKey };
    },
  };
}
