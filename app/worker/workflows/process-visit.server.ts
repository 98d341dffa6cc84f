import type { Workflows } from "./revive.server.ts";

export type VisitParams = { sessionId: string; workspaceId: string };

/** The visit's id is the instance's id. One whose work has failed is asked for again by somebody who mended the cause. */
export async function processVisit(workflow: Workflows<VisitParams>, params: VisitParams): Promise<void> {
  try {
    await workflow.create({ id: params.sessionId, params });
  } catch (error) {
    const known = await workflow.get(params.sessionId).catch(() => undefined);
    if (known === undefined) throw error;
    const { status } = await known.status();
    if (status === "errored" || status === "terminated") await known.restart();
  }
}
