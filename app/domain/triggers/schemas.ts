import { z } from "zod";
import { roles } from "../accounts/permissions.ts";
import { agentKinds } from "../agents/kinds.ts";
import { conditionSetSchema } from "../conditions.ts";
import { pageSchema } from "../paging.ts";
import { readableText } from "../readable-text.ts";
import { wholeNumber } from "../whole-number.ts";
import { eventKinds } from "./events.ts";
import { proposableTools } from "./proposable.ts";
import { scheduleSchema } from "./schedule.ts";

const id = z.string({ error: "required" }).min(1, "required").max(60, "fieldInvalid");
const name = z.string("required").trim().min(1, "required").max(80, "tooLong").regex(readableText, "unreadableCharacters");
const words = z.string("fieldInvalid").trim().max(200, "tooLong").regex(readableText, "unreadableCharacters");

/** What is done when a trigger fires. */
export const triggerActionSchema = z.discriminatedUnion(
  "do",
  [
    z.object({
      do: z.literal("notify"),
      roles: z.array(z.enum(roles, "fieldInvalid"), "required").min(1, "required").max(roles.length, "fieldInvalid"),
      text: words.default(""),
    }),
    z.object({ do: z.literal("run-agent"), agent: z.enum(agentKinds, "fieldInvalid") }),
    z.object({ do: z.literal("propose"), tool: z.enum(proposableTools, "fieldInvalid") }),
    z.object({ do: z.literal("webhook"), url: z.string("required").trim().min(1, "required").max(500, "tooLong") }),
  ],
  "fieldInvalid",
);
export type TriggerAction = z.output<typeof triggerActionSchema>;

/** Each action once at most, so that nobody is told twice. */
const actions = z.array(triggerActionSchema, "required").min(1, "required").max(6, "fieldInvalid");

const definition = {
  name,
  event: z.enum(eventKinds, "fieldInvalid"),
  schedule: scheduleSchema.nullable().default(null),
  conditions: conditionSetSchema.default({ match: "all", conditions: [] }),
  repeats: z
    .object({ times: wholeNumber({ min: 2, max: 100 }), withinHours: wholeNumber({ min: 1, max: 168 }) }, "fieldInvalid")
    .nullable()
    .default(null),
  actions,
  mostPerHour: wholeNumber({ min: 1, max: 1_000 }).default(60),
};

export const createTriggerSchema = z.object(definition);
export const changeTriggerSchema = z.object({ id, ...definition });
export const switchTriggerSchema = z.object({ id, isOn: z.boolean("fieldInvalid") });
export const listTriggersSchema = pageSchema;
export const listFiringsSchema = pageSchema.extend({ id });
export type Definition = z.output<typeof createTriggerSchema>;
