import { once } from "node:events";
import { Worker } from "node:worker_threads";

export type SteadyLoad = { url: string; perSecond: number; requests: readonly Uint8Array[]; status: number };

/**
 * Asks at a steady rate whether or not the last answers have come, as many senders do who know nothing of each other. In
 * a thread of its own: the played vendors answer in this one, and whoever shares it with them is late when they are busy.
 */
export async function askSteadily(load: SteadyLoad): Promise<number[]> {
  const thread = new Worker(new URL("steady-load-thread.ts", import.meta.url), { workerData: load });
  const [durationsMs] = (await once(thread, "message")) as [number[]];
  await thread.terminate();
  return durationsMs;
}
