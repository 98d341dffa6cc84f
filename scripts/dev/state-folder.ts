import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isScenario, type Scenario } from "#db/seed/scenarios.ts";

/** Databases, rooms, queues and files of the local app. Returns false when there was nothing. */
export function clearState(stateDir: string): boolean {
  const existed = existsSync(join(stateDir, "v3"));
  rmSync(join(stateDir, "v3"), { recursive: true, force: true });
  rmSync(scenarioPath(stateDir), { force: true });
  return existed;
}

/** Remembered, so that starting the app never fills what somebody emptied on purpose. */
export function rememberScenario(stateDir: string, scenario: Scenario): void {
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(scenarioPath(stateDir), `${scenario}\n`);
}

export function loadedScenario(stateDir: string): Scenario | undefined {
  const path = scenarioPath(stateDir);
  const scenario = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  return isScenario(scenario) ? scenario : undefined;
}

function scenarioPath(stateDir: string): string {
  return join(stateDir, "scenario");
}
