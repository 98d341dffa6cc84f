import { z } from "zod";
import { toolNames } from "../tool-inputs.ts";
import { conditionSetSchema } from "../../conditions.ts";
import { readableText } from "../../readable-text.ts";
import { wholeNumber } from "../../whole-number.ts";

const id = z.string({ error: "required" }).min(1, "required").max(60, "fieldInvalid");
const tool = z.enum(toolNames, "fieldInvalid");
const rules = {
  name: z.string("required").trim().min(1, "required").max(80, "tooLong").regex(readableText, "unreadableCharacters"),
  conditions: conditionSetSchema.refine(({ conditions }) => conditions.length > 0, { message: "required", path: ["conditions"] }),
  mostPerDay: wholeNumber({ min: 1, max: 1_000 }).default(20),
};

export const createPolicySchema = z.object({ tool, ...rules });
export const changePolicySchema = z.object({ id, ...rules });
export const switchPolicySchema = z.object({ id, isOn: z.boolean("fieldInvalid") });
export const policyFieldsSchema = z.object({ tool });
