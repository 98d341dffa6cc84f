import { aiCaps, aiProviders, aiPurposes } from "#db/schema/ai.ts";
import { workspaces } from "#db/schema/accounts.ts";
import type { ServiceContext } from "../context.ts";
import type { Cap } from "./budget.ts";
import { type CapScope, capScopes, type CapWindow, capWindows } from "./kinds.ts";

/** `print` is another one after every change of providers, purposes, caps or the time zone. */
export type BudgetSettings = { timeZone: string; caps: Cap[]; providerIds: string[]; print: string };

/** What a budget goes by. */
export async function readBudgetSettings(ctx: ServiceContext): Promise<BudgetSettings> {
  const [workspace, caps, providers, purposes] = await Promise.all([
    ctx.db.first(workspaces, undefined),
    ctx.db.all(aiCaps),
    ctx.db.all(aiProviders),
    ctx.db.all(aiPurposes),
  ]);
  const timeZone = workspace?.timeZone ?? "UTC";
  const versions = [...caps, ...providers, ...purposes].map(({ id, version }) => `${id}:${version}`);
  return {
    timeZone,
    caps: caps.flatMap(({ scope, window, subjectId, limitMicroUsd }) =>
      isScope(scope) && isWindow(window) ? [{ scope, window, subjectId, limitMicroUsd }] : [],
    ),
    providerIds: providers.filter(({ isEnabled }) => isEnabled).map(({ id }) => id),
    print: [timeZone, ...versions.toSorted()].join(" "),
  };
}

function isScope(value: string): value is CapScope {
  return capScopes.some((scope) => scope === value);
}

function isWindow(value: string): value is CapWindow {
  return capWindows.some((window) => window === value);
}
