import { z } from "zod";
import { pageSchema } from "../paging.ts";
import { taskStates } from "./kinds.ts";

const metadata = z.record(z.string(), z.unknown());
const ownName = z.string("required").min(1, "required").max(200, "tooLong");

const aside = { mediaType: z.string().max(200).optional(), filename: z.string().max(300).optional(), metadata: metadata.optional() };
/** One piece of what is said: a text, bytes, a place, or data. */
export const partSchema = z.union(
  [
    z.object({ text: z.string(), ...aside }),
    z.object({ raw: z.string(), ...aside }),
    z.object({ url: z.string().max(2_000), ...aside }),
    z.object({ data: z.unknown(), ...aside }),
  ],
  "fieldInvalid",
);
export type Part = z.output<typeof partSchema>;

export const messageSchema = z.object({
  messageId: ownName,
  role: z.enum(["ROLE_USER", "ROLE_AGENT"], "fieldInvalid"),
  parts: z.array(partSchema, "required").min(1, "required").max(50, "fieldInvalid"),
  contextId: z.string().max(200, "tooLong").optional(),
  taskId: z.string().max(200, "tooLong").optional(),
  metadata: metadata.optional(),
  extensions: z.array(z.string().max(500)).max(50).optional(),
  referenceTaskIds: z.array(z.string().max(200)).max(50).optional(),
});
export type Message = z.output<typeof messageSchema>;

export const artifactSchema = z.object({
  artifactId: ownName,
  name: z.string().optional(),
  description: z.string().optional(),
  parts: z.array(partSchema),
  metadata: metadata.optional(),
});
export type Artifact = z.output<typeof artifactSchema>;

/** What goes into a header of ours. Every other sign would keep the whole from being sent. */
const headerText = z.string().regex(/^[\x20-\x7e]*$/, "fieldInvalid");

export const hookSchema = z.object({
  name: z.string().min(1).max(200, "tooLong").optional(),
  url: z.string("required").max(2_000, "tooLong"),
  token: headerText.max(2_000, "tooLong").default(""),
  scheme: z
    .string()
    .regex(/^[\w-]{0,40}$/, "fieldInvalid")
    .default(""),
  credentials: headerText.max(4_000, "tooLong").default(""),
});
export type HookInput = z.input<typeof hookSchema>;

/** What somebody asks of us: text is what the pieces of the message come to. */
export const delegateSchema = z.object({
  message: messageSchema.refine(({ role }) => role === "ROLE_USER", { path: ["role"], message: "fieldInvalid" }),
  question: z.string().max(100_000, "tooLong"),
  outputModes: z.array(z.string().max(200, "fieldInvalid"), "fieldInvalid").max(20, "fieldInvalid").default([]),
  hook: hookSchema.nullable().default(null),
});
export type DelegateInput = z.input<typeof delegateSchema>;

const taskId = z.string("required").trim().min(1, "required").max(200, "fieldInvalid");
export const taskIdSchema = z.object({ id: taskId });

/** The number of the event that was heard last. */
export const followTaskSchema = taskIdSchema.extend({ after: z.int("fieldInvalid").min(0, "fieldInvalid") });

export const listTasksSchema = z.object({
  contextId: z.string().max(200, "fieldInvalid").optional(),
  state: z.enum(taskStates, "fieldInvalid").optional(),
  changedAfterMs: z.int("fieldInvalid").optional(),
  limit: z.int("fieldInvalid").min(1, "fieldInvalid").max(100, "fieldInvalid").default(50),
  cursor: z.string().max(400, "fieldInvalid").optional(),
});

export const listDelegationsSchema = pageSchema.extend({ state: z.enum(taskStates, "fieldInvalid").optional() });

export const hookOfTaskSchema = z.object({ taskId, hook: hookSchema });
export const namedHookSchema = z.object({ taskId, name: z.string("required").min(1, "required").max(200, "fieldInvalid") });
export const hooksOfTaskSchema = z.object({ taskId });
