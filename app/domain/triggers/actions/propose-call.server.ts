import { proposeFor } from "../../agents/propose-for.server.ts";
import type { ServiceContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import type { Acting } from "./acting.ts";
import { callFor } from "../proposable.ts";
import type { TriggerAction } from "../schemas.ts";

/** Proposes what follows from the event; whether a person has to say yes is as for anything the agent itself proposes. */
export async function proposeCall(ctx: ServiceContext, { trigger, firing }: Acting, { tool }: Extract<TriggerAction, { do: "propose" }>) {
  const call = callFor(tool, firing.refs);
  if (call === undefined) throw new AppError("conflict", "eventSaysTooLittle");
  const proposed = await proposeFor(ctx, {
    runId: firing.id,
    call,
    rule: "trigger.asks",
    subject: { type: firing.subjectType, id: firing.subjectId, label: firing.subjectLabel },
    facts: { trigger: trigger.name },
  });
  return { detail: proposed.isNew ? tool : "alreadyProposed", id: proposed.id };
}
