import { type CompleteRequestParams, type CompleteResult, ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { promptArguments, promptNamed } from "./prompt-kinds.server.ts";
import { kindsFor, templateOf } from "./resources.server.ts";

const mostValues = 100;
const longestText = 200;

/** What would complete something half typed; nothing where we cannot tell, or where the key may not see it. */
export async function complete(ctx: ServiceContext, { ref, argument }: CompleteRequestParams): Promise<CompleteResult> {
  const text = argument.value.slice(0, longestText);
  const found =
    ref.type === "ref/prompt" ? await ofPrompt(ctx, ref.name, { ...argument, value: text }) : await ofResource(ctx, ref.uri, text);
  return { completion: { values: found.slice(0, mostValues), total: found.length, hasMore: found.length > mostValues } };
}

async function ofPrompt(ctx: ServiceContext, name: string, argument: { name: string; value: string }): Promise<string[]> {
  const known = promptArguments[promptNamed(name)].find((one) => one.name === argument.name);
  if (known?.complete == null || (known.name === "product" && !actorAllows(ctx.actor, "catalog:read"))) return [];
  return known.complete(ctx, argument.value);
}

async function ofResource(ctx: ServiceContext, uri: string, text: string): Promise<string[]> {
  const kind = kindsFor(ctx).find((one) => templateOf(one) === uri);
  if (kind === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "There is no such template for this key.");
  return kind.find === null ? [] : kind.find(ctx, text);
}
