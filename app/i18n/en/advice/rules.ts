/** A rule in words: what it found, when it fires, and what to do. */
export const adviceRules = {
  "claims-headroom-small": {
    title: "Room for {{orders}} with a claim before {{band}} is lost",
    rule: "Fires when at most 3 more orders with a claim fit below the limit of the colour you have and half of that room is used, or when it would be passed within a week without new sales.",
    advice: "Look at what the last claims were about and settle open ones before they count. Pause what causes them until it is mended.",
  },
  "cancellations-headroom-small": {
    title: "Room to cancel {{orders}} before {{band}} is lost",
    rule: "Fires when at most 3 more cancellations by you fit below the limit of the colour you have and half of that room is used, or when it would be passed within a week without new sales.",
    advice: "Cancel nothing you can still send, and lower the stock of what you are not sure to have.",
  },
  "delays-headroom-small": {
    title: "Room for {{orders}} sent late before {{band}} is lost",
    rule: "Fires when at most 3 more late parcels fit below the limit of the colour you have and half of that room is used, or when it would be passed within a week without new sales.",
    advice: "Send what is due first today and bring packing forward until there is room again.",
  },
  "claims-band-lost": {
    title: "Claims are at {{rate}}; green ends at {{limit}}",
    rule: "Fires when the share of sales with a claim is above the marketplace's limit for green.",
    advice: "Find the listing most claims come from, mend its text, photos or packing, and answer open claims today.",
  },
  "cancellations-band-lost": {
    title: "Cancellations are at {{rate}}; green ends at {{limit}}",
    rule: "Fires when the share of sales you cancelled is above the marketplace's limit for green.",
    advice: "Most cancellations start with stock that is not there: check the stock of what was cancelled and keep a reserve.",
  },
  "delays-band-lost": {
    title: "Late parcels are at {{rate}}; green ends at {{limit}}",
    rule: "Fires when the share of parcels sent late is above the marketplace's limit for green.",
    advice: "Move the daily hand-over earlier, or give the marketplace a longer preparation time where it allows one.",
  },
  "metric-off-target": {
    title: "{{metric}} is {{rate}}, the marketplace asks for {{target}}",
    rule: "Fires when a metric misses the target that came with the marketplace's own answer.",
    advice: "Start with this one: it is the furthest from its target. Open the orders it counts and see what they have in common.",
  },
  "protection-ends": {
    title: "In {{days}} your protection ends and {{realLevel}} counts",
    rule: "Fires in the last 21 days of a protection when the level without it is another one than the level you see.",
    advice: "Use the days that are left: what you sell well now is what counts then.",
  },
  "level-dropped": {
    title: "Your level fell from {{bestLevel}} to {{level}}",
    rule: "Fires when the marketplace's own level is lower than your best one of the last 30 days.",
    advice: "Look at the headroom of each metric on the score page: the one in the red is the one that moved it.",
  },
  "power-seller-close": {
    title: "Only {{metric}} keeps you from the leaders' limits",
    rule: "Fires when a seller without a medal is inside the leaders' limit on every metric but one, and that one is green.",
    advice:
      "Bring this rate from {{rate}} to {{leaderLimit}}. The medal also asks for sales and time, which the marketplace counts itself.",
  },
  "few-pictures": {
    title: "Only {{pictures}} of {{enough}} pictures",
    rule: "Fires when an active listing has fewer than 3 pictures.",
    advice: "Add a picture of the product in use, one of its size and one of what is in the box.",
  },
  "short-title": {
    title: "The title is too short to be found",
    rule: "Fires when the title of an active listing has fewer than 3 words (Mercado Livre) or 25 characters (Shopee), or the marketplace says so.",
    advice: "Name product, brand, model and what buyers search for. After the first sale Mercado Livre locks the title.",
  },
  "missing-gtin": {
    title: "The product code (GTIN) is missing",
    rule: "Fires when the marketplace asks for the code, or when none is filled in and the marketplace has not judged the listing yet.",
    advice: "Copy it from the package or ask the maker. It puts the listing where buyers compare.",
  },
  "missing-attributes": {
    title: "The marketplace misses details of the product",
    rule: "Fires when the marketplace's own list of open points names attributes or brand.",
    advice: "Fill in what it names: “{{vendorText}}”. Buyers filter by these.",
  },
  "harmful-warning": {
    title: "A warning lowers this listing until it is mended",
    rule: "Fires when the marketplace marks an open point as one that costs score as long as it is there.",
    advice: "Mend this first: “{{vendorText}}”.",
  },
  "no-description": {
    title: "There is hardly a description",
    rule: "Fires when an active listing has fewer than 100 characters of description.",
    advice: "Say what it is, what is in the box and what buyers ask most. It saves questions and claims.",
  },
  "low-score-high-sales": {
    title: "Sells well with a quality of only {{qualityScore}}",
    rule: "Fires when a listing with 10 or more sales in 30 days has a quality below 70.",
    advice: "Do the open points of this listing before any other: here they reach most buyers.",
  },
  "missing-free-shipping": {
    title: "The marketplace asks for free shipping here",
    rule: "Fires when free shipping is off and the marketplace names it as an open point.",
    advice: "Check with the margin whether the price carries the parcel, then offer it.",
  },
  "out-of-stock-with-sales": {
    title: "Out of stock, and it sold {{units30d}} in 30 days",
    rule: "Fires when a listing that sold in the last 30 days has no stock, here and at the marketplace.",
    advice: "Buy it again or say when it comes. Sales lost a week: about {{perWeek}}.",
  },
  "stock-runs-out": {
    title: "Sold out in {{days}} at this pace",
    rule: "Fires when the stock lasts 7 days or less at the pace of the last week or month, whichever is quicker.",
    advice: "Order now. Left: {{stock}}.",
  },
  "rising-stock-short": {
    title: "{{rise}} more look at it: sold out in {{days}} if they buy as well",
    rule: "Fires when a pattern of these days says that more of your shoppers look at the product than before, and its stock would last 21 days or less if sales rose as much. What sells out by today's pace is told by another rule.",
    advice: "Order before sales follow. Left: {{stock}}, at today's pace for {{daysNow}}.",
  },
  "shipping-holds-back": {
    title: "Shipping cost held shoppers back in visits about this product: {{visits}}",
    rule: "Fires when a pattern of these days says that more shoppers leave over the cost of shipping than before, at least 3 of those visits were about this product, and the listing has no free shipping.",
    advice: "Try free shipping here and put its cost into the price, now {{price}}; or show the cost on the product page, before the cart.",
  },
  "shopper-pattern": {
    title: "Shoppers: {{pattern}}, in {{visits}} visits",
    rule: "Somebody made this pattern something to do. It stays while the pattern shows in the last counted period of its kind, and is settled when it no longer does.",
    advice:
      "Read the pattern and the visits behind it, and change what they point at. {{beyond}} of these visits are beyond what was to be expected.",
  },
  "paused-by-stock": {
    title: "Stands still without stock while you have {{ownStock}}",
    rule: "Fires when a listing has no stock at the marketplace and its SKU has some in your warehouse.",
    advice: "Send the stock; the listing starts again by itself.",
  },
  "oversell-risk": {
    title: "More is offered or promised than there is",
    rule: "Fires when more is reserved than in stock, or more is offered than your warehouse holds.",
    advice: "Set the stock to what is on the shelf: {{ownStock}}. An order you cannot send becomes a cancellation.",
  },
  "dead-stock": {
    title: "Nothing sold in {{days}}, {{stock}} on the shelf",
    rule: "Fires when an active listing older than 90 days with stock sold nothing in that time.",
    advice: "Lower the price, bundle it or give the place to something else. Tied up: {{tiedUp}}.",
  },
  "below-cost": {
    title: "Every sale loses money: {{contribution}}",
    rule: "Fires when price minus cost, fees and shipping is below zero by today's price list.",
    advice: "The lowest price that loses nothing is {{floor}}.",
  },
  "dead-zone": {
    title: "At {{price}} you earn less than at {{better}}",
    rule: "Fires when a fee or shipping step just below makes a lower price earn more per unit.",
    advice: "Take {{better}}: {{betterContribution}} a unit instead of {{contribution}}.",
  },
  "losing-catalog-price": {
    title: "{{priceToWin}} wins the catalogue and still earns",
    rule: "Fires when you lose the catalogue by price, the winning price is known, and it leaves money by today's fees.",
    advice: "Change to {{priceToWin}}: it leaves {{contribution}} a unit.",
  },
  "above-reference": {
    title: "{{gap}} above what the marketplace suggests",
    rule: "Fires when the marketplace compares the price as high or highest and suggests a lower one.",
    advice: "Comparable offers are at {{suggested}}. Lower the price or show what makes yours worth more.",
  },
  "room-to-raise": {
    title: "You win with room up to {{higher}}",
    rule: "Fires when you win and the next known price is at least 2% higher, outside a dead zone.",
    advice: "Go half the way: {{higher}}. You keep the lead.",
  },
  "automation-blocks": {
    title: "The marketplace moves this price, and it is wrong",
    rule: "Fires when the marketplace's own price automation is on while the price loses money or loses the catalogue.",
    advice: "Change the limits of the automation at the marketplace, or end it there: it refuses prices from here.",
  },
  "fee-differs": {
    title: "Fees differ by {{drift}} from the price list",
    rule: "Fires when fees of at least 5 orders in 30 days differ by a fifth or more from the dated price list.",
    advice: "Charged {{charged}}, expected {{predicted}}. Check the category and listing type of these orders; margins rest on it.",
  },
  "questions-waiting": {
    title: "Questions waiting longer than a day: {{waiting}}",
    rule: "Fires when a question has been open for more than 24 hours.",
    advice: "Answer the oldest first: it has waited {{oldest}}. Who does not get an answer buys elsewhere.",
  },
  "slow-answers": {
    title: "Answers take {{answerTime}}",
    rule: "Fires when answers take longer than 12 hours, by the marketplace's measure or by ours of 14 days.",
    advice: "Aim for an hour in working time. Keep ready answers for what is asked most.",
  },
  "late-today": {
    title: "Past the time to ship: {{late}}",
    rule: "Fires when an order that is ready has passed its time to ship.",
    advice: "Send these first. Each counts against your reputation the moment it is scanned.",
  },
  "ship-by-soon": {
    title: "{{dueSoon}} must go within {{within}}",
    rule: "Fires when an order that is ready must be shipped within 4 hours.",
    advice: "Pack these now.",
  },
  "bad-reviews": {
    title: "{{badReviews}} bad reviews in 30 days",
    rule: "Fires when a listing got 3 or more reviews with one or two stars in 30 days.",
    advice: "Read them together. If they tell of the same thing, it is the product or the text, not the buyer.",
  },
  "complaint-words": {
    title: "“{{word}}” is in {{reviews}} bad reviews",
    rule: "Fires when the same telling word is in at least 3 bad reviews of 90 days.",
    advice: "Check the product for it, and say in text or photo what buyers should expect.",
  },
  "unlinked-with-sales": {
    title: "Sells, and is linked to no SKU of yours",
    rule: "Fires when a listing with sales in 30 days is not linked to your catalogue.",
    advice: "Link it: until then its stock is not kept in step and its margin is unknown.",
  },
  "price-mismatch": {
    title: "One SKU, prices from {{low}} to {{high}}",
    rule: "Fires when active listings of the same SKU on one marketplace have different prices.",
    advice: "Buyers compare your listings with each other. Choose one price or close one of them.",
  },
  "one-channel-only": {
    title: "Sold {{units30d}} in 30 days on one channel only",
    rule: "Fires when a SKU with 10 or more sales in 30 days is offered on one of several connected accounts.",
    advice: "Offer it on the others too.",
  },
} as const;
