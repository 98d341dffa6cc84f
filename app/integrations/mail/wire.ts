import { z } from "zod";

/** Cloudflare Email Service, REST: `POST /accounts/{account_id}/email/sending/send`. Checked on 2026-11-20. */
export const maxMessageBytes = 5 * 1024 * 1024;
export const maxRecipients = 50;

const address = z.email().max(320);
const namedAddress = z.strictObject({ address, name: z.string().max(256).optional() });
const mailbox = z.union([address, namedAddress]);
const mailboxes = z.union([mailbox, z.array(mailbox).min(1)]);

export const sendRequestSchema = z
  .strictObject({
    to: mailboxes,
    from: mailbox,
    subject: z.string().min(1).max(998),
    html: z.string().min(1).optional(),
    text: z.string().min(1).optional(),
    cc: mailboxes.optional(),
    bcc: mailboxes.optional(),
    reply_to: mailbox.optional(),
    headers: z.record(z.string(), z.string()).optional(),
    attachments: z
      .array(z.strictObject({ content: z.base64(), filename: z.string(), type: z.string(), disposition: z.enum(["attachment", "inline"]) }))
      .optional(),
  })
  .refine((mail) => mail.html !== undefined || mail.text !== undefined, { message: "html or text is required" });

const apiMessage = z.object({ code: z.number(), message: z.string() });

export const sendAnswerSchema = z.object({
  success: z.boolean(),
  errors: z.array(apiMessage),
  messages: z.array(z.unknown()),
  result: z.object({ delivered: z.array(z.string()), permanent_bounces: z.array(z.string()), queued: z.array(z.string()) }).nullable(),
});

export type SendRequest = z.infer<typeof sendRequestSchema>;
export type SendAnswer = z.infer<typeof sendAnswerSchema>;
export type Mailbox = z.infer<typeof mailbox>;

type ApiError = { code: number; message: string };

/** The documented errors by HTTP status; where a status has several, the one a sender meets first. */
export const errorsByStatus = {
  400: { code: 10001, message: "email.sending.error.invalid_request_schema" },
  401: { code: 10101, message: "email.sending.error.authentication.unauthorized" },
  403: { code: 10102, message: "email.sending.error.authentication.forbidden" },
  404: { code: 10000, message: "email.sending.error.not_found" },
  429: { code: 10004, message: "email.sending.error.throttled" },
  500: { code: 10002, message: "email.sending.error.internal_server" },
  503: { code: 10100, message: "email.sending.error.authentication.upstream" },
} as const satisfies Record<number, ApiError>;

export const tooBig: ApiError = { code: 10200, message: "email.sending.error.email.too_big" };
export const invalidEmail: ApiError = { code: 10202, message: "email.sending.error.email.invalid" };
