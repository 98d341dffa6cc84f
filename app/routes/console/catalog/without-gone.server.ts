import { redirect } from "react-router";
import { AppError } from "#app/domain/errors.ts";

/** An address may name a row that is gone or never was: then the list is shown without it. */
export async function withoutGone(request: Request, read: (id: string) => Promise<unknown>): Promise<void> {
  const url = new URL(request.url);
  const id = url.searchParams.get("open");
  if (id === null) return;
  try {
    await read(id);
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== "not_found" && error.code !== "invalid")) throw error;
    url.searchParams.delete("open");
    throw redirect(url.pathname + url.search);
  }
}
