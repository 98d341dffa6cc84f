import { data, type RouterContextProvider } from "react-router";
import { type AppError, errorStatuses, type FormProblem, toAppError } from "#app/domain/errors.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { localeContext } from "./contexts.ts";

type Context = Readonly<RouterContextProvider>;

async function toProblem(context: Context, refusal: AppError): Promise<FormProblem> {
  const t = await getTranslator(context.get(localeContext), "errors");
  const textOf = (reason: string) => t(`reasons.${reason as "internal"}`);
  const fields = Object.fromEntries(Object.entries(refusal.fields ?? {}).map(([name, reason]) => [name, textOf(reason)]));
  return { ok: false, code: refusal.code, error: textOf(refusal.reason), fields };
}

/** For actions: runs a verb, and turns its refusal into something the form can show. */
export async function tryVerb<Result>(
  context: Context,
  run: () => Promise<Result>,
  typed: Record<string, string> = {},
): Promise<Result | ReturnType<typeof data<FormProblem>>> {
  try {
    return await run();
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) throw error;
    const headers = known.retryAfterMs === undefined ? {} : { "retry-after": String(Math.ceil(known.retryAfterMs / 1000)) };
    return data({ ...(await toProblem(context, known)), typed }, { status: errorStatuses[known.code], headers });
  }
}

/** For loaders: a verb's refusal becomes the error page of its kind. */
export async function orErrorPage<Result>(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) throw error;
    throw data({ code: known.code, reason: known.reason }, { status: errorStatuses[known.code] });
  }
}

/** Fields of a posted form as plain text; a repeated field counts once, the last time. */
export async function formFields<Name extends string>(request: Request, ...names: Name[]): Promise<Record<Name, string>> {
  const form = await request.formData().catch(() => new FormData());
  const pick = (name: Name) => {
    const value = form.getAll(name).at(-1);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(names.map((name) => [name, pick(name)])) as Record<Name, string>;
}
