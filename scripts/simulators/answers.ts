import type { z } from "zod";

/** A control call that cannot be carried out as it was written. */
export class ControlError extends Error {
  readonly status: 400 | 404 | 405;
  readonly errors: { path: string; message: string }[];

  constructor(status: 400 | 404 | 405, detail: string, errors: { path: string; message: string }[] = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }
}

const titles = { 400: "Bad control call", 404: "Not found", 405: "Method not allowed" } as const;

export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status });
}

export function problem(error: ControlError): Response {
  const body = { type: "about:blank", title: titles[error.status], status: error.status, detail: error.message, errors: error.errors };
  return new Response(JSON.stringify(body), { status: error.status, headers: { "content-type": "application/problem+json" } });
}

export function fromZod(error: z.ZodError): ControlError {
  const errors = error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = errors[0];
  return new ControlError(400, first === undefined ? "The body is not valid." : `${first.path || "body"}: ${first.message}`, errors);
}

/** An empty body counts as an empty object, so that calls without options need none. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = await request.text();
  let value: unknown;
  try {
    value = text === "" ? {} : JSON.parse(text);
  } catch {
    throw new ControlError(400, "The body is not JSON.");
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw fromZod(parsed.error);
  return parsed.data;
}
