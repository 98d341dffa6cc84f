/** Pages that never arrived. */
export const unreached = {
  offline: {
    title: "You are offline",
    meaning: "The page could not be reached because there is no connection.",
    advice: "Check the network; then try again.",
  },
  unanswered: {
    title: "No answer came back",
    meaning: "The page was asked for, and the connection broke before it arrived. What you saved before is safe.",
    advice: "Try again. If it keeps failing, check the network.",
  },
} as const;
