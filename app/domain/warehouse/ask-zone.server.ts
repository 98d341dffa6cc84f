import type { ServiceContext } from "../context.ts";
import { AppError, type FieldErrors } from "../errors.ts";
import { sendToZone } from "./command-zone.server.ts";
import type { EnvelopeInput } from "./ledger/commands.ts";
import type { Reply } from "./ledger/reply.ts";

/** A command as a form makes it; the zone parses it. */
type Drafted = { id: string; expected: Readonly<Record<string, string>>; command: Readonly<Record<string, unknown>> };

/** For surfaces and verbs that come down to commands: what the zone refuses is refused, for a reason that people can read. */
export async function askZone(
  ctx: ServiceContext,
  zoneId: string,
  envelope: EnvelopeInput | Drafted,
): Promise<Extract<Reply, { kind: "applied" }>> {
  const { reply } = await sendToZone(ctx, zoneId, envelope);
  if (reply.kind === "applied") return reply;
  const { reason, facts } = reply;
  if (reason === "forbidden") throw new AppError("forbidden", "forbidden");
  if (reason === "checkFields") throw new AppError("invalid", "checkFields", { fields: fieldsOf(facts) });
  throw new AppError(reply.kind === "conflict" ? "conflict" : "invalid", `floor.${reason}`);
}

/** "command.qty" is the field "qty" to whoever filled in a form. */
function fieldsOf(facts: Readonly<Record<string, unknown>>): FieldErrors {
  return Object.fromEntries(Object.entries(facts).map(([path, reason]) => [path.replace(/^command\./, ""), String(reason)]));
}
