import type { LabelFile } from "#app/domain/warehouse/labels/label-file.ts";

/** Labels as a file to send to a printer, or as a page to open. */
export function labelAnswer({ mediaType, name, count, text }: LabelFile): Response {
  const isPage = mediaType === "text/html";
  return new Response(text, {
    headers: {
      "content-type": `${mediaType}; charset=utf-8`,
      "content-disposition": `${isPage ? "inline" : "attachment"}; filename="${name}"`,
      "x-label-count": String(count),
    },
  });
}
