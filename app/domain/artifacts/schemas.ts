import { z } from "zod";
import { metricQuerySchema, whenSchema } from "../metrics/schemas.ts";
import { pageSchema } from "../paging.ts";
import { readableText } from "../readable-text.ts";
import { wholeNumber } from "../whole-number.ts";
import { artifactKinds, frequencies, maxPins, maxRecipients, maxSections, pinSizes, scheduleSubjects, visibilities } from "./kinds.ts";

const id = z.string({ error: "required" }).min(1, "required").max(60, "fieldInvalid");
const line = z.string("required").trim().min(1, "required").max(120, "tooLong").regex(readableText, "unreadableCharacters");
/** Several lines may be written; nothing that hides or turns text. */
const note = z
  .string("fieldInvalid")
  .trim()
  .max(2_000, "tooLong")
  .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]*$/, "unreadableCharacters");

/** How an answer was drawn when it was kept. */
export const chartSpecSchema = z.strictObject(
  {
    type: z.enum(["number", "bar", "line", "stacked"], "fieldInvalid"),
    x: z.string("fieldInvalid").max(60, "fieldInvalid").nullable(),
    y: z.array(z.enum(["value", "compared"], "fieldInvalid"), "fieldInvalid").max(2, "fieldInvalid"),
    series: z.string("fieldInvalid").max(60, "fieldInvalid").nullable(),
  },
  "fieldInvalid",
);

/** One question of what is kept. Texts that are searched for are no numbers, and are not kept. */
export const sectionSchema = z.object(
  {
    title: line,
    type: z.enum(["metric", "why"], "fieldInvalid").default("metric"),
    query: metricQuerySchema,
    chart: chartSpecSchema.nullable().default(null),
  },
  "fieldInvalid",
);
export type Section = z.output<typeof sectionSchema>;

const sections = z.array(sectionSchema, "required").min(1, "required").max(maxSections, "tooManyEntries");
const visibility = z.enum(visibilities, "fieldInvalid");

export const createArtifactSchema = z
  .object({
    title: line,
    kind: z.enum(artifactKinds, "fieldInvalid"),
    note: note.default(""),
    sections,
    visibility: visibility.default("private"),
    conversationId: id.nullable().default(null),
  })
  .refine((asked) => asked.kind === "report" || asked.sections.length === 1, { path: ["sections"], message: "onlyReportsHaveMany" });

export const changeArtifactSchema = z.object({
  id,
  title: line.optional(),
  note: note.optional(),
  visibility: visibility.optional(),
});

export const listArtifactsSchema = pageSchema.extend({
  search: z.string("fieldInvalid").trim().max(100, "tooLong").optional(),
  kind: z.enum(artifactKinds, "fieldInvalid").optional(),
});

export const boardNameSchema = line;
export const createDashboardSchema = z.object({
  name: line,
  visibility: visibility.default("workspace"),
  /** Begins with the numbers most shops look at. */
  isStarter: z.boolean("fieldInvalid").default(false),
});

export const changeDashboardSchema = z.object({
  id,
  name: line.optional(),
  visibility: visibility.optional(),
  isDefault: z.literal(true, "fieldInvalid").optional(),
  period: whenSchema.nullable().optional(),
});

export const pinAnswerSchema = z.object({
  /** Without one it goes to the workspace's default board. */
  dashboardId: id.optional(),
  section: sectionSchema,
  size: z.enum(pinSizes, "fieldInvalid").default("half"),
});

export const changePinSchema = z.object({ id, title: line.optional(), size: z.enum(pinSizes, "fieldInvalid").optional() });
export const arrangePinsSchema = z.object({ id, pinIds: z.array(id, "required").min(1, "required").max(maxPins, "tooManyEntries") });

const hour = wholeNumber({ min: 0, max: 23 });

/** On the wall of the workspace. The 31st of a month that has none is its last day. */
export const rhythmSchema = z.discriminatedUnion(
  "every",
  [
    z.object({ every: z.literal(frequencies[0]), hour }),
    z.object({ every: z.literal(frequencies[1]), weekday: wholeNumber({ min: 1, max: 7 }), hour }),
    z.object({ every: z.literal(frequencies[2]), day: wholeNumber({ min: 1, max: 31 }), hour }),
  ],
  "fieldInvalid",
);
export type Rhythm = z.output<typeof rhythmSchema>;

const recipients = z
  .array(id, "required")
  .min(1, "required")
  .max(maxRecipients, "tooManyEntries")
  .transform((ids) => [...new Set(ids)]);

export const createScheduleSchema = z.object({
  subjectKind: z.enum(scheduleSubjects, "fieldInvalid"),
  subjectId: id,
  rhythm: rhythmSchema,
  recipients,
});
export const changeScheduleSchema = z.object({
  id,
  rhythm: rhythmSchema.optional(),
  recipients: recipients.optional(),
  isOn: z.boolean("fieldInvalid").optional(),
});
export const listSchedulesSchema = pageSchema.extend({ subjectId: id.optional() });
export const listSendingsSchema = pageSchema.extend({ id });
export const followScheduleSchema = z.object({ id, isIn: z.boolean("fieldInvalid") });
export const leaveReportSchema = z.object({ token: z.string({ error: "linkInvalid" }).min(1, "linkInvalid").max(200, "linkInvalid") });
export const artifactFileSchema = z.object({ id, as: z.enum(["csv", "pdf"], "fieldInvalid").default("csv") });
