import { applyMigrations, withLocalData } from "./local-data.ts";
import { readSettings, refuseDeployedEnvironment } from "./settings.ts";
import { loadedScenario, rememberScenario } from "./state-folder.ts";
import { runCommand, say } from "./terminal.ts";

/** Brings the local database to the newest shape, and fills it with the demo when nothing was ever loaded. */
await runCommand(async () => {
  refuseDeployedEnvironment();
  const { stateDir } = readSettings();
  await withLocalData(stateDir, async (data) => {
    const applied = await applyMigrations(data.DB);
    if (applied.length > 0) say(`migrated ${applied.join(", ")}`);
    if (loadedScenario(stateDir) !== undefined) return;
    const { isSeeded, seedScenario } = await import("#db/seed/seed.ts");
    if (!(await isSeeded(data.DB))) {
      const { workspaces, people } = await seedScenario(data, "demo", Date.now());
      say(`seeded the demo: ${workspaces} workspaces, ${people} people`);
    }
    rememberScenario(stateDir, "demo");
  });
  return 0;
});
