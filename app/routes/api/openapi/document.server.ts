import { z } from "zod";
import { type ErrorCode, errorStatuses } from "#app/domain/errors.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import type { Translate } from "#app/i18n/text-keys.ts";
import { answers } from "./answers.server.ts";
import { exampleOf } from "./examples.ts";
import { type Operation, operations, type Tag } from "./operations.server.ts";
import type { JsonSchema, OpenApi, OpenApiOperation, OpenApiParameter, OpenApiResponse } from "./openapi-types.ts";

type Options = { origin: string; version: string; locale: Locale };

const problemCodes = [...(Object.keys(errorStatuses) as ErrorCode[]), "internal"] as const;
type ProblemCode = (typeof problemCodes)[number];

function statusOf(code: ProblemCode): number {
  return code === "internal" ? 500 : errorStatuses[code];
}

const made = new Map<string, Promise<OpenApi>>();

/**
 * The REST contract: what the verbs parse, what they answer, and how they refuse. The texts are in the reader's language.
 * Made once a language: it only changes with a deploy, and describing every schema takes a quarter of a second.
 */
export function openApiDocument(options: Options): Promise<OpenApi> {
  const { origin, version, locale } = options;
  const key = `${locale} ${version} ${origin}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const document = describeAll(options);
  made.set(key, document);
  return document;
}

async function describeAll({ origin, version, locale }: Options): Promise<OpenApi> {
  const t = await getTranslator(locale, "docs");
  const paths: OpenApi["paths"] = {};
  for (const operation of operations) {
    paths[`/api/v1${operation.path}`] = { ...paths[`/api/v1${operation.path}`], [operation.method]: describe(operation, t) };
  }
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return {
    openapi: "3.1.0",
    info: { title: "Entrepot", version, description: t("lead") },
    servers: [{ url: origin }],
    externalDocs: { url: `${origin}/docs/api` },
    tags: tags.map((tag: Tag) => ({ name: tag, description: t(`tags.${tag}.text`) })),
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: t("auth.keys") },
        session: { type: "apiKey", in: "cookie", name: "entrepot_session", description: t("auth.session") },
      },
      schemas: Object.fromEntries(Object.entries(answers).map(([name, schema]) => [name, jsonSchema(schema, "output", t)])),
      responses: Object.fromEntries(problemCodes.map((code) => [code, problemResponse(code, t)])),
      headers: {
        "x-request-id": { schema: { type: "string" } },
        "idempotent-replayed": { schema: { type: "string", enum: ["true"] } },
        "retry-after": { schema: { type: "integer" } },
        ratelimit: { schema: { type: "string" } },
        "ratelimit-policy": { schema: { type: "string" } },
      },
    },
  };
}

function describe(operation: Operation, t: Translate<"docs">): OpenApiOperation {
  const { id, tag, needs, isPersonal, body } = operation;
  const isOpen = needs === "anyone";
  const scopes = needs === "anyone" || needs === "caller" ? [] : [needs];
  return {
    operationId: id,
    tags: [tag],
    summary: t(`operations.${id}.title`),
    description: t(`operations.${id}.text`),
    security: isOpen ? [] : isPersonal ? [{ session: scopes }] : [{ key: scopes }, { session: scopes }],
    parameters: parametersOf(operation, t),
    ...(body === undefined ? {} : { requestBody: requestBody(body, t) }),
    responses: {
      [String(operation.status ?? 200)]: success(operation),
      ...Object.fromEntries(refusals(operation).map((code) => [String(statusOf(code)), { $ref: `#/components/responses/${code}` }])),
    },
  };
}

