import { z } from "zod";
import { taskStates } from "#app/domain/delegations/kinds.ts";
import type { DelegationInFull } from "#app/domain/delegations/read-delegation.server.ts";
import { artifactSchema, messageSchema } from "#app/domain/delegations/schemas.ts";
import type { Delegation } from "#app/domain/delegations/task-row.ts";
import { exactly } from "./exactly.ts";

const text = z.string();
const moment = z.number();

const delegation = z.object({
  id: text,
  by: text,
  contextId: text,
  state: z.enum(taskStates),
  stateAt: moment,
  reason: text.nullable(),
  question: text,
  answer: text,
  createdAt: moment,
});
const hook = z.object({ id: text, host: text, toldUntil: z.number(), status: z.number().nullable(), failure: text.nullable() });

/** What the endpoints about tasks of other agents answer. */
export const delegationsAnswers = {
  Delegation: exactly<Delegation>()(delegation),
  DelegationInFull: exactly<DelegationInFull>()(
    delegation.extend({ history: z.array(messageSchema), artifacts: z.array(artifactSchema), events: z.number(), hooks: z.array(hook) }),
  ),
};
