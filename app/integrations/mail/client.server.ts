import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import { type SendAnswer, sendAnswerSchema, type SendRequest } from "./wire.ts";

export type MailClientOptions = { baseUrl: string; accountId: string; apiToken: string; http: Pick<HttpClient, "send"> };

/** The vendor knows no idempotency key, so a call is never repeated here: the queue decides when to try again. */
export async function sendEmail({ baseUrl, accountId, apiToken, http }: MailClientOptions, mail: SendRequest): Promise<SendAnswer> {
  const response = await http.send({
    target: "mail",
    url: `${baseUrl.replace(/\/$/, "")}/accounts/${encodeURIComponent(accountId)}/email/sending/send`,
    method: "POST",
    headers: { authorization: `Bearer ${apiToken}`, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(mail),
  });
  return sendAnswerSchema.parse(response.json());
}