function parametersOf({ path, query, method }: Operation, t: Translate<"docs">): OpenApiParameter[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]): OpenApiParameter => ({
    name,
    in: "path",
    required: true,
    description: t("fields.id"),
    schema: { type: "string", maxLength: 60 },
  }));
  const { properties = {}, required = [] } = query === undefined ? {} : jsonSchema(query, "input", t);
  const inQuery = Object.entries(properties).map(([name, { description = "", ...schema }]): OpenApiParameter => {
    return { name, in: "query", required: required.includes(name), description, schema };
  });
  const key: OpenApiParameter = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    description: t("idempotency.lead"),
    schema: idempotencyKey,
  };
  return [...inPath, ...inQuery, ...(method === "get" ? [] : [key])];
}

const idempotencyKey: JsonSchema = { type: "string", maxLength: 200, pattern: String.raw`^[\w.:-]+$` };

function requestBody(body: z.ZodObject, t: Translate<"docs">) {
  const schema = jsonSchema(body, "input", t);
  return { required: (schema.required ?? []).length > 0, content: { "application/json": { schema, example: exampleOf(schema) } } };
}

function success({ method, answer }: Operation): OpenApiResponse {
  const headers = {
    "x-request-id": { $ref: "#/components/headers/x-request-id" },
    ...(method === "get" ? {} : { "idempotent-replayed": { $ref: "#/components/headers/idempotent-replayed" } }),
  };
  if (answer.kind === "file") return { description: "OK", headers, content: { [answer.mediaType]: { schema: { type: "string" } } } };
  const one: JsonSchema = { $ref: `#/components/schemas/${answer.of}` };
  const page: JsonSchema = {
    type: "object",
    properties: { data: { type: "array", items: one }, nextCursor: { type: ["string", "null"] } },
    required: ["data", "nextCursor"],
  };
  return { description: "OK", headers, content: { "application/json": { schema: answer.kind === "page" ? page : one } } };
}

/** What can go wrong follows from the shape of the endpoint; `internal` can always. */
function refusals({ method, path, query, body, needs, alsoRefuses = [] }: Operation): ProblemCode[] {
  if (needs === "anyone") return [];
  const isWrite = method !== "get";
  return [
    ...(body !== undefined || query !== undefined || isWrite ? (["invalid"] as const) : []),
    "unauthorized",
    ...(needs === "caller" ? [] : (["forbidden"] as const)),
    ...(path.includes("{") ? (["not_found"] as const) : []),
    ...(isWrite ? (["conflict"] as const) : []),
    ...(body === undefined ? [] : (["too_large"] as const)),
    ...alsoRefuses,
    "rate_limited",
    "internal",
  ];
}

function problemResponse(code: ProblemCode, t: Translate<"docs">): OpenApiResponse {
  const isLimit = code === "rate_limited";
  const names = [
    "x-request-id",
    ...(isLimit || code === "unavailable" ? ["retry-after"] : []),
    ...(isLimit ? ["ratelimit", "ratelimit-policy"] : []),
  ];
  return {
    description: t(`errors.codes.${code}`),
    headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

function jsonSchema(schema: z.ZodType, io: "input" | "output", t: Translate<"docs">): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", override: tellFormat }) as JsonSchema;
  return { ...rest, ...(rest.properties === undefined ? {} : { properties: withDescriptions(rest.properties, t) }) };
}

/**
 * A cleaned text that is then checked, like an address, keeps the format of the check. That numbers are whole is their type;
 * the library's own name for it is no format that other tools know.
 */
function tellFormat({ zodSchema, jsonSchema: made }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { def } = zodSchema._zod;
  if (def.type === "pipe" && "format" in def.out._zod.def && typeof def.out._zod.def.format === "string")
    made.format = def.out._zod.def.format;
  if (made.format === "safeint") delete made.format;
}

function withDescriptions(properties: Record<string, JsonSchema>, t: Translate<"docs">): Record<string, JsonSchema> {
  const texts: Readonly<Record<string, string>> = t("fields", { returnObjects: true });
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      { ...schema, ...(texts[name] === undefined || name === "id" ? {} : { description: texts[name] }) },
    ]),
  );
}
