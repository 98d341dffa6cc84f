type Values<Row> = { [Key in keyof Row]?: Row[Key] | undefined };

/** Only what differs, before and after: the log shows what somebody really changed. */
export function changedPart<Row extends object>(row: Row, values: Values<Row>): { before: Partial<Row>; after: Partial<Row> } {
  const before: Partial<Row> = {};
  const after: Partial<Row> = {};
  for (const key of Object.keys(values) as (keyof Row)[]) {
    if (values[key] === undefined || JSON.stringify(values[key]) === JSON.stringify(row[key])) continue;
    before[key] = row[key];
    after[key] = values[key];
  }
  return { before, after };
}
