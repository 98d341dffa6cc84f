import { type AppError, errorStatuses, type FieldErrors } from "#app/domain/errors.ts";
import { NotUnderstoodError } from "#app/domain/conversations/not-understood-error.ts";
import { refusalWords } from "#app/domain/refusal-words.server.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";

export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors?: FieldErrors;
  /** The scope that the key lacks. */
  needs?: string;
  /** Of a question that was not understood: why, and what could be asked instead. */
  reason?: string;
  suggestions?: string[];
};

/** RFC 9457. Machines get English; the code is what they branch on. */
export async function problemResponse(error: AppError | undefined, requestId: string): Promise<Response> {
  const t = await getTranslator("en", "errors");
  const status = error === undefined ? 500 : errorStatuses[error.code];
  const code = error?.code ?? "internal";
  const { text, fields } = await refusalWords(error);
  const problem: Problem = {
    type: `/docs/api#${code}`,
    title: t(`titles.${code}`),
    status,
    code,
    detail: error instanceof NotUnderstoodError ? error.text : text,
    requestId,
    ...(fields === undefined ? {} : { errors: fields }),
    ...(error?.needs === undefined ? {} : { needs: error.needs }),
  };
  if (error instanceof NotUnderstoodError) Object.assign(problem, { reason: error.why, suggestions: error.suggestions });
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store", ...waitHeaders(error) });
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="entrepot"');
  return Response.json(problem, { status, headers });
}

/** How long to wait, and for which limit: `q` requests fit into `w` seconds. */
function waitHeaders(error: AppError | undefined): Record<string, string> {
  if (error?.retryAfterMs === undefined) return {};
  const waitSeconds = String(Math.max(1, Math.ceil(error.retryAfterMs / 1000)));
  if (error.limit === undefined) return { "retry-after": waitSeconds };
  const { name, capacity, refillPerSecond } = error.limit;
  return {
    "retry-after": waitSeconds,
    "ratelimit-policy": `"${name}";q=${capacity};w=${Math.round(capacity / refillPerSecond)}`,
    ratelimit: `"${name}";r=0;t=${waitSeconds}`,
  };
}
