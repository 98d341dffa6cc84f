import { type BegunRun, beginRun, recall } from "#app/domain/agents/begin-run.server.ts";
import { recordRun } from "#app/domain/agents/record-run.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { Eyes } from "./brain.ts";
import { type AnyBrain, brains } from "./brains.server.ts";

/** How much may be looked at, and who hears how far it is. */
type Pace = Pick<Eyes<unknown>, "mayLook" | "looksAhead">;

/** One look from beginning to end. Nothing of it is there before all of it is: a run that broke off simply looks again. */
export async function performRun(ctx: ServiceContext, runId: string, pace: Pace): Promise<void> {
  const begun = await beginRun(ctx, { id: runId });
  if (begun === undefined) return;
  await think({ ...ctx, runId }, begun, brains[begun.agent.kind], pace);
}

async function think(ctx: ServiceContext, begun: BegunRun, brain: AnyBrain, pace: Pace): Promise<void> {
  const eyes: Eyes<unknown> = {
    ctx,
    settings: begun.agent.settings,
    messages: begun.heard,
    recall: (key) => recall(ctx, key),
    isDry: begun.row.mode === "dry",
    ...pace,
  };
  const outcome = await brain.look(eyes);
  await recordRun(ctx, begun, outcome);
}
