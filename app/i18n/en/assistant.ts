/** What assistants of others are given to say, and what people read before they say yes to something. */
export const assistant = {
  arguments: {
    area: "What to look at: sales, listings, warehouse, shoppers or ai. All of them without it.",
    metric: "The number to explain, such as gmv or conversion-rate.",
    period: "When, in words.",
    product: "The product, by its title or SKU.",
    days: "How many days the stock should last.",
  },
  prompts: {
    weekly_review: {
      title: "Review of the week",
      description: "What moved this week against the week before, why, and what to do about it.",
      text: "Review the last 7 days of this shop against the 7 days before. Look at: {{area}}. Use query_metrics for the numbers and explain_change for the three that moved most. Close with at most three things to do, each with the number it should move. Every figure comes from a tool.",
    },
    explain_number: {
      title: "Why did this number move?",
      description: "Finds what drove a change, by channel, product and whatever else tells something.",
      text: "Why did {{metric}} change in this period: {{period}}? Ask explain_change, name the largest drivers with their contributions, and say how much they leave unexplained. Do not guess at causes the data does not show.",
    },
    product_story: {
      title: "The story of a product",
      description: "Views, carts, orders, stock, reviews and prices of one product, in one page.",
      text: "Tell the story of this product over the last 30 days: {{product}}. Find it with find_entity, then read the product, its listings, how shoppers looked at it and bought it, what reviews say, and how long its stock lasts. One page, figures first.",
    },
    clear_questions: {
      title: "Answer waiting questions",
      description: "Drafts an answer to each open question of a buyer; a person approves each.",
      text: "List the open questions of buyers, the oldest first. Draft a short, true answer to each from the product's own data, in the language of the question. Show me the drafts, and ask with answer_question for those I agree to.",
    },
    restock_plan: {
      title: "What to buy next",
      description: "Which SKUs run out, when, and how many units would last.",
      text: "Which SKUs run out within {{days}} days at the pace of the last 30 days? Use days-of-cover and units-sold. Give a table: SKU, on hand, sold a day, days left, units to buy so that it lasts {{days}} days.",
    },
  },
  previews: {
    price: { title: "Change the price of {{subject}}", effect: "{{subject}} on {{channel}}: {{before}} becomes {{after}}" },
    pause: { title: "Pause {{subject}}", effect: "{{subject}} on {{channel}} is no longer for sale until it is resumed" },
    resume: { title: "Put {{subject}} back on sale", effect: "{{subject}} on {{channel}} can be bought again for {{price}}" },
    stock: { title: "Change the offered stock of {{subject}}", effect: "{{subject}} on {{channel}}: {{before}} on offer become {{after}}" },
    answer: {
      title: "Answer a question about {{subject}}",
      question: "Question: {{text}}",
      answer: "Answer, for everybody to read: {{text}}",
    },
    count: { title: "Have {{subject}} counted", effect: "A count task in {{zone}} for bin {{subject}}, priority {{priority}}" },
    priority: { title: "Move a task in {{zone}}", effect: "{{subject}}: priority {{before}} becomes {{after}}" },
    recommendation: {
      title: "Apply advice for {{subject}}",
      price: "{{subject}} is sold for {{after}}",
      stock: "{{subject}} is offered with {{after}} units",
      page: "The advice counts as done; a person carries it out",
    },
    dismiss: { title: "Put aside advice for {{subject}}", effect: "It comes back only when its evidence gets clearly worse" },
    proposal: {
      approve: "Approve what {{agent}} proposes for {{subject}}",
      reject: "Reject what {{agent}} proposes for {{subject}}",
      does: "The agent carries it out: {{tool}} for {{subject}}",
      leaves: "{{subject}} stays as it is",
    },
    trend: { watch: "Watch the trend {{subject}}", put: "It is kept in view on the page of trends" },
    pattern: { pin: "Pin a pattern", effect: "It stays at the top of the page of patterns" },
    unknownChannel: "its channel",
  },
};
