import { ruleIds } from "./rules/registry.ts";

/** Every rule that may give advice, by its id. */
export const adviceRules: readonly string[] = ruleIds;
