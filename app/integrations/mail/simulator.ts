import { z } from "zod";
import { type Simulator, type SimulatorTools, UnknownActionError } from "../simulator.ts";
import {
  errorsByStatus,
  invalidEmail,
  type Mailbox,
  maxMessageBytes,
  maxRecipients,
  type SendRequest,
  sendRequestSchema,
  tooBig,
} from "./wire.ts";

export const localAccountId = "local";
export const localApiToken = "local-mail-token";

export type SimulatedMail = {
  id: string;
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  at: string;
};

type Outcome = "delivered" | "permanent_bounces" | "queued";

const maxKeptMails = 500;
const sendPath = /^\/accounts\/([^/]+)\/email\/sending\/send$/;
const noInput = z.strictObject({});

/** Takes mail exactly as Cloudflare Email Service does, and keeps it where the mailbox page and tests can read it. */
export function createMailSimulator(): Simulator {
  let messages: SimulatedMail[] = [];
  let nextOutcome: Outcome = "delivered";

  function send(mail: SendRequest, tools: SimulatorTools): Response {
    const outcome = nextOutcome;
    nextOutcome = "delivered";
    const recipients = [mail.to, mail.cc ?? [], mail.bcc ?? []].flat().map(addressOf);
    if (recipients.length > maxRecipients) return failure(400, invalidEmail);
    if (outcome !== "permanent_bounces") messages = [toMessage(mail, tools), ...messages].slice(0, maxKeptMails);
    return success({ delivered: [], permanent_bounces: [], queued: [], [outcome]: recipients });
  }

  return {
    vendor: "mail",
    title: "Cloudflare Email Service",
    reset() {
      messages = [];
      nextOutcome = "delivered";
    },
    state: () => ({ messages }),
    faultBody: (status) => failureBody(errorsByStatus[status as keyof typeof errorsByStatus] ?? errorsByStatus[500]),
    act(action, input) {
      noInput.parse(input);
      switch (action) {
        case "bounce-next":
          nextOutcome = "permanent_bounces";
          return { next: nextOutcome };
        case "queue-next":
          nextOutcome = "queued";
          return { next: nextOutcome };
        case "clear":
          messages = [];
          return { messages };
        default:
          throw new UnknownActionError("mail", action, ["bounce-next", "queue-next", "clear"]);
      }
    },
    async fetch(request, tools) {
      const accountId = sendPath.exec(new URL(request.url).pathname)?.[1];
      if (accountId === undefined || request.method !== "POST") return failure(404);
      const authorization = request.headers.get("authorization");
      if (authorization !== `Bearer ${localApiToken}`) return failure(401);
      if (accountId !== localAccountId) return failure(403);
      const text = await request.text();
      if (new TextEncoder().encode(text).length > maxMessageBytes) return failure(400, tooBig);
      if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) return failure(400);
      const mail = sendRequestSchema.safeParse(parseJson(text));
      return mail.success ? send(mail.data, tools) : failure(400);
    },
  };
}

function toMessage(mail: SendRequest, tools: SimulatorTools): SimulatedMail {
  return {
    id: `mail-${Math.floor(tools.random() * 0xffff_ffff).toString(36)}`,
    to: [mail.to].flat().map(addressOf),
    from: typeof mail.from === "string" || mail.from.name === undefined ? addressOf(mail.from) : `${mail.from.name} <${mail.from.address}>`,
    subject: mail.subject,
    text: mail.text ?? "",
    html: mail.html ?? "",
    headers: mail.headers ?? {},
    at: new Date(tools.nowMs).toISOString(),
  };
}

function addressOf(mailbox: Mailbox): string {
  return typeof mailbox === "string" ? mailbox : mailbox.address;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function success(result: Record<Outcome, string[]>): Response {
  return Response.json({ success: true, errors: [], messages: [], result });
}

function failure(status: keyof typeof errorsByStatus, error: { code: number; message: string } = errorsByStatus[status]): Response {
  return Response.json(failureBody(error), { status });
}

function failureBody(error: { code: number; message: string }): unknown {
  return { success: false, errors: [error], messages: [], result: null };
}
