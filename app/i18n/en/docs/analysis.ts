/** What the endpoints for analyses of listings do. */
export const docsAnalysis = {
  listAnalyses: {
    title: "List analyses of a listing",
    text: "The newest first, each with its score and who answered: a model, or rules with the reason.",
  },
  analyseListing: {
    title: "Analyse a listing",
    text: "Rules judge it from what is known; a model adds to it where one is set up, as far as its quotes stand in the data. Nothing changes at the marketplace.",
  },
  readAnalysis: {
    title: "Read an analysis",
    text: "Every point with what it rests on and the `change` it offers, other titles and a description, suspicious outside texts, and what changed `since` the analysis before.",
  },
  listTextChanges: {
    title: "List changed words",
    text: "What title and description of a listing were changed to from here, refusals too, the newest first.",
  },
  changeListingText: {
    title: "Change a title or description",
    text: "The marketplace is told at once; the answer is `applied` with the text buyers see, or `refused` with its `reason`. With `before`, a text that somebody changed meanwhile is not written over.",
  },
  undoListingText: {
    title: "Take changed words back",
    text: "The marketplace is told the text from before, where the new one still stands.",
  },
  readTextEffect: {
    title: "Read what new words changed",
    text: "Orders of equally many days, and the same weekdays, before and after. Visits are known 30 days after the change.",
  },
} as const;
