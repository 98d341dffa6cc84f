/** What a reader of the API learns of waves. */
export const docsWaves = {
  previewRelease: {
    title: "Preview a release",
    text: "Batches, stops and metres beside one walk an order, from where goods lie now. Takes what a release takes and releases nothing.",
  },
  listWaves: { title: "List waves", text: "The newest first, with how much of each is picked." },
  readWave: { title: "Read a wave", text: "Batch by batch: orders, units picked, open picks and who picks." },
  listReleaseRules: {
    title: "List the rules of release",
    text: "One a warehouse: when its orders release themselves. `version` is 0 where there is none yet.",
  },
  saveReleaseRule: {
    title: "Save a rule of release",
    text: "Of the warehouse whose id the address names. Orders are released every so many minutes, when so many wait, or before the carrier comes, whichever is first.",
  },
  lookAtRule: {
    title: "Ask what a rule would release now",
    text: "Whether it is time, why, which orders would go and how they would be walked. Nothing is released.",
  },
} as const;

/** What is sent about cartons, waves and rules. */
export const fieldsWaves = {
  maxWeightGrams: "What may go into it",
  lengthMm: "In millimetres; of a carton its inner edge",
  cartons: "Which ones it went into, and what of each line into which",
  isActive: "`false` puts it out of use",
  batching: "`each`, or up to `most` `orders` or `litres` on one walk",
  everyMinutes: "As long as orders wait; `null` for not by the clock",
  whenWaiting: "How many orders; `null` for not by number",
  cutOffs: "When the carrier comes, Monday is day 1",
  leadMinutes: "How long before that orders are released",
  channelIds: "Empty means all",
} as const;
