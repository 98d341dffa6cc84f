import { z } from "zod";
import { roles } from "#app/domain/accounts/permissions.ts";

/** Who is behind a socket, as the guard at the edge found out. Never taken from the client's words. */
export const identitySchema = z.object({
  workspaceId: z.string(),
  userId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  /** Of the office session, or the shift on a tablet. */
  sessionHandle: z.string(),
  isOnTablet: z.literal(true).optional(),
});
export type Identity = z.infer<typeof identitySchema>;

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
