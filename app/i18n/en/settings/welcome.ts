export const settingsWelcome = {
  title: "Set up your workspace",
  progress: "Step {{step}} of {{total}}",
  steps: { name: "Name", timeZone: "Time zone", currency: "Currency", done: "Ready" },
  name: {
    title: "What is your workspace called?",
    text: "Your team sees this name in invitations and in the corner of every page.",
    label: "Workspace name",
  },
  timeZone: {
    title: "Where does your day begin?",
    text: "Reports and exports follow this time zone. Everybody may choose another one for their own screen.",
    label: "Time zone",
    guessed: "Suggested by your browser.",
  },
  currency: {
    title: "What do you count in?",
    text: "Totals and margins are shown in this currency.",
    label: "Currency",
    guessed: "Suggested by your language.",
    example: "A sale of 1,234.5 reads {{amount}}.",
  },
  next: "Go on",
  back: "Back",
  skip: "Skip for now",
  skipHint: "You can change all of this later under Settings.",
  finish: "Finish",
  done: {
    title: "{{name}} is ready",
    text: "Your day begins in {{zone}}, and you count in {{currency}}.",
    channelTitle: "Connect a channel",
    channelText:
      "A channel is a place where you sell. Connected, its listings, orders, questions and reviews come in here by themselves and stock stays right everywhere.",
    channelGo: "Go to the overview",
    teamTitle: "Invite your team",
    teamText: "Give each person the role that fits their work: run the floor, pick, read figures or only look.",
    teamGo: "Invite somebody",
  },
} as const;
