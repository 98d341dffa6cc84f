import { systemSleep } from "./sleep.ts";

/**
 * Lets others have their turn in the middle of long work. Where the database lives in the same process, its answers alone
 * keep the process busy and nobody looks at the sockets: every request would wait until the work has ended.
 */
export function makeWay(): Promise<void> {
  return systemSleep(1);
}
