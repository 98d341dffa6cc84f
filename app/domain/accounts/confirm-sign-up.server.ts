import { z } from "zod";
import { isLocale } from "#app/i18n/locales.ts";
import { mutate } from "#db/mutate.server.ts";
import { users, workspaces } from "#db/schema/accounts.ts";
import { insert } from "#db/writes.ts";
import type { VisitorContext } from "../context.ts";
import { AppError, parseInput, toAppError } from "../errors.ts";
import { readMailToken, spendMailToken } from "./mail-tokens.server.ts";
import { tokenInputSchema } from "./schemas.ts";
import { personActor, startSession } from "./start-session.server.ts";

const payloadSchema = z.object({ name: z.string(), workspaceName: z.string(), passwordHash: z.string(), locale: z.string() });

/** What the confirmation page shows before anything happens: mail scanners open links, people press buttons. */
export async function readSignUp(visitor: VisitorContext, input: { token: string }): Promise<{ email: string; workspaceName: string }> {
  const { token } = parseInput(tokenInputSchema, input);
  const row = await readMailToken(visitor, "sign-up", token);
  return { email: row.email, workspaceName: row.payload["workspaceName"] ?? "" };
}

/** Opens the mailed link: the workspace and its owner come to be, and the owner is signed in. */
export async function confirmSignUp(visitor: VisitorContext, input: { token: string }): Promise<{ cookie: string }> {
  const { token } = parseInput(tokenInputSchema, input);
  const row = await readMailToken(visitor, "sign-up", token);
  const payload = payloadSchema.parse(row.payload);
  const now = visitor.clock.now();
  const locale = isLocale(payload.locale) ? payload.locale : "en";
  const user = {
    id: visitor.ids.next("usr"),
    workspaceId: row.workspaceId,
    email: row.email,
    name: payload.name,
    passwordHash: payload.passwordHash,
    role: "owner",
    locale,
    theme: "system",
    timeZone: null,
    createdAt: now,
    version: 1,
  };
  const isPortuguese = locale === "pt-BR";
  const workspace = {
    id: row.workspaceId,
    name: payload.workspaceName,
    locale,
    timeZone: isPortuguese ? "America/Sao_Paulo" : "UTC",
    currency: isPortuguese ? "BRL" : "USD",
    onboardedAt: null,
    createdAt: now,
  };
  const ctx = visitor.enter(row.workspaceId, personActor(user, "sign-up"));
  try {
    await mutate(ctx, {
      writes: [spendMailToken(row, now), insert(workspaces, workspace), insert(users, user)],
      audit: { action: "workspace.created", subject: { type: "workspace", id: workspace.id, label: workspace.name } },
    });
  } catch (error) {
    throw toAppError(error)?.code === "conflict" ? new AppError("gone", "linkInvalid", { cause: error }) : error;
  }
  return startSession(visitor, user);
}
