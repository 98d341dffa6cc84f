/** Refusals about shoppers' data. */
export const shoppersErrors = {
  interactionNotFound: "This interaction does not exist, or it was erased.",
  shopperSessionNotFound: "This session does not exist, or it was erased.",
  rejectedEventNotFound: "This event is not kept any more.",
  eventStillRefused: "This event is still not readable, so it was not taken.",
  patternOnlyDescribed: "This only says what happened. There is nothing in it to decide.",
  patternOutdated: "This pattern was put aside or no longer shows. Choose one of a period that was counted lately.",
  visitorErased: "This visitor was erased. What comes from there is not kept.",
  chooseWhatToErase: "Name a visitor, or a period from one moment to a later one.",
} as const;
