import type { toolPolicies } from "#db/schema/triggers.ts";
import { isToolName, type ToolName } from "../tool-inputs.ts";
import { type ConditionSet, storedConditions } from "../../conditions.ts";

export type Policy = {
  id: string;
  tool: ToolName;
  name: string;
  state: "on" | "off";
  conditions: ConditionSet;
  mostPerDay: number;
  /** When it was tried on past proposals as it is now; without that it cannot be switched on. */
  testedAt: number | null;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
};
export type PolicyDbRow = typeof toolPolicies.$inferSelect;

/** Undefined for one about a tool that is gone. */
export function toPolicy(row: PolicyDbRow): Policy | undefined {
  const { id, name, mostPerDay, testedAt, createdBy, createdAt, updatedAt } = row;
  if (!isToolName(row.tool)) return undefined;
  return {
    id,
    tool: row.tool,
    name,
    state: row.state === "on" ? "on" : "off",
    conditions: storedConditions(row.conditions),
    mostPerDay,
    testedAt,
    createdBy,
    createdAt,
    updatedAt,
  };
}
