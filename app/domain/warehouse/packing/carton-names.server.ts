import { DuplicateRowError } from "#db/write-errors.ts";
import { AppError } from "../../errors.ts";

/** Whoever packs chooses a carton by its name: two of the same could not be told apart. */
export async function refusingSameNames<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing;
  } catch (error) {
    if (error instanceof DuplicateRowError)
      throw new AppError("invalid", "checkFields", { fields: { name: "cartonNameTaken" }, cause: error });
    throw error;
  }
}
