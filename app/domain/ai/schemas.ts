import { z } from "zod";
import { byIdSchema } from "../accounts/schemas.ts";
import { pageSchema } from "../paging.ts";
import { readableText } from "../readable-text.ts";
import { wholeNumber } from "../whole-number.ts";
import { callOutcomes, callSources, capScopes, capWindows, providerKinds } from "./kinds.ts";
import { microUsdPerUsd } from "./money.ts";
import { answeringPurposes, purposes } from "./purposes.ts";

const id = byIdSchema.shape.id;
const line = z.string("required").trim().min(1, "required").max(60, "tooLong").regex(readableText, "unreadableCharacters");
const modelId = z
  .string("fieldInvalid")
  .trim()
  .min(1, "required")
  .max(120, "tooLong")
  .regex(/^[A-Za-z0-9@][\w@./:+-]*$/, "modelInvalid");
const modelIds = z.array(modelId, "fieldInvalid").max(20, "tooManyModels");
/** Keys travel in a header: letters, digits and signs, nothing that could end it. */
const apiKey = z
  .string("fieldInvalid")
  .trim()
  .max(400, "tooLong")
  .regex(/^[\x21-\x7e]*$/, "modelKeyInvalid");
const perMillion = wholeNumber({ min: 0, max: 1_000 * microUsdPerUsd });
const ownPrices = z.record(
  modelId,
  z.object({ inputMicroUsdPerMillion: perMillion, outputMicroUsdPerMillion: perMillion }),
  "fieldInvalid",
);

const provider = z.object({
  name: line,
  /** Left out or empty: where its vendor has it. */
  baseUrl: z.string("fieldInvalid").trim().max(300, "tooLong"),
  models: modelIds.min(1, "pickOneModel"),
  embeddingModels: modelIds,
  ownPrices,
});

export const addProviderSchema = provider.extend({
  kind: z.enum(providerKinds, "fieldInvalid"),
  apiKey: apiKey.default(""),
  baseUrl: provider.shape.baseUrl.default(""),
  embeddingModels: modelIds.default([]),
  ownPrices: ownPrices.default({}),
  /** In place of an address, for Workers AI. */
  accountId: z
    .string("fieldInvalid")
    .trim()
    .max(64, "tooLong")
    .regex(/^[\w-]*$/, "fieldInvalid")
    .default(""),
});

/** What is left out stays; an empty key as well. `version` as it was read. */
export const changeProviderSchema = provider.partial().extend({
  id,
  version: wholeNumber(),
  apiKey: apiKey.optional(),
  isEnabled: z.boolean("fieldInvalid").optional(),
});

/** All providers of the workspace, in the order they are to be asked. */
export const arrangeProvidersSchema = z.object({ ids: z.array(id, "fieldInvalid").min(1, "required").max(100, "fieldInvalid") });

const choice = z.object({ providerId: id, model: modelId });

/** Null: every provider in its order. An empty list: rules alone. */
export const choosePurposeSchema = z.object({
  purpose: z.string("fieldInvalid").pipe(z.enum(answeringPurposes, "fieldInvalid")),
  choices: z.union([z.array(choice).max(20, "tooManyModels"), z.null()], "fieldInvalid"),
});

export const setCapSchema = z.object({
  scope: z.enum(capScopes, "fieldInvalid"),
  /** Empty for the workspace, and for each user or agent without a cap of its own. */
  subjectId: z.string("fieldInvalid").max(60, "fieldInvalid").default(""),
  window: z.enum(capWindows, "fieldInvalid"),
  limitMicroUsd: wholeNumber({ min: 0, max: 1_000_000 * microUsdPerUsd }),
});

export const spendSchema = z.object({ days: wholeNumber({ min: 1, max: 366 }).default(30) });

export const listCallsSchema = pageSchema.extend({
  purpose: z.enum(purposes, "fieldInvalid").optional(),
  source: z.enum(callSources, "fieldInvalid").optional(),
  outcome: z.enum(callOutcomes, "fieldInvalid").optional(),
  askerId: z.string("fieldInvalid").max(60, "fieldInvalid").optional(),
  runId: z.string("fieldInvalid").max(60, "fieldInvalid").optional(),
});
