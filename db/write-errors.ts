/** Somebody changed the row since it was read: nothing of the batch was written. */
export class StaleWriteError extends Error {
  override name = "StaleWriteError";
}

/** A unique value (an address, a name) is already taken: nothing of the batch was written. */
export class DuplicateRowError extends Error {
  override name = "DuplicateRowError";
  readonly columns: string;
  constructor(columns: string, cause: unknown) {
    super(`duplicate value in ${columns}`, { cause });
    this.columns = columns;
  }
}
