/** What each rule of this agent is called, says of what it saw, and expects of what it proposes. */
export const priceRules = {
  "price_lower-to-win": {
    title: "Lower a price to win the product page",
    says: "At {{priceCents}} this listing does not win; at {{priceToWinCents}} it would. {{newPriceCents}} keeps the floor of {{floorCents}} (fees: {{feeRule}}, since {{feesValidFrom}}).",
    effect: "It should win the page, and leave {{newMarginCents}} a unit ({{newMarginPercent}}%) instead of {{marginCents}}.",
  },
  "price_lower-to-reference": {
    title: "Lower a price towards the market",
    says: "The marketplace finds {{priceCents}} too high and suggests {{suggestedCents}}. Units sold: {{unitsSold7d}} in 7 days, {{unitsSold30d}} in 30. {{newPriceCents}} keeps the floor of {{floorCents}} (fees: {{feeRule}}, since {{feesValidFrom}}).",
    effect:
      "It should stand in line with the market, and leave {{newMarginCents}} a unit ({{newMarginPercent}}%) instead of {{marginCents}}.",
  },
  "price_lower-to-offer": {
    title: "Lower a price below another seller",
    says: "Another seller asks less than {{priceCents}}, and sales fell (units: {{unitsSold7d}} in 7 days, {{unitsSold30d}} in 30). {{newPriceCents}} keeps the floor of {{floorCents}} (fees: {{feeRule}}, since {{feesValidFrom}}).",
    effect:
      "It should be the cheapest known offer, and leave {{newMarginCents}} a unit ({{newMarginPercent}}%) instead of {{marginCents}}.",
  },
  "price_lower-step": {
    title: "Lower a price by one step",
    says: "From {{priceCents}} it should go to {{targetCents}}, and no more than {{dailyCapPercent}}% may be moved in a day. {{newPriceCents}} is today's step; the floor is {{floorCents}} (fees: {{feeRule}}, since {{feesValidFrom}}).",
    effect: "It comes closer without winning yet, and leaves {{newMarginCents}} a unit ({{newMarginPercent}}%) instead of {{marginCents}}.",
  },
  price_raise: {
    title: "Raise a price that leads",
    says: "At {{priceCents}} it stands ahead of the next price. {{newPriceCents}} keeps the lead, with today's fees ({{feeRule}}, since {{feesValidFrom}}).",
    effect: "It should stay ahead, and leave {{newMarginCents}} a unit ({{newMarginPercent}}%) instead of {{marginCents}}.",
  },
  "price_floor-holds": {
    title: "The floor holds the price",
    says: "The market asks for {{targetCents}}, and below that line a unit would leave less than {{leastMarginPercent}}%. The price stays at {{priceCents}}, where {{marginCents}} is left.",
  },
  "price_below-floor": {
    title: "Sold below its floor",
    says: "At {{priceCents}} a unit leaves {{marginCents}}, less than the {{leastMarginPercent}}% asked for, or less than a lower price would leave. Look at its cost and price.",
  },
  "price_dead-zone": {
    title: "The way leads through a dead zone",
    says: "From {{priceCents}} to {{targetCents}} every price within reach earns less than a lower one, because fees or shipping jump there. The price stays.",
  },
  "price_cooling-down": {
    title: "Its price was just moved",
    says: "It should go from {{priceCents}} to {{targetCents}}, and was moved less than {{coolDownHours}} hours ago. First it has to show what the last move did.",
  },
  "price_daily-cap": {
    title: "Enough moved for today",
    says: "It should go from {{priceCents}} to {{targetCents}}, and was moved by {{dailyCapPercent}}% within 24 hours already.",
  },
  "price_left-automated": {
    title: "The marketplace sets these prices",
    says: "{{listings}} listings are priced by the marketplace's own rule: {{examples}}.",
  },
  "price_left-promotion": {
    title: "A promotion runs",
    says: "{{listings}} listings are in a promotion and keep their price until it ends: {{examples}}.",
  },
  "price_left-moving": {
    title: "A new price is on its way",
    says: "For {{listings}} listings the marketplace is just being told another price: {{examples}}.",
  },
  "price_left-cost-unknown": {
    title: "Nobody knows what they cost",
    says: "{{listings}} listings have no product or no cost, so there is no floor. Set their costs: {{examples}}.",
  },
  "price_left-cost-old": {
    title: "Their costs are old",
    says: "The costs of {{listings}} listings were last touched too long ago to build a floor on. Check them: {{examples}}.",
  },
  "price_left-fees-unknown": {
    title: "No price list covers them",
    says: "For {{listings}} listings nobody knows today's fees: {{examples}}.",
  },
  "price_left-fees-doubted": {
    title: "More is charged than the price list says",
    says: "For {{listings}} listings the last bills were clearly higher than the price list. Until that is clear their prices stay: {{examples}}.",
  },
  "price_left-shipping-unknown": {
    title: "Shipping is not known yet",
    says: "You pay the parcel of {{listings}} listings, and no bill has told how much that is: {{examples}}.",
  },
  "price_left-signals-old": {
    title: "What the marketplace said is old",
    says: "How {{listings}} listings stand was not read lately. The next sync reads it: {{examples}}.",
  },
  "price_left-listed": {
    title: "The price is not the reason",
    says: "The marketplace keeps {{listings}} listings out of the competition for reasons other than price: {{examples}}.",
  },
  "price_left-winning": {
    title: "These win",
    says: "{{listings}} listings win their product page, and there is no room to raise them: {{examples}}.",
  },
  "price_left-elsewhere": {
    title: "Cheap enough, and still not first",
    says: "{{listings}} listings are at or below the winning price. Something else decides, such as shipping or reputation: {{examples}}.",
  },
  "price_left-in-line": {
    title: "In line with the market",
    says: "{{listings}} listings stand where the market is: {{examples}}.",
  },
  "price_left-sells-well": {
    title: "Dearer than others, and selling",
    says: "{{listings}} listings cost more than others and sell as before: {{examples}}.",
  },
  "price_left-few-visits": {
    title: "Hardly anybody looks",
    says: "{{listings}} listings are dearer than others, but too few people look at them for the price to be the reason: {{examples}}.",
  },
  "price_left-no-signal": {
    title: "Nothing to compare with",
    says: "For {{listings}} listings there is no price of anybody else: {{examples}}.",
  },
  "price_left-for-later": {
    title: "More moves than are proposed at once",
    says: "{{listings}} more moves wait for a later look: {{examples}}.",
  },
  "price_feed-unknown": {
    title: "There is no such feed of offers",
    says: "The feed {{feed}} does not exist. Check its name in this agent's settings.",
  },
  "price_feed-silent": {
    title: "The feed of offers did not answer",
    says: "The feed {{feed}} did not answer. Prices were judged without other sellers' offers.",
  },
  price_unseen: {
    title: "Not all listings looked at",
    says: "{{listings}} listings were looked at; the others come when there is strength left.",
  },
} as const;
