export const recipeNames = ["claudeCode", "cursor", "vscode", "claudeDesktop", "other"] as const;
export type RecipeName = (typeof recipeNames)[number];

type Words = { placeholder: string; keyPrompt: string };

const json = (value: object) => JSON.stringify(value, null, 2);

/** What somebody pastes into their program. None holds a key: it comes from the environment, is asked for, or is filled in. */
export function recipeFor(name: RecipeName, url: string, { placeholder, keyPrompt }: Words): string {
  const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
  switch (name) {
    case "claudeCode":
      return `claude mcp add --transport http entrepot ${url} --header "Authorization: Bearer $ENTREPOT_KEY"`;
    case "cursor":
      return json({ mcpServers: { entrepot: { url, headers: bearer("${env:ENTREPOT_KEY}") } } });
    case "vscode":
      return json({
        inputs: [{ type: "promptString", id: "entrepot-key", description: keyPrompt, password: true }],
        servers: { entrepot: { type: "http", url, headers: bearer("${input:entrepot-key}") } },
      });
    case "claudeDesktop":
      return json({
        mcpServers: {
          entrepot: {
            command: "npx",
            args: ["-y", "mcp-remote", url, "--header", "Authorization:${ENTREPOT_AUTH}"],
            env: { ENTREPOT_AUTH: `Bearer ${placeholder}` },
          },
        },
      });
    case "other":
      return `POST ${url}\nAuthorization: Bearer ${placeholder}`;
    default:
      return name satisfies never;
  }
}
