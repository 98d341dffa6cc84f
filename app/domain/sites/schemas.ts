import { z } from "zod";
import { pageSchema } from "../paging.ts";
import { readableText } from "../readable-text.ts";
import { wholeNumber } from "../whole-number.ts";
import { consentModes, siteKinds, usualRetention } from "./kinds.ts";

const id = z.string({ error: "required" }).min(1, "required").max(60, "fieldInvalid");
const name = z.string("required").trim().min(1, "required").max(80, "tooLong").regex(readableText, "unreadableCharacters");

/** A host name with a dot, `*.` before one for its subdomains, an IPv4 address, or this machine. */
const hostName = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z][a-z0-9-]{0,61}[a-z0-9]|\d{1,3})$/;

const domain = z
  .string("domainInvalid")
  .trim()
  .toLowerCase()
  .max(253, "domainInvalid")
  .refine((text) => text === "localhost" || hostName.test(text), "domainInvalid");

/** Whether it is one, a browser says: it skips what it cannot read. Here only what could never be one is refused. */
const selector = z
  .string("selectorInvalid")
  .trim()
  .min(1, "selectorInvalid")
  .max(200, "selectorInvalid")
  .regex(/^[^{}<;@\\]*$/, "selectorInvalid")
  .regex(readableText, "selectorInvalid");

const parameter = z
  .string("parameterInvalid")
  .trim()
  .regex(/^[\w.[\]-]{1,60}$/, "parameterInvalid");

function listOf<Item extends z.ZodType<string>>(item: Item, most: number) {
  return z
    .array(item, "fieldInvalid")
    .max(most, "tooManyEntries")
    .transform((all) => [...new Set(all)]);
}

const days = wholeNumber({ min: 1, max: 3_650 });

/** As much of a session as others count, and a day at most: it has to end. */
const idleMinutes = wholeNumber({ min: 5, max: 1_440 });

const collection = {
  consentMode: z.enum(consentModes, "fieldInvalid").default("full"),
  honoursPrivacySignals: z.boolean("fieldInvalid").default(true),
  maskSelectors: listOf(selector, 50).default([]),
  keptParameters: listOf(parameter, 50).default([]),
  samplePercent: wholeNumber({ min: 1, max: 100 }).default(100),
  sessionIdleMinutes: idleMinutes.default(60),
  retention: z.object({ rawDays: days, sessionDays: days, interactionDays: days }, "fieldInvalid").default(usualRetention),
};

const definition = {
  name,
  kind: z.enum(siteKinds, "fieldInvalid"),
  domains: listOf(domain, 20).default([]),
  ...collection,
};

export const createSiteSchema = z.object(definition);
export const changeSiteSchema = z.object({ id, ...definition, version: wholeNumber() });
export const switchSiteSchema = z.object({ id, isEnabled: z.boolean("fieldInvalid") });
export const removeSiteSchema = z.object({ id, name: z.string("required").min(1, "required").max(80, "tooLong") });
export const listSitesSchema = pageSchema;
export const recentEventsSchema = z.object({ id, limit: wholeNumber({ min: 1, max: 50 }).default(20) });
export type SiteDefinition = z.output<typeof createSiteSchema>;
