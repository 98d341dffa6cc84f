import { readOrganisation, saveOrganisation } from "#app/domain/meaning/organisation.server.ts";
import { searchAllTexts } from "#app/domain/meaning/search-texts.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

export const meaningVerbs: AreaVerbs = {
  verbs: {
    searchAllTexts: {
      run: searchAllTexts,
      needs: "catalog:read",
      input: () => ({ q: "kettle", kind: "product" }),
      fields: { q: "text", kind: "choice", limit: "optionalNumber" },
    },
    readOrganisation: { run: readOrganisation, needs: "workspace:read" },
    saveOrganisation: {
      run: saveOrganisation,
      needs: "workspace:write",
      input: () => ({ text: "We sell kettles.", version: 0 }),
      fields: { text: "optionalText", version: "number" },
    },
  },
  helpers: ["findTexts", "workspacesWithNewProducts"],
  systemWork: ["indexTexts", "forgetTexts", "refreshProductTexts"],
};
