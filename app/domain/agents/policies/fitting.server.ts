import type { ToolName } from "../tool-inputs.ts";
import { type ConditionSet, misfits, readValues } from "../../conditions.ts";
import type { ServiceContext } from "../../context.ts";
import { AppError } from "../../errors.ts";
import { fieldsOfTool } from "./list-policy-fields.server.ts";

/** Conditions with their values as their fields have them; refused where they ask what no proposal of the tool says. */
export async function fitting(ctx: ServiceContext, tool: ToolName, asked: ConditionSet): Promise<ConditionSet> {
  const fields = await fieldsOfTool(ctx, tool);
  const conditions = readValues(asked, fields, ctx.locale);
  const wrong = misfits(conditions, fields);
  if (Object.keys(wrong).length === 0) return conditions;
  throw new AppError("invalid", "checkFields", { fields: wrong });
}
