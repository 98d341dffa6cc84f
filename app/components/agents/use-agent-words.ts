import { humanise } from "./humanise.ts";
import { useKnownText } from "./use-known-text.ts";

/** What agents, their tools and their settings are called; a name without words is shown as it is. */
export function useAgentWords() {
  const known = useKnownText();
  return {
    nameOf: (agent: string) => known("automation", `agentNames.${agent}`) ?? humanise(agent),
    doesOf: (agent: string) => known("automation", `agentDoes.${agent}`),
    toolOf: (tool: string) => known("automation", `tools.${tool}`) ?? humanise(tool),
    toolDoesOf: (tool: string) => known("automation", `toolDoes.${tool}`),
    settingOf: (setting: string) => known("automation", `settingNames.${setting}`) ?? humanise(setting),
    noteOf: (key: string) => known("automation", `memory.keys.${key.replaceAll(".", "_")}`) ?? humanise(key),
    failureOf: (reason: string) => known("errors", `reasons.${reason}`),
  };
}
