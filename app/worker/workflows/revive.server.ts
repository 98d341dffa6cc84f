export type Workflows<Params> = Pick<Workflow<Params>, "create" | "get">;
export type Revival = "created" | "resumed" | "restarted" | "pausing";

/**
 * Wakes an instance that stands still: a platform that is killed does not wake its workflows everywhere, and a crash may
 * fall between an event and its workflow. Steps that have ended stay so. "pausing" is not awake yet: a step that is at
 * work after all ends first, and the next round resumes.
 */
export async function revive<Params>(workflows: Workflows<Params>, id: string, params: Params): Promise<Revival> {
  const instance = await workflows.get(id).catch(() => undefined);
  if (instance === undefined) {
    await workflows.create({ id, params });
    return "created";
  }
  const isUnderWay = ["queued", "running", "waiting"].includes((await instance.status()).status);
  // Whoever only believes to be running is neither resumed nor restarted; after a pause it goes on behind its last step.
  if (isUnderWay) await instance.pause();
  const { status } = await instance.status();
  if (status === "paused") {
    await instance.resume();
    return "resumed";
  }
  if (isUnderWay || status === "waitingForPause") return "pausing";
  // Ended, and its work did not: it was paused meanwhile, or the end itself could not be written.
  await instance.restart();
  return "restarted";
}
