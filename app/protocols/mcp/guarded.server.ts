import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import type { ServiceContext } from "#app/domain/context.ts";
import { toAppError } from "#app/domain/errors.ts";
import { refusalText } from "./refusal-text.server.ts";

/** What goes wrong leaves as the protocol's own error: a refusal with its reason, a fault of ours with nothing but its number. */
export async function guarded<Result>(ctx: ServiceContext, run: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    const refusal = toAppError(error);
    if (refusal !== undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, await refusalText(refusal));
    ctx.logger.error({ event: "unexpected.error", where: "/mcp", error });
    throw new ProtocolError(ProtocolErrorCode.InternalError, "This failed on our side.", { requestId: ctx.requestId });
  }
}
