import { isUnderWay } from "#app/domain/delegations/kinds.ts";
import type { Task } from "#app/domain/delegations/task-row.ts";
import type { ToldEvent } from "#app/domain/delegations/task-writes.server.ts";
import { followTask } from "#app/domain/delegations/work-on-task.server.ts";
import { systemSleep } from "#app/platform/sleep.ts";
import type { Asking } from "./asking.ts";

const soonMs = 250;
const laterMs = 1_000;
const soonLooks = 40;
/** The platform lets one request ask the database a thousand times. */
const mostLooks = 400;
const checkKeyEvery = 5;

type Followed = { told: ToldEvent; task: Task };

/**
 * What happens to a task that somebody else works on, in another request or on another machine: read from where it is kept.
 * Ends when the task is over, or waits for somebody.
 */
export async function* followed(
  { ctx, isStillAllowed }: Asking,
  { id, after }: { id: string; after: number },
): AsyncGenerator<Followed, void> {
  let number = after;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const { task, told } = await followTask(ctx, { id, after: number });
    for (const one of told) {
      yield { told: one, task };
      number = one.number;
      if (one.event.kind === "state" && !isUnderWay(one.event.state)) return;
    }
    if (looks % checkKeyEvery === checkKeyEvery - 1 && !(await isStillAllowed())) return;
    await systemSleep(looks < soonLooks ? soonMs : laterMs);
  }
}
