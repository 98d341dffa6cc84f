/**
 * Prevents: a room that is reachable but not meant to be, or that the client looks for under another name.
 * partykit.json is the manifest; the Worker's room map, the bindings and the clients' names must equal it.
 */
import { isNode, type Node, parseSource, type Problem, stringOf, visit } from "./source.ts";
import { readEnvironments } from "./wrangler-config.ts";

const manifestPath = "partykit.json";
export const roomMapPath = "app/worker/rooms.server.ts";

type RoomSources = {
  manifest: string;
  roomMap: string;
  wrangler: string;
  protocols: { path: string; text: string }[];
  exists(path: string): boolean;
};

export function checkRooms({ manifest, roomMap, wrangler, protocols, exists }: RoomSources): Problem[] {
  const parties = partiesOf(manifest);
  const names = Object.keys(parties).sort();
  const problem = (path: string, message: string): Problem => ({ path, line: 1, message });
  const problems = Object.values(parties)
    .filter((main) => !exists(main))
    .map((main) => problem(manifestPath, `${main} does not exist`));
  const mapped = keysOfExport(parseSource(roomMapPath, roomMap).program, "publicRooms").sort();
  if (mapped.join() !== names.join()) {
    problems.push(problem(roomMapPath, `publicRooms is [${mapped.join(", ")}], ${manifestPath} says [${names.join(", ")}]`));
  }
  const clientNames = protocols.map(({ path, text }) => ({ path, name: partyNameOf(parseSource(path, text).program) }));
  for (const { path, name } of clientNames) {
    if (name === null) problems.push(problem(path, 'exports no `party` name (export const party = "…")'));
    else if (!names.includes(name)) problems.push(problem(path, `party "${name}" is not in ${manifestPath}`));
  }
  for (const name of names.filter((wanted) => !clientNames.some((client) => client.name === wanted))) {
    problems.push(problem(manifestPath, `no party/*/protocol.ts is named "${name}"`));
  }
  for (const [environment, { rooms }] of Object.entries(readEnvironments(wrangler))) {
    const bound = new Set(rooms.map(({ binding }) => binding.toLowerCase().replaceAll("_", "-")));
    for (const name of names.filter((wanted) => !bound.has(wanted))) {
      problems.push(problem("wrangler.toml", `${environment} has no Durable Object binding for the room "${name}"`));
    }
  }
  return problems;
}

function partiesOf(manifest: string): Record<string, string> {
  const parsed: unknown = JSON.parse(manifest);
  const parties = typeof parsed === "object" && parsed !== null && "parties" in parsed ? parsed.parties : {};
  return Object.fromEntries(Object.entries(parties ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

function declarationOf(program: Node, name: string): Node | null {
  let found: Node | null = null;
  visit(program, (node) => {
    if (node.type !== "VariableDeclarator" || !isNode(node["id"]) || node["id"]["name"] !== name) return;
    if (isNode(node["init"])) found = node["init"];
  });
  return found;
}

/** Steps through `as const` and `satisfies`, which wrap the value they annotate. */
function bare(node: Node | null): Node | null {
  return node !== null && isNode(node["expression"]) ? bare(node["expression"]) : node;
}

function partyNameOf(program: Node): string | null {
  return stringOf(bare(declarationOf(program, "party")));
}

function keysOfExport(program: Node, name: string): string[] {
  const object = bare(declarationOf(program, name));
  const properties: unknown[] = object !== null && Array.isArray(object["properties"]) ? object["properties"] : [];
  return properties.filter(isNode).flatMap(({ key }) => {
    if (!isNode(key)) return [];
    const text = stringOf(key) ?? key["name"];
    return typeof text === "string" ? [text] : [];
  });
}
