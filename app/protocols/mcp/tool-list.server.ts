import type { ListToolsResult, Tool } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { AssistantTool } from "#app/ai/tools/assistant/tool.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { askedSchema } from "./asked.ts";
import { mcpToolsFor } from "./mcp-tools.server.ts";
import { pageByNumber } from "./page-by-number.ts";

const pageSize = 50;
const known = new Map<string, Tool>();

/** What this key may use, always in the same order. */
export function listTools(ctx: ServiceContext, cursor: string | undefined): ListToolsResult {
  const { items, nextCursor } = pageByNumber(mcpToolsFor(ctx), pageSize, cursor);
  return { tools: items.map((tool) => describe(tool, ctx.locale)), ...(nextCursor === undefined ? {} : { nextCursor }) };
}

/** The same for everybody who sees it, so it is made once. */
function describe(tool: AssistantTool, locale: Locale): Tool {
  const key = `${locale} ${tool.name}`;
  const made = known.get(key) ?? toTool(tool, locale);
  known.set(key, made);
  return made;
}

function toTool(tool: AssistantTool, locale: Locale): Tool {
  const { name, title, description, effect, isIdempotent, input, output } = tool;
  const asks = effect === "destructive";
  return {
    name,
    title: title[locale],
    description: asks ? `${description} It is not done at once: you get an approval for a person to decide.` : description,
    inputSchema: schemaOf(input, "input"),
    outputSchema: schemaOf(asks ? askedSchema : output, "output"),
    annotations: {
      title: title[locale],
      readOnlyHint: effect === "read",
      destructiveHint: asks,
      idempotentHint: isIdempotent,
      openWorldHint: false,
    },
  };
}

/** Of an object, as all inputs and outputs are; the library's type says less than it writes. */
function schemaOf(schema: z.ZodObject, io: "input" | "output"): Tool["inputSchema"] {
  const written: unknown = z.toJSONSchema(schema, { io });
  return written as Tool["inputSchema"];
}
