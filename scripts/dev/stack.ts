import { printReady } from "./banner.ts";
import { type Child, type ChildExit, type ChildSpec, signalGroup, startChild, stopChild } from "./children.ts";
import { readCrons, tellRestart, tickCrons } from "./cron.ts";
import { ensureDevVars } from "./dev-vars.ts";
import { requireFreePort } from "./ports.ts";
import { waitUntilAnswers } from "./ready.ts";
import { claimState } from "./run-lock.ts";
import { type LocalSettings, readSettings, refuseDeployedEnvironment } from "./settings.ts";
import { AdvisedError, say } from "./terminal.ts";

export type StackPlan = {
  /** Programs that must end well before the app can start, one after the other. */
  before: ChildSpec[];
  app: ChildSpec;
  /** Programs nobody waits for: they start once the app answers and may end as they like. */
  after?: ChildSpec[];
};

type Stop = { signal: AbortSignal; requested: Promise<"stop"> };

/** Runs the whole product on this machine until a signal asks it to end or one of its parts dies. Returns the exit code. */
export async function runStack(plan: StackPlan): Promise<number> {
  refuseDeployedEnvironment();
  const settings = readSettings();
  await requireFreePort(settings.port, "PORT");
  await requireFreePort(settings.simulatorPort, "SIM_PORT");
  using _claim = claimState(settings.stateDir, settings.appUrl);
  const secrets = ensureDevVars();
  if (secrets.length > 0) say(`wrote ${secrets.join(" and ")} to .dev.vars`);

  const children: Child[] = [];
  const stop = listenForStop(children);
  try {
    for (const spec of plan.before) {
      if (!(await runToEnd(spec, children, stop))) return 0;
    }
    return await superviseUntilEnd(plan, settings, children, stop);
  } finally {
    await Promise.all(children.map((child) => stopChild(child)));
  }
}

async function superviseUntilEnd(plan: StackPlan, settings: LocalSettings, children: Child[], stop: Stop): Promise<number> {
  const simulators = startChild({ name: "The simulator server", args: ["scripts/simulators/main.ts"] });
  const application = startChild(plan.app);
  children.push(simulators, application);
  const ended = Promise.race([stop.requested, simulators.exited, application.exited]);

  const background = new AbortController();
  using _background = { [Symbol.dispose]: () => background.abort() };
  const first = await Promise.race([ended, waitUntilAnswers(settings.appUrl, AbortSignal.any([stop.signal, background.signal]))]);
  if (first === undefined) {
    printReady(settings);
    children.push(...(plan.after ?? []).map(startChild));
    void tellRestart(settings.appUrl, background.signal);
    tickCrons(settings.appUrl, readCrons(), background.signal);
  }
  const outcome = first ?? (await ended);
  if (outcome === "stop") return 0;
  throw new AdvisedError(describeExit(outcome));
}

/** Returns false when the person asked to stop meanwhile. */
async function runToEnd(spec: ChildSpec, children: Child[], stop: Stop): Promise<boolean> {
  const child = startChild(spec);
  children.push(child);
  const outcome = await Promise.race([stop.requested, child.exited]);
  if (outcome === "stop") return false;
  if (outcome.code !== 0) throw new AdvisedError(describeExit(outcome));
  children.splice(children.indexOf(child), 1);
  return true;
}

/** The first signal ends everything politely; a second one does not wait. */
function listenForStop(children: Child[]): Stop {
  const controller = new AbortController();
  const requested = new Promise<"stop">((resolve) => {
    const onSignal = () => {
      if (controller.signal.aborted) for (const child of children) signalGroup(child, "SIGKILL");
      controller.abort();
      resolve("stop");
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);
  });
  return { signal: controller.signal, requested };
}

function describeExit({ name, code, signal }: ChildExit): string {
  const how = signal === null ? `with code ${code}` : `by ${signal}`;
  return `${name} ended ${how}, so everything was stopped. Its messages above say why; then start again.`;
}
