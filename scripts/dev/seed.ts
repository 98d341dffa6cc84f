import { isScenario, scenarios } from "#db/seed/scenarios.ts";
import { seedScenario } from "#db/seed/seed.ts";
import { applyMigrations, withLocalData } from "./local-data.ts";
import { requireStateUnused } from "./run-lock.ts";
import { readSettings, refuseDeployedEnvironment } from "./settings.ts";
import { clearState, rememberScenario } from "./state-folder.ts";
import { AdvisedError, runCommand, say } from "./terminal.ts";

/** `npm run seed -- <scenario>`: a scenario is the whole local state, so what was there before goes. */
await runCommand(async () => {
  refuseDeployedEnvironment();
  const [scenario = "demo", ...rest] = process.argv.slice(2);
  if (!isScenario(scenario) || rest.length > 0) throw new AdvisedError(`Usage: npm run seed -- <${scenarios.join(" | ")}>`);
  const { stateDir } = readSettings();
  requireStateUnused(stateDir);
  clearState(stateDir);
  await withLocalData(stateDir, async (data) => {
    await applyMigrations(data.DB);
    const { workspaces, people, auditRows } = await seedScenario(data, scenario, Date.now());
    say(`loaded ${scenario}: ${workspaces} workspaces, ${people} people, ${auditRows} audit entries`);
  });
  rememberScenario(stateDir, scenario);
  return 0;
});
