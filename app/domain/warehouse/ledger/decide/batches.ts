import type { CommandOf } from "../commands.ts";
import type { Change, Task } from "../facts.ts";
import { type Decided, type Deciding, taskChange } from "./deciding.ts";

/** Each list is walked in its order. Picks that are over by now leave no gap that anybody would notice. */
export function arrangePicks({ zone }: Deciding, { walks }: CommandOf<"arrange-picks">): Decided {
  const changes = walks.flatMap((ids) =>
    ids.flatMap((id, index): Change[] => {
      const task = zone.task(id);
      const isOpen = task?.kind === "pick" && (task.state === "open" || task.state === "claimed");
      return isOpen && task.walk !== index + 1 ? [taskChange(task, { walk: index + 1 })] : [];
    }),
  );
  return { changes, result: { arranged: changes.length } };
}

export function pickerOf({ actor: { id, name } }: Deciding): NonNullable<Task["picker"]> {
  return { id, name };
}

/** Whoever works on a pick of a batch has begun all of it. */
export function begunBy(d: Deciding, task: Task): Pick<Task, "picker"> {
  return { picker: task.batch === null ? null : pickerOf(d) };
}

/** The other picks of the batch say it too: who walks by them is offered the rest, and others something else. */
export function begun(d: Deciding, { id, batch, picker }: Task): Change[] {
  if (batch === null || picker?.id === d.actor.id) return [];
  const others = d.zone.tasksOfBatch(batch).filter((task) => task.id !== id && task.picker?.id !== d.actor.id);
  return others.map((task) => taskChange(task, { picker: pickerOf(d) }));
}
