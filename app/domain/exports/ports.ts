/** Where exported bytes are kept. Keys start with the workspace's id. */
export type ExportStore = {
  writePart(key: string, text: string): Promise<{ sizeBytes: number }>;
  /** Makes one object of the parts, in order, and removes them. */
  join(key: string, parts: { key: string; sizeBytes: number }[]): Promise<{ sizeBytes: number }>;
  open(key: string): Promise<{ body: ReadableStream; sizeBytes: number } | undefined>;
  removeAll(prefix: string): Promise<void>;
};
