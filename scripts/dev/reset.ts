import { requireStateUnused } from "./run-lock.ts";
import { readSettings, refuseDeployedEnvironment } from "./settings.ts";
import { clearState } from "./state-folder.ts";
import { runCommand, say } from "./terminal.ts";

/** `npm run reset`: the next start begins with a fresh demo. Secrets in .dev.vars stay. */
await runCommand(async () => {
  refuseDeployedEnvironment();
  const { stateDir } = readSettings();
  requireStateUnused(stateDir);
  say(clearState(stateDir) ? `removed all local databases, rooms, queues and files in ${stateDir}` : `nothing to remove in ${stateDir}`);
  return 0;
});
