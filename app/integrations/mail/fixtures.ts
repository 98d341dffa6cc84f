import type { OutgoingMail } from "#app/domain/accounts/ports.ts";
import { localAccountId, localApiToken } from "./simulator.ts";

export const simulatedMailAccount = { accountId: localAccountId, apiToken: localApiToken, from: "Entrepot <no-reply@entrepot.test>" };

export function anOutgoingMail(change: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    to: "ana@example.com",
    subject: "Confirm your address",
    text: "Open https://app.test/confirm",
    html: '<p>Open <a href="https://app.test/confirm">this page</a></p>',
    idempotencyKey: "evt_1",
    ...change,
  };
}
