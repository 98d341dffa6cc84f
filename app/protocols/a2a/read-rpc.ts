import { z } from "zod";
import type { Refusal, RpcId } from "./rpc-answers.ts";

const maxBodyChars = 256_000;

const idSchema = z.union([z.string(), z.int(), z.null()]);
const rpcSchema = z.looseObject({
  jsonrpc: z.literal("2.0"),
  id: idSchema.optional(),
  method: z.string().min(1),
  params: z.unknown().optional(),
});
const tenantSchema = z.object({ tenant: z.string() });

type Rpc = { rpc: z.output<typeof rpcSchema>; id: RpcId; tenant: string };
type Read = { kind: "read"; body: Rpc } | { kind: "refused"; refusal: Refusal; id: RpcId };

/** The envelope; what is in it is for the methods. */
export async function readRpc(request: Request): Promise<Read> {
  const text = await request.text();
  if (text.length > maxBodyChars) return { kind: "refused", refusal: "large", id: null };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: "refused", refusal: "json", id: null };
  }
  const parsed = rpcSchema.safeParse(value);
  if (!parsed.success) return { kind: "refused", refusal: "envelope", id: idOf(value) };
  const { tenant } = tenantSchema.catch({ tenant: "" }).parse(parsed.data.params);
  return { kind: "read", body: { rpc: parsed.data, id: parsed.data.id ?? null, tenant } };
}

function idOf(value: unknown): RpcId {
  return z.object({ id: idSchema }).catch({ id: null }).parse(value).id;
}
