import { setTimeout as delay } from "node:timers/promises";
import { AdvisedError } from "./terminal.ts";

/** Resolves once the app answers its health check; while that route does not exist, once the landing page does. */
export async function waitUntilAnswers(appUrl: string, signal: AbortSignal, limitMs = 120_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!signal.aborted) {
    if (await isAnswering(appUrl, signal)) return;
    if (Date.now() > deadline)
      throw new AdvisedError(`The app did not answer at ${appUrl} within ${limitMs / 1000} s. Its messages above say why.`);
    await delay(200, undefined, { signal }).catch(() => undefined);
  }
}

async function isAnswering(appUrl: string, signal: AbortSignal): Promise<boolean> {
  const health = await statusOf(`${appUrl}/api/v1/health`, signal);
  if (health === 404) return (await statusOf(appUrl, signal)) < 500;
  return health === 200;
}

async function statusOf(url: string, signal: AbortSignal): Promise<number> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 599;
  }
}
