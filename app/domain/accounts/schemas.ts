import { z } from "zod";
import { readableText } from "../readable-text.ts";
import { locales } from "#app/i18n/locales.ts";
import { wholeNumber } from "../whole-number.ts";
import { actions, roles } from "./permissions.ts";

/** One line of text as people type it: trimmed, no control characters. Messages are keys of the `errors` texts. */
function lineOf(maxLength: number) {
  return z.string({ error: "required" }).trim().min(1, "required").max(maxLength, "tooLong").regex(readableText, "unreadableCharacters");
}

const emailSchema = z
  .string({ error: "required" })
  .trim()
  .toLowerCase()
  .min(1, "required")
  .max(254, "tooLong")
  .pipe(z.email("emailInvalid"));

const commonPasswords = new Set(["password", "password1", "12345678", "123456789", "1234567890", "qwertyuiop", "senha123", "mudar123"]);

const newPasswordSchema = z
  .string({ error: "required" })
  .min(10, "passwordTooShort")
  .max(200, "tooLong")
  .refine((password) => !commonPasswords.has(password.toLowerCase()) && new Set(password).size > 3, "passwordTooSimple");

const timeZoneSchema = z.string({ error: "required" }).max(64, "tooLong").refine(isTimeZone, "timeZoneUnknown");
const knownCurrencies = new Set(Intl.supportedValuesOf("currency"));
const currencySchema = z.string({ error: "required" }).refine((currency) => knownCurrencies.has(currency), "currencyUnknown");

/** Making a formatter is the only sure test, and the dearest part of saving settings: the usual names need none. */
const knownTimeZones = new Set<string>(Intl.supportedValuesOf("timeZone"));

function isTimeZone(name: string): boolean {
  if (knownTimeZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const roleSchema = z.enum(roles, "roleUnknown");
const localeSchema = z.enum(locales, "fieldInvalid");
const tokenSchema = z.string({ error: "linkInvalid" }).min(1, "linkInvalid").max(200, "linkInvalid");
const idSchema = z.string({ error: "required" }).min(1, "required").max(60, "fieldInvalid");
/** A typed password is only compared, whatever its length up to a bound that keeps hashing cheap to refuse. */
const typedPasswordSchema = z.string({ error: "required" }).min(1, "required").max(500, "tooLong");

export const signUpSchema = z.object({
  name: lineOf(80),
  workspaceName: lineOf(80),
  email: emailSchema,
  password: newPasswordSchema,
});
export const signInSchema = z.object({ email: emailSchema, password: typedPasswordSchema });
export const tokenInputSchema = z.object({ token: tokenSchema });
export const requestResetSchema = z.object({ email: emailSchema });
export const resetPasswordSchema = z.object({ token: tokenSchema, password: newPasswordSchema });
export const changePasswordSchema = z.object({ currentPassword: typedPasswordSchema, password: newPasswordSchema });
export const profileSchema = z.object({
  name: lineOf(80).optional(),
  locale: z.union([localeSchema, z.literal("")]).optional(),
  theme: z.enum(["light", "dark", "system"], "fieldInvalid").optional(),
  timeZone: z.union([timeZoneSchema, z.literal("")]).optional(),
});
export const workspaceSchema = z.object({
  name: lineOf(80),
  timeZone: timeZoneSchema,
  currency: currencySchema,
  locale: localeSchema,
  version: wholeNumber(),
});
export const inviteSchema = z.object({ email: emailSchema, role: roleSchema });
export const acceptInvitationSchema = z.object({ token: tokenSchema, name: lineOf(80), password: newPasswordSchema });
export const byIdSchema = z.object({ id: idSchema });
export const changeRoleSchema = z.object({ id: idSchema, role: roleSchema });
export const createApiKeySchema = z.object({
  name: lineOf(60),
  scopes: z.array(z.enum(actions, "fieldInvalid")).min(1, "pickOneScope"),
  expiresInDays: wholeNumber({ min: 1, max: 730 }).optional(),
});

export type SignUpInput = z.input<typeof signUpSchema>;
export type SignInInput = z.input<typeof signInSchema>;
