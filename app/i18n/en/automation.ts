import { agentWords } from "./automation/agents.ts";
import { factNames, factWords } from "./automation/facts.ts";
import { logWords } from "./automation/log.ts";
import { proposalWords } from "./automation/proposals.ts";
import { settingNames } from "./automation/settings.ts";

/** The pages on which people read and steer agents. */
export const automation = { ...agentWords, ...logWords, ...proposalWords, settingNames, factNames, factWords } as const;
