import { z } from "zod";
import { isAction } from "../permissions.ts";

/** What a token for rooms says besides the key it was signed for. Scopes that no longer exist open nothing. */
export const roomClaimsSchema = z.object({
  ws: z.string(),
  scp: z.array(z.string()).transform((scopes) => scopes.filter(isAction)),
});

/** Seconds. Long enough to open a socket with it, too short to be worth keeping. */
export const roomTokenSeconds = 60;
