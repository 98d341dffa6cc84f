export const landing = {
  meta: {
    title: "Entrepot: one ledger for marketplaces, floor and shoppers",
    description:
      "Entrepot keeps marketplaces, warehouse floor, shoppers, questions and agents of a seller in one ledger. Open a workspace and bring your team.",
  },
  docs: "API documentation",
  states: { open: "Works today", partly: "Partly today" },
  start: {
    demo: "Explore the demo",
    signUp: "Create a workspace",
    signIn: "Sign in",
    haveAccount: "Already have an account?",
    demoHint: "A sample shop with six people. No account needed, and nothing leaves this computer.",
  },
  hero: {
    title: "One ledger for everything you sell",
    lead: "Marketplaces, warehouse and shoppers usually live in five systems that disagree. Entrepot keeps one account of all of them, answers your questions about it, and hands routine work to agents that ask before they act.",
    status:
      "Selling, the warehouse floor, shoppers on your site, questions and agents all work today. Shop cameras and social media are being built.",
    feedTitle: "What the team did",
    feedNote: "Sample entries, drawn with the console’s own feed.",
  },
  jobs: {
    title: "One ledger, five jobs",
    lead: "Each job reads and writes the same account, so that a price, a pick and a complaint about one product finally meet.",
    sell: {
      title: "Sell",
      text: "Mercado Livre and Shopee, connected by signing in there. Listings, orders, questions and prices stay in step, and a score says what to fix first.",
    },
    floor: {
      title: "Run the floor",
      text: "A live map of zones, bins, tasks and people. Pickers scan on a tablet that loses no scan, also when the Wi-Fi does.",
    },
    shoppers: {
      title: "Understand shoppers",
      text: "What people did on your site, as far as they agreed to it, tied to the product it was about. Cameras and social media come next.",
    },
    questions: {
      title: "Ask",
      text: "What was viewed a lot last week but not bought? A number, a chart and the query behind it, in English or Portuguese.",
    },
    agents: {
      title: "Delegate",
      text: "Named agents with a schedule, a budget and a log of decisions. What they want to change waits for your yes.",
    },
  },
  today: {
    title: "What you can do today",
    lead: "All of this works now: on a phone too, in English and in Portuguese.",
    channels: {
      title: "Connect your marketplaces",
      text: "Listings, orders, questions and reviews of Mercado Livre and Shopee arrive by themselves and stay current. Change many prices at once and see what became of each.",
    },
    advice: {
      title: "Know what to fix first",
      text: "A score you can take apart, and advice with the rule, the evidence and the expected effect. What you follow is measured afterwards.",
    },
    team: {
      title: "Bring your team",
      text: "Six roles from owner to viewer, invitations by mail. Whoever you remove is out at once, open pages included.",
    },
    live: {
      title: "See work as it happens",
      text: "One feed for the whole team, and who is here now, on every screen and without reloading.",
    },
    audit: {
      title: "Know who changed what",
      text: "Every change with before and after, when and from where. Filter the log, export it as CSV.",
    },
    notifications: {
      title: "Hear what concerns you",
      text: "Notifications count what you have not read and lead to the place they are about.",
    },
    keys: {
      title: "Plug in your own tools",
      text: "API keys with scopes and an end date, and a REST API documented from its own code.",
    },
    keyboard: {
      title: "Stay on the keyboard",
      text: "Ctrl-K finds every page and action. Light or dark, and in your own time zone.",
    },
    screenAlt: "The console’s overview: sales of thirty days against the thirty before, and the curve of each day.",
    screenCaption: "The console’s overview in the demo workspace.",
  },
  trust: {
    title: "Built to be trusted with a business",
    lead: "Four rules that everything in the house follows, and how far each one holds today.",
    audit: {
      title: "Audited",
      text: "A change and its line in the audit log are written together or not at all. Nothing in a workspace changes unseen.",
    },
    isolation: {
      title: "Isolated",
      text: "Whoever is signed in reads and writes through a door that knows only their workspace. Ids of another one answer “not found”.",
    },
    explainable: {
      title: "Explainable",
      text: "A figure opens to the rule and the period behind it. Scores, prices and answers open the same way.",
    },
    budgets: {
      title: "Kept within budget",
      text: "Requests are limited per key and per person. Agents reserve money before they spend it, so that a cap stays a cap.",
    },
  },
  close: {
    title: "Walk through before you move in",
    demoText: "Open the demo, change something, and see it turn up in the feed and in the audit log.",
    signUpText: "A workspace takes a minute: its name, your address and a password.",
  },
} as const;
