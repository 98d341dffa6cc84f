import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  inputRequired,
  type InputRequiredResult,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { NotUnderstoodError } from "#app/domain/conversations/not-understood-error.ts";
import type { AppError } from "#app/domain/errors.ts";

const name = "meant";
const choiceSchema = z.object({ question: z.string() });
const declaredSchema = z.object({
  elicitation: z.object({ form: z.looseObject({}).optional(), url: z.looseObject({}).optional() }).optional(),
});

/** What the person at the other side can be asked, and what they answered. */
export type Person = {
  /** Null where they were not asked, or their program shows no forms; otherwise what the tool is called with. */
  meant: string | null;
  /** What to ask them, where a refusal is something that they can settle; undefined for all others. */
  ask(refusal: AppError): InputRequiredResult | undefined;
};

/**
 * What can be meant in more than one way, the person chooses, and not a model for them. Each is asked once in a call: who declines,
 * or whose program shows no forms, has the choices as the refusal's text.
 */
export function personBehind(server: McpServer["server"], { mcpReq }: ServerContext): Person {
  const wasAsked = mcpReq.inputResponses?.[name] !== undefined;
  return {
    meant: acceptedContent(mcpReq.inputResponses, name, choiceSchema)?.question ?? null,
    ask(refusal) {
      const isOpen = refusal instanceof NotUnderstoodError && refusal.why === "ambiguous" && refusal.suggestions.length > 1;
      if (!isOpen || wasAsked || !showsForms(server, mcpReq.envelope)) return undefined;
      const question = { type: "string" as const, enum: [...refusal.suggestions] };
      const requestedSchema = { type: "object" as const, properties: { question }, required: ["question"] };
      return inputRequired({ inputRequests: { [name]: inputRequired.elicit({ message: refusal.text, requestedSchema }) } });
    },
  };
}

/** Declared with each request in the newer revision, and at the beginning of the session in the older one. */
function showsForms(server: McpServer["server"], envelope: unknown): boolean {
  const said = z.looseObject({ [CLIENT_CAPABILITIES_META_KEY]: z.unknown() }).safeParse(envelope).data?.[CLIENT_CAPABILITIES_META_KEY];
  // oxlint-disable-next-line typescript/no-deprecated -- the envelope that replaces it is not in the older revision.
  const { elicitation } = declaredSchema.safeParse(said ?? server.getClientCapabilities()).data ?? {};
  return elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined);
}
