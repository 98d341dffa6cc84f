import { z } from "zod";
import { type Action, actions, roleAllows, roles } from "#app/domain/accounts/permissions.ts";

/** Who is behind a socket, as the guard at the edge found out. Never taken from the client's words. */
export const identitySchema = z.object({
  workspaceId: z.string(),
  userId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  /** Of the office session, or the shift on a tablet. */
  sessionHandle: z.string(),
  isOnTablet: z.literal(true).optional(),
  /** Of a program: what its token opens, whatever its role. */
  scopes: z.array(z.enum(actions)).readonly().optional(),
});
export type Identity = z.infer<typeof identitySchema>;

export function identityAllows({ role, scopes }: Identity, action: Action): boolean {
  return scopes === undefined ? roleAllows(role, action) : scopes.includes(action);
}

export const identityHeader = "x-entrepot-identity";

/** Header values are bytes; names are not. */
export function encodeIdentity(identity: Identity): string {
  return encodeURIComponent(JSON.stringify(identity));
}

export function decodeIdentity(header: string | null): Identity | undefined {
  if (header === null) return undefined;
  try {
    const result = identitySchema.safeParse(JSON.parse(decodeURIComponent(header)));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}
