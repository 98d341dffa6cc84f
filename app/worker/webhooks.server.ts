import type { Delivered, Webhooks } from "#app/domain/triggers/ports.ts";
import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import { HttpError } from "#app/platform/http/http-error.ts";

const answerLimitMs = 10_000;
const mostBytes = 64_000;

/** One try each: the queue brings again what may work later, so that a slow receiver holds up nobody. Redirects are refused. */
export function createWebhooks(http: HttpClient): Webhooks {
  return {
    async send(workspaceId, { url, body, headers }): Promise<Delivered> {
      try {
        const { status } = await http.send({
          target: `webhook:${workspaceId}:${new URL(url).host}`,
          url,
          method: "POST",
          headers,
          body,
          policy: { attempts: 1, attemptTimeoutMs: answerLimitMs, deadlineMs: answerLimitMs, maxResponseBytes: mostBytes },
        });
        return { outcome: "taken", status, failure: null };
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        // Whoever answered too much has heard it.
        if (error.kind === "too-large") return { outcome: "taken", status: error.status ?? null, failure: error.kind };
        return { outcome: error.retryable ? "later" : "refused", status: error.status ?? null, failure: error.kind };
      }
    },
  };
}
