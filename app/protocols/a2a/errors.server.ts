import { RequestMalformedError, TaskNotCancelableError, TaskNotFoundError, UnsupportedOperationError } from "@a2a-js/sdk/errors";
import { type AppError, toAppError } from "#app/domain/errors.ts";
import { refusalWords } from "#app/domain/refusal-words.server.ts";
import type { Logger } from "#app/platform/logging/logger.ts";

const internalText = "Something went wrong on our side.";

/** Everything a verb refuses with, in the protocol's own errors. What is a fault of ours is logged and told without its inside. */
export async function toProtocolError(error: unknown, { logger, isCancel }: { logger: Logger; isCancel: boolean }): Promise<Error> {
  if (error instanceof Error && "reason" in error && "toErrorInfo" in error) return error;
  const known = toAppError(error);
  if (known === undefined) {
    logger.error({ event: "unexpected.error", where: "a2a", error });
    return new Error(internalText);
  }
  const message = await textOf(known);
  if (known.code === "not_found") return new TaskNotFoundError(message);
  if (known.code === "invalid") return new RequestMalformedError({ message, metadata: known.fields ?? {} });
  if (known.reason === "delegationOver" && isCancel) return new TaskNotCancelableError(message);
  if (known.code === "conflict") return new UnsupportedOperationError(message);
  return new Error(message);
}

/** Machines get English. */
async function textOf(refusal: AppError): Promise<string> {
  const { text, fields } = await refusalWords(refusal);
  return [text, ...Object.entries(fields ?? {}).map(([name, why]) => `${name}: ${why}`)].join(" ");
}
