import type { Command, CommandOf } from "./commands.ts";
import { approve, count } from "./decide/counts.ts";
import type { Decided, Deciding } from "./decide/deciding.ts";
import { putBins, putItems, removeBin } from "./decide/layout.ts";
import { makePlate, movePlate } from "./decide/plates.ts";
import { release, reserve, ship } from "./decide/reservations.ts";
import { inspect } from "./decide/returns.ts";
import { adjust, move, receive, setStatus } from "./decide/stock.ts";
import { sweep } from "./decide/sweep.ts";
import { arrangePicks } from "./decide/batches.ts";
import { cancelTask, claim, planCount, planMove, planPicks, prioritise, unclaim } from "./decide/tasks.ts";
import { send, settleTransfer, takeIn } from "./decide/transfers.ts";
import { finishMove, pick, pickFound } from "./decide/work.ts";

/** What a command brings about, or a `Refusal`. Looks, and writes nothing. */
export function decide(d: Deciding, command: Command): Decided {
  switch (command.type) {
    case "put-bins":
      return putBins(d, command);
    case "remove-bin":
      return removeBin(d, command);
    case "put-items":
      return putItems(d, command);
    case "receive":
      return receive(d, command);
    case "inspect":
      return inspect(d, command);
    case "move":
      return move(d, command);
    case "make-plate":
      return makePlate(d, command);
    case "move-plate":
      return movePlate(d, command);
    case "adjust":
      return adjust(d, command);
    case "set-status":
      return setStatus(d, command);
    case "reserve":
      return reserve(d, command);
    case "release":
      return release(d, command);
    case "count":
      return count(d, command);
    case "approve":
      return approve(d, command);
    case "ship":
      return ship(d, command);
    case "send":
      return send(d, command);
    case "take-in":
      return takeIn(d, command);
    case "settle-transfer":
      return settleTransfer(d, command);
    case "sweep":
      return sweep(d);
    default:
      return decideTask(d, command);
  }
}

type OfTasks = "plan-picks" | "arrange-picks" | "plan-move" | "plan-count" | "prioritise" | "cancel-task" | "claim" | "unclaim";

/** What is to be done by whom, and that it was done. */
function decideTask(d: Deciding, command: CommandOf<OfTasks | "finish-move" | "pick" | "pick-found">): Decided {
  switch (command.type) {
    case "plan-picks":
    case "arrange-picks":
    case "plan-move":
    case "plan-count":
      return plan(d, command);
    case "prioritise":
      return prioritise(d, command);
    case "cancel-task":
      return cancelTask(d, command);
    case "claim":
      return claim(d, command);
    case "unclaim":
      return unclaim(d, command);
    case "finish-move":
      return finishMove(d, command);
    case "pick":
      return pick(d, command);
    case "pick-found":
      return pickFound(d, command);
    default:
      return command satisfies never;
  }
}

function plan(d: Deciding, command: CommandOf<"plan-picks" | "arrange-picks" | "plan-move" | "plan-count">): Decided {
  switch (command.type) {
    case "plan-picks":
      return planPicks(d, command);
    case "arrange-picks":
      return arrangePicks(d, command);
    case "plan-move":
      return planMove(d, command);
    case "plan-count":
      return planCount(d, command);
    default:
      return command satisfies never;
  }
}
