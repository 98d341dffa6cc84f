import { parse } from "smol-toml";

/** The part of wrangler.toml that one environment does not inherit from the top level. */
export type Environment = {
  vars: Record<string, unknown>;
  /** `<kind> <name>` of every binding, for example `queue INTERACTION_QUEUE`. */
  bindings: string[];
  rooms: { binding: string; className: string }[];
  consumers: { queue: string; deadLetterQueue: string | null }[];
  producers: string[];
  /** Names of the resources behind the bindings, which two environments must never share. */
  resources: string[];
};

const listKinds = ["d1_databases", "kv_namespaces", "r2_buckets", "ratelimits", "vectorize", "workflows", "send_email", "services"];

export function readEnvironments(text: string): Record<string, Environment> {
  const config = parse(text);
  const environments: Record<string, Environment> = { local: readEnvironment(config) };
  for (const [name, block] of Object.entries(table(config["env"]))) environments[name] = readEnvironment(table(block));
  return environments;
}

function readEnvironment(block: Record<string, unknown>): Environment {
  const rooms = tables(table(block["durable_objects"])["bindings"]);
  const queues = table(block["queues"]);
  const producers = tables(queues["producers"]);
  const consumers = tables(queues["consumers"]);
  const listed = listKinds.flatMap((kind) => tables(block[kind]).map((entry) => ({ kind, entry })));
  return {
    vars: table(block["vars"]),
    bindings: [
      ...listed.map(({ kind, entry }) => `${kind} ${text(entry["binding"]) || text(entry["name"])}`),
      ...rooms.map((room) => `durable object ${text(room["name"])}`),
      ...producers.map((producer) => `queue ${text(producer["binding"])}`),
      ...("ai" in block ? ["ai AI"] : []),
    ],
    rooms: rooms.map((room) => ({ binding: text(room["name"]), className: text(room["class_name"]) })),
    producers: producers.map((producer) => text(producer["queue"])),
    consumers: consumers.map((consumer) => ({
      queue: text(consumer["queue"]),
      deadLetterQueue: text(consumer["dead_letter_queue"]) || null,
    })),
    resources: [
      ...tables(block["d1_databases"]).flatMap((entry) => [text(entry["database_name"]), text(entry["database_id"])]),
      ...tables(block["kv_namespaces"]).map((entry) => text(entry["id"])),
      ...tables(block["r2_buckets"]).map((entry) => text(entry["bucket_name"])),
      ...tables(block["vectorize"]).map((entry) => text(entry["index_name"])),
      ...tables(block["ratelimits"]).map((entry) => text(entry["namespace_id"])),
      ...producers.map((producer) => text(producer["queue"])),
    ].filter((name) => name !== ""),
  };
}

function table(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function tables(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(table) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
