import type { AnswersFile } from "#app/domain/artifacts/export-answers.server.ts";

export function answersFile({ name, mediaType, body }: AnswersFile): Response {
  return new Response(body, {
    headers: {
      "content-type": mediaType,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
    },
  });
}
