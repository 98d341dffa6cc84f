import { editableFields } from "../editable.ts";
import type { Field } from "../../conditions.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import type { Untrusted } from "../../untrusted.ts";
import type { ToolName } from "../tool-inputs.ts";
import { pastProposals } from "./past-proposals.server.ts";
import { fieldsFrom } from "./policy-facts.ts";
import { policyFieldsSchema } from "./schemas.ts";

/** `options` are all there are, where it is a choice. */
export type PolicyField = { name: string; kind: Field["kind"]; options: string[] | null };

/** What a policy of a tool can ask about: what the tool is told, and what its proposals have said so far. */
export async function listPolicyFields(ctx: ServiceContext, input: Untrusted<typeof policyFieldsSchema>): Promise<{ data: PolicyField[] }> {
  requirePermission(ctx, "agents:read");
  const { tool } = parseInput(policyFieldsSchema, input);
  const fields = await fieldsOfTool(ctx, tool);
  return { data: fields.map(({ name, kind, options }) => ({ name, kind, options: options === undefined ? null : [...options] })) };
}

export async function fieldsOfTool(ctx: ServiceContext, tool: ToolName): Promise<Field[]> {
  const seen = fieldsFrom(await pastProposals(ctx, tool));
  const asked = editableFields(tool).map((field): Field => {
    const name = `input.${field.name}`;
    return field.kind === "choice" ? { name, kind: "choice", options: field.options } : { name, kind: field.kind };
  });
  return [...asked, ...seen.filter(({ name }) => !asked.some((one) => one.name === name))];
}
