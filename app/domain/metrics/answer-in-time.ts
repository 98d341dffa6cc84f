import { AppError } from "../errors.ts";

const limitMs = 10_000;

/** A number that takes longer than people wait is refused, and can be asked for again. */
export async function answerInTime<Value>(asking: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError("unavailable", "tooSlow", { retryAfterMs: 5_000 })), limitMs);
  });
  try {
    return await Promise.race([asking, late]);
  } finally {
    clearTimeout(timer);
  }
}
