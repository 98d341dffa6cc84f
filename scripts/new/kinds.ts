/** What each generator makes: which template becomes which file, which line goes where, and what is left to do. */

type TemplateFile = {
  template: string;
  path: string;
  /** Shared by all of the kind: made by the first, kept by the others. */
  isShared?: true;
};

/** A line that is put before `anchor`, if the file has it exactly once; otherwise the person is asked to add it. */
export type Insertion = { path: string; anchor: string; line: string };

export type Kind = { names: readonly string[]; example: string; files: TemplateFile[]; insertions: Insertion[]; next: string[] };

const domain = "app/domain/%area%";
const permissionsPath = "app/domain/accounts/permissions.ts";

export const kinds: Record<string, Kind> = {
  area: {
    names: ["area"],
    example: "area returns",
    files: [
      { template: "area/table.ts.txt", path: "db/schema/%area%.ts" },
      { template: "area/schemas.ts.txt", path: `${domain}/schemas.ts` },
      { template: "area/policy.ts.txt", path: `${domain}/policy.ts` },
      { template: "area/policy.test.ts.txt", path: `${domain}/policy.test.ts` },
    ],
    insertions: [{ path: permissionsPath, anchor: "] as const;\nexport type Action", line: '  "%area%:read",\n  "%area%:write",\n' }],
    next: [
      "npm run db:generate -- --name %area%   # writes the migration; read it",
      `${permissionsPath}: give "%area%:read" and "%area%:write" to the roles that need them (owner and admin have all)`,
      "npm run new -- verb %area% <verb>-<noun>",
    ],
  },
  verb: {
    names: ["area", "verb"],
    example: "verb returns close-return",
    files: [
      { template: "verb/verb.server.ts.txt", path: `${domain}/%verb%.server.ts` },
      { template: "verb/verb.worker.test.ts.txt", path: `${domain}/%verb%.worker.test.ts` },
    ],
    insertions: [
      { path: "app/domain/audit/actions.ts", anchor: "} as const satisfies Record<string, boolean>;", line: '  "%area%.%verb%": true,\n' },
    ],
    next: [
      "db/testing/member-verbs.ts: one entry for %verbCamel%, or the walk over all verbs, roles and workspaces fails",
      "put the rule into the policy of the area, and make the test say what the verb guarantees",
      "give it surfaces: a route, a REST endpoint, a tool (npm run new -- tool %area% %verb%)",
    ],
  },
  route: {
    names: ["folder", "page"],
    example: "route console returns",
    files: [
      { template: "route/page.tsx.txt", path: "app/routes/%folder%/%page%.tsx" },
      { template: "route/page.test.ts.txt", path: "app/routes/%folder%/%page%.test.ts" },
    ],
    insertions: [
      { path: "app/i18n/en/console.ts", anchor: "} as const;", line: '  %pageCamel%: { title: "%pageTitle%" },\n' },
      { path: "app/i18n/pt-BR/console.ts", anchor: "\n};\n", line: '\n  %pageCamel%: { title: "%pageTitle%" },' },
    ],
    next: [
      'app/routes.ts: add route("%folder%/%page%", "routes/%folder%/%page%.tsx") in the block of its area',
      "app/i18n/pt-BR/console.ts: translate the title",
      "ask for the permission the page needs in place of workspace:read, and add it to the sidebar if it belongs there",
    ],
  },
  room: {
    names: ["room"],
    example: "room picking",
    files: [
      ...["protocol.ts", "protocol.test.ts", "state.ts", "state.test.ts", "storage.server.ts", "room.server.ts", "room.worker.test.ts"].map(
        (name) => ({ template: `room/${name}.txt`, path: `party/%room%/${name}` }),
      ),
      { template: "room/use-room.ts.txt", path: "party/%room%/use-%room%.ts" },
    ],
    insertions: [
      {
        path: "app/entry.worker.ts",
        anchor: "export { RateLimiterObject }",
        line: 'export { %roomPascal%Room } from "#party/%room%/room.server.ts";\n',
      },
    ],
    next: [
      'partykit.json: "%room%": "party/%room%/room.server.ts" among the parties',
      'app/worker/rooms.server.ts: "%room%": "%roomUpper%" in publicRooms, and the binding in the map it hands to the router',
      'wrangler.toml, in all three environments: [[durable_objects.bindings]] name = "%roomUpper%", class_name = "%roomPascal%Room"',
      'wrangler.toml: one more [[migrations]] with a new tag and new_sqlite_classes = ["%roomPascal%Room"]; it needs a full deploy, see docs/operations.md',
    ],
  },
  integration: {
    names: ["vendor"],
    example: "integration acme",
    files: ["wire.ts", "client.server.ts", "mapper.ts", "adapter.server.ts", "adapter.test.ts", "fixtures.ts", "simulator.ts"].map(
      (name) => ({
        template: `integration/${name}.txt`,
        path: `app/integrations/%vendor%/${name}`,
      }),
    ),
    insertions: [],
    next: [
      "scripts/simulators/vendors.ts: import create%vendorPascal%Simulator and add it to the list",
      "declare what the domain needs as a port (ports.ts of the area) and let the adapter return it; plug it in app/worker/context.server.ts",
      "put the vendor's real wire, limits, errors and signatures into wire.ts and simulator.ts, with the date they were checked",
      "wrangler.toml: the vendor's base address as a variable in all three environments, its token as a required secret",
    ],
  },
  tool: {
    names: ["area", "verb"],
    example: "tool returns close-return",
    files: [
      { template: "tool/tool.ts.txt", path: "app/ai/tools/tool.ts", isShared: true },
      { template: "tool/verb-tool.server.ts.txt", path: "app/ai/tools/%verb%.server.ts" },
      { template: "tool/verb-tool.test.ts.txt", path: "app/ai/tools/%verb%.test.ts" },
    ],
    insertions: [],
    next: [
      "say in the description when to use it, what it changes and what it answers",
      "add it to the list of tools of the surfaces that may offer it",
    ],
  },
};
