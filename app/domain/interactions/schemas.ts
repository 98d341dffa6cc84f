import { z } from "zod";
import { pageSchema } from "../paging.ts";
import { interactionKinds, interactionSources } from "./interaction.ts";
import { devices } from "./kinds.ts";
import { timelineKinds } from "./timeline.ts";

const id = z.string().min(1, "fieldInvalid").max(60, "fieldInvalid").optional();
const moment = z.coerce.number().int("fieldInvalid").min(0, "fieldInvalid").optional();

const filters = {
  from: moment,
  to: moment,
  siteId: id,
  visitorKey: id,
  device: z.enum(devices, "fieldInvalid").optional(),
  /** Programs' visits too. */
  bots: z.enum(["true", "false"], "fieldInvalid").default("false"),
};

export const listInteractionsSchema = pageSchema.extend({
  ...filters,
  kind: z.enum(interactionKinds, "fieldInvalid").optional(),
  source: z.enum(interactionSources, "fieldInvalid").optional(),
  productId: id,
  tag: z.string().min(1, "fieldInvalid").max(220, "fieldInvalid").optional(),
  /** In any words: what fits best comes first, on one page. */
  q: z.string().trim().max(500, "tooLong").optional(),
});
export const listSessionsSchema = pageSchema.extend(filters);
export const listShoppersSchema = pageSchema.extend({
  id: z.string("required").min(1, "required").max(60, "fieldInvalid"),
  /** Only one kind of what happened. */
  kind: z.enum(timelineKinds, "fieldInvalid").optional(),
});
