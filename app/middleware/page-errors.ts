import { data, type MiddlewareFunction } from "react-router";
import { errorStatuses, type FieldErrors, toAppError } from "#app/domain/errors.ts";

/** How a refused form comes back: the page shows it beside the fields. */
export type FormProblem = { ok: false; code: string; reason: string; fields: FieldErrors; retryAfterSeconds: number | undefined };

/** For actions: runs a verb and turns its refusal into something the form can show. */
export async function tryVerb<Result>(run: () => Promise<Result>): Promise<Result | ReturnType<typeof data<FormProblem>>> {
  try {
    return await run();
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) throw error;
    const retryAfterSeconds = known.retryAfterMs === undefined ? undefined : Math.ceil(known.retryAfterMs / 1000);
    const problem: FormProblem = { ok: false, code: known.code, reason: known.reason, fields: known.fields ?? {}, retryAfterSeconds };
    const headers = retryAfterSeconds === undefined ? {} : { headers: { "retry-after": String(retryAfterSeconds) } };
    return data(problem, { status: errorStatuses[known.code], ...headers });
  }
}

/** For loaders: a verb's refusal becomes the error page of its kind. */
export const pageErrorMiddleware: MiddlewareFunction<Response> = async (_args, next) => next();
