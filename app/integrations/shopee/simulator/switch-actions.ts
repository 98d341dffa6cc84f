import { z } from "zod";
import { msUntilReset } from "../faults.ts";
import type { Action } from "./act-input.ts";
import type { Switches } from "./world.ts";

const onInput = z.strictObject({ on: z.boolean().default(true) });
const callsInput = z.strictObject({ calls: z.number().int().min(0).max(100_000).default(1) });

function toggle(name: "sourceIpUndeclared" | "partnerKeyExpired" | "apiSuspended"): Action {
  return ({ switches }, input) => {
    switches[name] = onInput.parse(input).on;
    return shown(switches);
  };
}

const rateLimit: Action = ({ switches }, input) => {
  switches.rateLimitedCalls = callsInput.parse(input).calls;
  return shown(switches);
};

/** Lifts by itself at midnight of UTC+8. */
const dailyLimit: Action = ({ switches }, input, { nowMs }) => {
  switches.dailyLimitUntilMs = onInput.parse(input).on ? nowMs + msUntilReset(nowMs) : 0;
  return shown(switches);
};

const enablePush: Action = ({ pushes }) => {
  pushes.state = "normal";
  pushes.outcomes = [];
  return { push: pushes.state };
};

function shown(switches: Switches): Record<string, unknown> {
  return { switches: { ...switches } };
}

export const switchActions: Record<string, Action> = {
  "source-ip-undeclared": toggle("sourceIpUndeclared"),
  "partner-key-expired": toggle("partnerKeyExpired"),
  "api-suspended": toggle("apiSuspended"),
  "rate-limit": rateLimit,
  "daily-limit": dailyLimit,
  "enable-push": enablePush,
};
