/** What each rule of an analysis says, and what helps. */
export const points = {
  "title-short-words": {
    says: "The title has {{length}} words; {{least}} are the least.",
    help: "Say what it is, the brand, and what sets it apart.",
  },
  "title-short-characters": {
    says: "The title has {{length}} characters; {{least}} are the least.",
    help: "Say what it is, the brand, and what sets it apart.",
  },
  "title-long": { says: "The title has {{length}} characters; {{most}} are the most.", help: "Leave out what buyers do not search for." },
  "title-offer-words": {
    says: "The title talks about the offer, not the goods: {{words}}.",
    help: "Price, shipping and promotions have their own fields. These words take the place of search words.",
  },
  "title-shouts": { says: "The title is written in capitals.", help: "Capitals are harder to read and look like spam." },
  "title-signs": { says: "The title has signs that nobody searches for: {{sign}}", help: "Leave them out." },
  "title-repeats": { says: "The title says “{{word}}” more than once.", help: "Use the room for another search word." },
  "title-no-brand": { says: "The title does not name the brand, {{brand}}.", help: "Buyers search for the brand by name." },
  "title-unsaid": { says: "The title does not say {{name}}: {{value}}.", help: "It is what buyers filter by." },
  "title-locked": {
    says: "The marketplace locks the title: {{sold}} were sold.",
    help: "The proposals below are for a new listing of the same goods. Description and attributes can still be changed.",
  },
  "attribute-hint": { says: "The marketplace asks for more details: {{text}}", help: "Fill them in at the marketplace." },
  "attributes-few": {
    says: "{{count}} details are filled in; {{least}} are the least.",
    help: "Each detail is a filter in which the listing can be found.",
  },
  "gtin-missing": { says: "The universal product code is missing.", help: "Fill in the number under the bar code." },
  "attributes-known": {
    says: "Your catalogue knows {{count}} details that the listing does not show: {{names}}.",
    help: "Copy them to the listing.",
  },
  "voltage-differs": {
    says: "The title says {{title}}, the details say {{attribute}}.",
    help: "One of them is wrong. Whoever gets the wrong voltage opens a claim.",
  },
  "photos-few": {
    says: "Photos: {{count}}. The least is {{least}}.",
    help: "Show the goods whole, close up, in use, and with what is in the box.",
  },
  "description-missing": { says: "There is no description.", help: "A first one can be made from what is known." },
  "description-short": {
    says: "The description has {{length}} characters; {{least}} are the least.",
    help: "Say what it is made of, what is in the box, and what it is not for.",
  },
  "description-contact": {
    says: "The description leads away from the marketplace: {{text}}",
    help: "Marketplaces remove listings for this.",
  },
  "description-lacks-details": {
    says: "{{count}} details are not in the description, such as {{names}}.",
    help: "Who reads the description should not have to look for them.",
  },
  "description-asked": {
    says: "Buyers asked {{count}} things that the description does not answer.",
    help: "Put your answers into the description.",
  },
  "price-below-cost": { says: "Each unit loses {{lossCents}}.", help: "Raise the price, or lower cost or shipping." },
  "price-dead-zone": {
    says: "At {{betterCents}} each unit leaves {{moreCents}} more.",
    help: "The price stands just above a step of fees or shipping.",
  },
  "price-above-reference": {
    says: "The marketplace finds the price high and suggests {{suggestedCents}}.",
    help: "A lower price is shown more often. Look at what it leaves first.",
  },
  "price-loses": { says: "Another seller wins the product page. {{toWinCents}} would win it.", help: "Only follow if it leaves enough." },
  "reviews-complain": {
    says: "{{reviews}} bad reviews say “{{word}}”.",
    help: "Mend it at the supplier, or say in the listing what to expect.",
  },
  "rating-low": { says: "{{stars}} stars in {{reviews}} reviews.", help: "Look at what the bad reviews have in common." },
  "hack-free-shipping": { says: "Free shipping would show the listing more often.", help: "Look at what the price leaves with it." },
  "hack-two-units": { says: "Only {{stock}} is in stock.", help: "With two or more the listing is shown more often." },
  "hack-buyers-word": {
    says: "{{questions}} buyers ask about “{{word}}”, and neither title nor description has the word.",
    help: "Use the word of the buyers if it fits.",
  },
  "hack-seen-not-bought": {
    says: "{{visits}} visits in 30 days, and nothing sold.",
    help: "It is found and not chosen: first photo, price, or what reviews say.",
  },
} as const;
