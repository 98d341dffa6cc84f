import { toAppError } from "#app/domain/errors.ts";

/** What a mailed link leads to, or undefined for one that no longer works: the page says so instead of failing. */
export async function readLink<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    const code = toAppError(error)?.code;
    if (code === "gone" || code === "invalid") return undefined;
    throw error;
  }
}
