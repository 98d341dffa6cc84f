import { exampleOf } from "#app/routes/api/openapi/examples.ts";
import type { JsonSchema, OpenApi, OpenApiOperation } from "#app/routes/api/openapi/openapi-types.ts";

export type FieldRow = { name: string; type: string; isRequired: boolean; about: string; place?: "path" | "query" | "header" };
export type EndpointView = {
  id: string;
  method: string;
  path: string;
  title: string;
  text: string;
  access: { kind: "anyone" | "caller" | "scope"; scope: string; isPersonal: boolean };
  parameters: FieldRow[];
  body: FieldRow[];
  answer: { status: string; kind: "one" | "page" | "file"; name: string; fields: FieldRow[] };
  errors: string[];
  curl: string;
};

export type AreaOutline = {
  tag: string;
  title: string;
  text: string;
  endpoints: Pick<EndpointView, "id" | "method" | "path" | "title">[];
};

/** What there is, by topic: enough to find the page that tells it all. */
export function outlineOf(document: OpenApi, topics: Readonly<Record<string, { title: string }>>): AreaOutline[] {
  const all = placesOf(document);
  return document.tags.map(({ name: tag, description }) => ({
    tag,
    title: topics[tag]?.title ?? tag,
    text: description,
    endpoints: all
      .filter(({ operation }) => operation.tags[0] === tag)
      .map(({ method, path, operation }) => ({
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        title: operation.summary,
      })),
  }));
}

/** One topic, each endpoint with its tables and a command to copy. */
export function endpointsOf(document: OpenApi, origin: string, tag: string): EndpointView[] {
  const places = placesOf(document).filter(({ operation }) => operation.tags[0] === tag);
  return places.map((place) => viewOf(document, { ...place, origin }));
}

function placesOf(document: OpenApi) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

type Place = { method: string; path: string; operation: OpenApiOperation; origin: string };

function viewOf(document: OpenApi, { method, path, operation, origin }: Place): EndpointView {
  const body = operation.requestBody?.content["application/json"]?.schema;
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    title: operation.summary,
    text: operation.description,
    access: accessOf(operation),
    parameters: operation.parameters
      .filter(({ in: place }) => place !== "header")
      .map((row) => ({ name: row.name, type: typeOf(row.schema), isRequired: row.required, about: row.description, place: row.in })),
    body: body === undefined ? [] : rowsOf(body),
    answer: answerOf(document, operation),
    errors: Object.values(operation.responses).flatMap((response) => ("$ref" in response ? [lastPart(response.$ref)] : [])),
    curl: curlOf({ method, path, operation, origin }, body),
  };
}

function accessOf({ security }: OpenApiOperation): EndpointView["access"] {
  const scope = security.flatMap((way) => Object.values(way).flat())[0] ?? "";
  const isPersonal = security.length > 0 && security.every((way) => !("key" in way));
  return { kind: security.length === 0 ? "anyone" : scope === "" ? "caller" : "scope", scope, isPersonal };
}

function answerOf(document: OpenApi, { responses }: OpenApiOperation): EndpointView["answer"] {
  const [status = "200", response] = Object.entries(responses).find(([code]) => code.startsWith("2")) ?? [];
  const [mediaType = "", content] = response !== undefined && "content" in response ? (Object.entries(response.content)[0] ?? []) : [];
  if (mediaType !== "application/json") return { status, kind: "file", name: mediaType, fields: [] };
  const items = content?.schema.properties?.["data"]?.items;
  const name = lastPart((items ?? content?.schema)?.$ref ?? "");
  return { status, kind: items === undefined ? "one" : "page", name, fields: rowsOf(document.components.schemas[name] ?? {}) };
}

function rowsOf({ properties = {}, required = [] }: JsonSchema): FieldRow[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    isRequired: required.includes(name),
    about: schema.description ?? "",
  }));
}

const longEnum = 8;

/** One short line: `integer 1–200 = 50`, `"owner" | "admin"`, `string[]`, `{ id, name }`. */
export function typeOf(schema: JsonSchema): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) {
    const shown = schema.enum.slice(0, longEnum).map((value) => JSON.stringify(value));
    return [...shown, ...(schema.enum.length > longEnum ? ["…"] : [])].join(" | ");
  }
  if (schema.type === "array") return schema.items?.enum === undefined ? `${typeOf(schema.items ?? {})}[]` : `(${typeOf(schema.items)})[]`;
  if (schema.properties !== undefined) return `{ ${Object.keys(schema.properties).join(", ")} }`;
  const name = [schema.type ?? "any"].flat().join(" | ");
  return [schema.format ?? name, rangeOf(schema), schema.default === undefined ? "" : `= ${JSON.stringify(schema.default)}`]
    .filter(Boolean)
    .join(" ");
}

function rangeOf({ minimum, maximum, maxLength }: JsonSchema): string {
  if (maxLength !== undefined) return `≤ ${maxLength}`;
  const isBounded = minimum !== undefined && maximum !== undefined && Math.abs(maximum) < Number.MAX_SAFE_INTEGER;
  return isBounded ? `${minimum}–${maximum}` : "";
}

/** The key is a shell variable, so that nobody pastes a real one into a history file by copying. */
function curlOf({ method, path, operation, origin }: Place, body: JsonSchema | undefined): string {
  const isOpen = operation.security.length === 0;
  const isPersonal = accessOf(operation).isPersonal;
  const address = `"${origin}${path.replace(/\{(\w+)\}/, "$$$1")}"`;
  const parts = [
    method === "get" ? `curl ${address}` : `curl -X ${method.toUpperCase()} ${address}`,
    ...(isOpen
      ? []
      : isPersonal
        ? [`-H "Cookie: entrepot_session=$SESSION" -H "Origin: ${origin}"`]
        : ['-H "Authorization: Bearer $ENTREPOT_KEY"']),
    ...(body === undefined ? [] : ['-H "Content-Type: application/json"', `-d '${JSON.stringify(exampleOf(body))}'`]),
  ];
  return parts.join(" \\\n  ");
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
