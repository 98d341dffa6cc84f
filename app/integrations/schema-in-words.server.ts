import type { LanguageModelV4CallOptions, LanguageModelV4Middleware } from "@ai-sdk/provider";

/** For models that know JSON but no schema: the schema is told in the instructions, and the answer is asked as an object. */
export const schemaInWords: LanguageModelV4Middleware = {
  specificationVersion: "v4",
  transformParams: ({ params }) => Promise.resolve(withSchemaSaid(params)),
};

function withSchemaSaid(params: LanguageModelV4CallOptions): LanguageModelV4CallOptions {
  const format = params.responseFormat;
  if (format?.type !== "json" || format.schema === undefined) return params;
  const content = `Answer with one JSON object and nothing else. It has to fit this JSON schema:\n${JSON.stringify(format.schema)}`;
  return { ...params, responseFormat: { type: "json" }, prompt: [{ role: "system", content }, ...params.prompt] };
}
