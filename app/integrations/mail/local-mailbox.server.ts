import { z } from "zod";
import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import { HttpError } from "#app/platform/http/http-error.ts";

const mailSchema = z.object({
  id: z.string(),
  to: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  at: z.iso.datetime(),
});
const stateSchema = z.object({ state: z.object({ messages: z.array(mailSchema) }) });

export type LocalMail = z.infer<typeof mailSchema>;

/** What the local simulator received, newest first; undefined while it is not running. */
export async function readLocalMailbox(mailBaseUrl: string, http: Pick<HttpClient, "send">): Promise<LocalMail[] | undefined> {
  try {
    const url = new URL("/__control/state?vendor=mail", mailBaseUrl);
    const answer = await http.send({ target: "local-mailbox", url, policy: { attempts: 1, attemptTimeoutMs: 2_000 } });
    return stateSchema.parse(answer.json()).state.messages;
  } catch (error) {
    if (error instanceof HttpError) return undefined;
    throw error;
  }
}
