/** What a reader of the API learns of cartons. */
export const docsPacking = {
  listCartons: { title: "List cartons", text: "Every kind orders may be packed into, those in use first and the small before the large." },
  addCarton: {
    title: "Add a carton",
    text: "Inner edges, its own weight and what it carries. With `costCents` on all of them, suggestions go by cost.",
  },
  addUsualCartons: {
    title: "Add the usual cartons",
    text: "Sizes sold everywhere, as far as none of that name is there. Asked again it adds nothing.",
  },
  changeCarton: {
    title: "Change a carton",
    text: "What is left out stays. `isActive: false` retires it: parcels packed in it stay as they are.",
  },
  suggestCartons: {
    title: "Ask which cartons an order goes into",
    text: "`planned` names cartons, what goes into each, weight and fill. `not-known` names the goods without a size; nothing is guessed.",
  },
  updateVariant: { title: "Change a SKU", text: "Its codes, cost, stock, weight and packed size. What is left out stays." },
} as const;
