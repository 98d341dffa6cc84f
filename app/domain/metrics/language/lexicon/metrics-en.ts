import type { MetricId } from "../../kinds.ts";

/** What else people call a number in English, between commas. A plural is found by its singular; a name need not stand here. */
export const metricPhrasesEn: Readonly<Record<MetricId, string>> = {
  gmv: "gross merchandise value, gross merchandise volume, gross sales, revenue, turnover, sales value, value of sales, sales volume, gross revenue, billing, billed, takings, income, money made, money did we make, money we made, money come in, money came in, sales amount, sales figure, top line",
  orders: "order",
  "units-sold":
    "items sold, products sold, goods sold, best seller, bestseller, best selling, best sold, top selling, top seller, most sold, worst seller, worst selling, least sold, slowest selling, slow seller, fast mover, fast moving, slow mover, slow moving, slowest moving, hot seller, worst sold, units went out, pieces went out, units shifted, best performing product, most bought, bought most, buy most, most purchased, moving fastest, moves fastest, fast moving, fastest moving, flying off the shelves",
  "average-order-value":
    "aov, average basket, basket value, average sale, mean order value, ticket size, average order size, average cart, average purchase, average value of an order, value per order, revenue per order, sales per order, average transaction, spend per order",
  "units-per-order":
    "units per sale, items per order, pieces per order, products per order, basket size, items in each order, items in an order",
  "cancelled-orders":
    "cancellation, cancelation, people cancelled, people canceled, customers cancelled, customers canceled, buyers cancelled, buyers canceled, purchases cancelled, cancelled purchases",
  "cancelled-value":
    "canceled value, lost value, gmv lost, revenue lost to cancellations, lost revenue from cancellations, revenue lost from cancellations, lost sales from cancellations, lost to cancellations, losing to cancellations, lost to cancellations, lose to cancellations",
  "cancellation-rate": "cancel rate",
  "marketplace-fees":
    "fee, fees, commission, commissions, channel fees, marketplace charges, marketplaces take, marketplace take, marketplaces took, take from us, took from us, marketplaces keep, cut of the marketplaces",
  "fee-share": "take rate",
  "shipping-cost":
    "freight, delivery cost, cost of shipping, cost of delivery, spent on shipping, shipping spend, shipping expenses, paid for shipping, spend on shipping, pay for shipping, spent on freight, postage, delivery costs, shipping bill, freight bill",
  "net-revenue":
    "net income, net, revenue after fees, net gmv, revenue net of fees, after fees, after marketplace fees, net of fees, revenue minus fees",
  "gross-margin": "margin, profit, gross profit, earnings, profits, contribution margin",
  "gross-margin-rate": "profit margin, profitability, average margin, mean margin",
  buyers:
    "customer, customers, unique buyers, unique customers, people who bought, people that bought, customers who bought, shoppers who bought, clients, client, people bought, people buying, different customers, distinct customers, different buyers, distinct buyers, different people bought, paying customers",
  "shipped-orders":
    "shipments, shipment, parcels shipped, parcels sent, orders delivered late or not, orders went out, packages, parcels, sent out, orders left the warehouse",
  "late-shipments": "late deliveries, missed the deadline, missed the shipping deadline",
  "late-rate": "delay rate",
  "hours-to-ship":
    "time to ship, handling time, lead time, hours until shipped, how fast do we ship, hours until shipping, time until shipping, take to ship, fulfilment time, fulfillment time, processing time, time to dispatch, turnaround, from payment to shipping, hours from payment to shipping, hours from payment to shipment, from payment to shipment, from payment until shipped, get orders out, orders out the door, days to ship, days until shipped, hours take to ship, days take to ship, days does it take to ship, until an order ships, hours until an order ships",
  "open-orders":
    "orders waiting, orders to ship, orders open, pending orders, orders pending, unshipped orders, backlog, orders that wait, orders waiting to ship, orders to be shipped, order backlog, order queue, orders in the queue, orders to send, orders not shipped, orders not yet shipped, orders havent shipped, orders havent been shipped, orders still to ship, orders left to ship, orders need shipping, orders need to ship, orders need to be shipped, outstanding orders, unfulfilled orders, orders waiting for shipment, orders still open",
  "active-listings": "number of listings, listings do we have, listings do i have, published listings, listings are up",
  "paused-listings": "stopped listings",
  "listings-out-of-stock":
    "out of stock, out of stock listings, sold out, listings without stock, stockout, stockouts, listings sold out, sold out listings, out-of-stock, listings with no stock, listings with zero stock, no stock, zero stock",
  "listing-quality":
    "quality, quality score, listing score, quality of listings, listing health, health of listings, score of listings, ad quality, quality of our ads, listing scores, health score",
  "listing-price": "price, prices, price of listings, most expensive, priciest, cheapest, least expensive",
  questions: "question",
  "unanswered-questions":
    "open questions, questions waiting, pending questions, questions without answer, questions without an answer, questions to answer, unanswered question, questions unanswered, unanswered, questions not answered, questions not yet answered, questions havent been answered, questions i havent answered, questions we havent answered, questions still open, questions still unanswered, questions need an answer, questions need answering, questions waiting for an answer, questions awaiting an answer, questions left to answer, questions without a reply, questions nobody answered, questions nobody has answered, questions no one answered, questions no one has answered, questions sitting, question sitting, questions sitting unanswered, questions nobody answered",
  "hours-to-answer":
    "answer time, response time, time to answer, reply time, time to reply, hours to reply, how fast do we answer, hours until answer, how long do we take to answer, long to reply, long to answer, long to respond, time to respond, fast to reply, answering time, respond to questions, reply to buyers, respond to buyers, answer buyers, reply to customers, answer customers, get back to a customer, get back to customers, get back to buyers, get back to people, reply to a customer, reply to customers, answer a customer, answer customers, till we get back to a customer, till we answer",
  reviews: "opinions, ratings received",
  "average-rating":
    "rating, ratings, average stars, average review, star rating, average score, score of reviews, average review score, best rated, top rated, worst rated, highest rated, lowest rated, best reviewed, worst reviewed, review score, star average, review average, products rated, items rated, listings rated, customers rate, customers rated, rated by customers, rated by buyers, rated by people",
  complaints: "bad reviews, negative reviews",
  "open-recommendations": "recommendations, recommendation, advice, listing recommendations, tips",
  "stock-on-hand":
    "stock, inventory, on hand, units left, pieces left, items in stock, products in stock, pieces sitting, pieces sitting in the warehouse, units sitting, items sitting, pieces stored, units stored, items stored",
  "stock-reserved": "reserved, reserved inventory, stock reserved, allocated stock, reservations",
  "stock-value":
    "stock worth, inventory worth, money in stock, tied up in stock, tied up in inventory, capital tied up, cash tied up, money sitting in stock, money sits in stock, money in inventory, tied up in stock, tied up in inventory, tied up in products, cash in stock, money in stock, capital in stock",
  "days-of-cover":
    "cover, days of stock, days of inventory, run out, runs out, running out, run out of stock, stock coverage, days of supply, days left, stock will last, stock lasts, stock last, inventory last, stock going to last, stock lasting, reorder, restock, replenish, running low, run low, low on stock, close to running out, restocking, reordering, replenishing",
  "picked-units": "units picked",
  "picked-lines": "picks, pick, picked, picking, most lines, fewest lines",
  "picks-per-hour":
    "pick rate, picking rate, picking speed, lines per hour, picks / hour, pick speed, picks/h, productivity, lines an hour, picked per hour, picked an hour, units per hour, productive",
  "short-picks": "shortages, missing picks, shorts, shorted picks",
  "count-accuracy":
    "counting accuracy, inventory accuracy, stock accuracy, cycle count accuracy, accuracy, accurate are the counts, accurate our counts",
  "floor-tasks-done":
    "finished tasks, completed tasks, finished floor tasks, completed floor tasks, floor tasks finished, floor tasks completed, floor tasks done, tasks completed, tasks finished, floor tasks, tasks, task, tasks closed",
  "open-alerts": "alerts, alert, floor alerts, active alerts, alarms",
  returns:
    "returned items, returned products, parcels returned, items returned, came back, products returned, sent back, items sent back, returned",
  "return-rate": "rate of returns",
  visits: "sessions, session, traffic, web traffic",
  visitors:
    "unique visitors, people on the site, shoppers, shopper, people who visited, people visited, users, people came, unique users, people came to the site, people on our site, people visit",
  "page-views": "pageviews, pageview, pages viewed, pages seen, views of pages, hits",
  "product-views":
    "views of products, products viewed, most viewed, most seen, viewed products, product page views, item views, viewed, least viewed, was viewed, were viewed",
  "cart-adds":
    "cart add, add to cart, added to cart, adds to cart, cart adds, additions to cart, put into the cart, items added to cart, added to carts, added to their carts, add to carts, basket additions, put in cart, added to basket",
  "site-purchases":
    "site orders, orders on the site, orders on our site, web orders, site sales, online purchases, orders from the site, purchases, purchase, orders on the own site",
  "site-revenue":
    "revenue of the site, revenue on the site, revenue from the site, web revenue, revenue on our site, sales on the site, sales on our site, online revenue, own site revenue",
  "conversion-rate":
    "conversion, visit conversion, purchase rate, converted, percentage of visits that bought, convert, converts, share of visits that bought, percentage of visits ended in an order, percent of visits that ended in an order, % of visits ended in an order, share of visits that ended in an order, % of visits converted, percentage of visits converted",
  "cart-abandonment-rate":
    "cart abandonment, abandoned carts, abandonment, carts abandoned, abandoned cart, cart drop off, abandoned baskets",
  "bounce-rate": "bounce, bounces, bounced, bounced visits, share of visits bounced",
  "visit-duration":
    "time on site, length of visits, visit length, time spent on the site, session length, minutes on site, how long visits last, people stay, visitors stay, stay on the site, average session, time per visit, time spent per visit",
  interactions: "described interactions",
  "views-without-purchase":
    "viewed but not bought, viewed and not bought, seen but not bought, looked at but not bought, viewed a lot but not bought, views without purchases, viewed without buying, viewed without being bought, not bought, viewed but never bought, looked at but never bought, viewed but not purchased, seen but never bought, viewed but not sold, seen and not bought",
  "new-patterns": "patterns, pattern",
  "ai-spend":
    "spent on ai, model cost, model costs, model spend, spent on models, ai bill, cost of models, llm cost, llm spend, spend on models, spending on models, paid for ai, ai bills, ai usage cost, ai costing",
  "ai-calls": "model calls, calls to models, ai requests, llm calls, model requests, calls of models, calls to ai, requests to ai",
  "ai-tokens": "tokens, token, token usage",
  "ai-cost-per-call":
    "cost per call, cost per ai call, average ai cost, price per call, cost of an ai call, each ai call cost, each call cost, cost of each call, cost of each ai call, ai call cost on average, one call cost",
  "agent-runs": "runs, runs of agents, agent executions, agents ran, times agents ran",
  proposals: "proposed changes, suggestions of agents, agents proposed, agents propose, proposed by agents, proposals from agents",
  "approval-rate":
    "approvals, share of approved proposals, approved share, acceptance rate, percentage of approved proposals, % of proposals approved, percentage of proposals approved, percent of proposals approved, share of proposals approved, % of approved proposals, how often are proposals approved",
};
