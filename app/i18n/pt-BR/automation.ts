import type { automation as source } from "../en/automation.ts";
import type { Translation } from "../translation.ts";
import { agentWords } from "./automation/agents.ts";
import { factNames, factWords } from "./automation/facts.ts";
import { logWords } from "./automation/log.ts";
import { proposalWords } from "./automation/proposals.ts";
import { settingNames } from "./automation/settings.ts";

/** As páginas em que pessoas leem e conduzem os agentes. */
export const automation: Translation<typeof source> = { ...agentWords, ...logWords, ...proposalWords, settingNames, factNames, factWords };
