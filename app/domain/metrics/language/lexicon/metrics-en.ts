import type { MetricId } from "../../kinds.ts";

/** What else people call a number in English, between commas. A plural is found by its singular; a name need not stand here. */
export const metricPhrasesEn: Readonly<Record<MetricId, string>> = {
  gmv: "gross merchandise value, gross merchandise volume, gross sales, revenue, turnover, sales value, value of sales, sales volume, sales revenue, gross revenue, billing, billed, takings, income, money made, money did we make, money we made, money come in, money came in, sales amount, sales figure, top line",
  orders: "order, order count, number of orders, order volume, orders placed, orders received, orders came in, sales orders",
  "units-sold":
    "unit sold, pieces sold, items sold, products sold, goods sold, quantity sold, sold quantity, sold units, sales in units, best seller, bestseller, best selling, best sold, top selling, top seller, most sold, worst seller, worst selling, least sold, slowest selling, slow seller, fast mover, fast moving, slow mover, slow moving, slowest moving, hot seller, worst sold, units went out, pieces went out, units shifted, best performing product, most bought, bought most, bought the most, buy most, buy the most, most purchased",
  "average-order-value":
    "aov, average ticket, average basket, basket value, average sale, mean order value, ticket size, average order size, average cart, average purchase, average value per order, average value of an order, value per order, revenue per order, sales per order, average transaction, spend per order, average spend per order",
  "units-per-order":
    "units per sale, items per order, pieces per order, products per order, basket size, average units per order, items in each order, number of items per order, average items per order, items in an order",
  "cancelled-orders":
    "canceled order, cancellation, cancelation, number of cancellations, orders cancelled, orders canceled, order cancellation, cancelled sales",
  "cancelled-value":
    "canceled value, value of cancelled orders, value of cancellations, lost value, gmv lost, gmv cancelled, cancelled gmv, cancelled revenue, revenue lost to cancellations, lost revenue from cancellations, revenue lost from cancellations, lost sales from cancellations, lost to cancellations",
  "cancellation-rate":
    "cancelation rate, cancel rate, share of cancelled orders, percentage of cancelled orders, rate of cancellations, percent of orders cancelled",
  "marketplace-fees":
    "fee, fees, marketplace fee, commission, commissions, channel fees, fees paid, fees we paid, marketplace commission, platform fees, selling fees, marketplace charges, fees charged",
  "fee-share": "fee rate, fee percentage, commission rate, take rate, fees as a share of gmv, fees as a share of sales, share of fees",
  "shipping-cost":
    "shipping costs, freight, freight cost, delivery cost, cost of shipping, cost of delivery, spent on shipping, shipping spend, shipping expenses, paid for shipping, freight costs, spend on shipping, pay for shipping, pay for freight, spent on freight, postage, delivery costs, shipping bill, freight bill",
  "net-revenue":
    "net sales, net income, net, revenue after fees, net gmv, revenue net of fees, left after fees, keep after fees, after fees, after marketplace fees, net of fees, revenue minus fees",
  "gross-margin": "margin, profit, gross profit, earnings, profits, contribution margin",
  "gross-margin-rate":
    "margin rate, margin percentage, profit margin, margin percent, profitability, gross margin percentage, gross margin percent, average margin, mean margin, ",
  buyers:
    "buyer, customer, customers, number of customers, unique buyers, unique customers, people who bought, clients, client, people bought, people buying, different customers, distinct customers, different buyers, distinct buyers, different people bought, paying customers",
  "shipped-orders":
    "orders shipped, shipments, shipment, parcels shipped, dispatched orders, orders dispatched, orders sent, sent orders, parcels sent, orders delivered late or not, orders went out, packages, parcels, packages went out, parcels went out, sent out, orders we shipped, orders left the warehouse",
  "late-shipments":
    "late shipment, late orders, orders shipped late, delayed orders, delayed shipments, shipped late, late deliveries, overdue shipments, late dispatch, went out late, orders went out late, sent late, missed the deadline, missed the shipping deadline, late parcels, late packages",
  "late-rate":
    "late shipment rate, delay rate, late percentage, share of late shipments, percentage of late shipments, late dispatch rate, rate of late shipments",
  "hours-to-ship":
    "time to ship, shipping time, handling time, dispatch time, lead time, hours until shipped, how fast do we ship, hours until shipping, time until shipping, long does it take to ship, long do we take to ship, take to ship, fulfilment time, fulfillment time, processing time, time to dispatch, shipping speed, dispatch speed, turnaround, turnaround time, from payment to shipping, hours from payment to shipping, hours from payment to shipment, from payment to shipment, from payment until shipped, get orders out, get an order out, orders out the door, days to ship, days until shipped, hours we take to ship, hours take to ship, days take to ship, days does it take to ship, until an order ships, hours until an order ships",
  "open-orders":
    "orders waiting, orders to ship, orders open, pending orders, orders pending, unshipped orders, backlog, orders that wait, orders waiting to ship, orders to be shipped, order backlog, order queue, orders in the queue, orders to send, orders not shipped, orders not yet shipped, orders havent shipped, orders havent been shipped, orders still to ship, orders left to ship, orders need shipping, orders need to ship, orders need to be shipped, outstanding orders, unfulfilled orders, orders waiting for shipment, orders still open",
  "active-listings":
    "active listing, live listings, listings active, listings live, listings online, number of listings, active offers, listings do we have, listings do i have, live ads, published listings, listings are up",
  "paused-listings": "paused listing, listings paused, stopped listings",
  "listings-out-of-stock":
    "out of stock, out of stock listings, sold out, listings without stock, stockout, stockouts, listings sold out, sold out listings, out-of-stock, listings with no stock, listings with zero stock, no stock, zero stock, ran out of stock, no stock left, have no stock",
  "listing-quality":
    "quality, quality score, listing score, quality of listings, quality of the listings, listing health, health of listings, score of listings, ad quality, quality of our ads, listing scores, health score",
  "listing-price":
    "price, prices, average price, listing prices, price of listings, asking price, average listing price, most expensive, priciest, cheapest, least expensive, ",
  questions: "question, buyer questions, questions asked, questions from buyers, number of questions, customer questions",
  "unanswered-questions":
    "open questions, questions waiting, pending questions, questions without answer, questions without an answer, questions to answer, unanswered question, questions unanswered, unanswered, questions not answered, questions not yet answered, questions havent been answered, questions i havent answered, questions we havent answered, questions still open, questions still unanswered, questions need an answer, questions need answering, questions waiting for an answer, questions awaiting an answer, questions left to answer, questions without a reply",
  "hours-to-answer":
    "answer time, response time, time to answer, reply time, time to reply, hours to reply, how fast do we answer, hours until answer, how long do we take to answer, long to reply, long to answer, long to respond, time to respond, fast to reply, answering time, respond to questions, reply to buyers, respond to buyers, answer buyers, reply to customers, answer customers",
  reviews: "review, number of reviews, buyer reviews, opinions, ratings received",
  "average-rating":
    "rating, ratings, average stars, average review, mean rating, star rating, average score, score of reviews, average review score, best rated, top rated, worst rated, highest rated, lowest rated, best reviewed, worst reviewed, review score, star average, review average",
  complaints: "complaint, bad reviews, number of complaints, negative reviews",
  "open-recommendations": "recommendations, recommendation, open advice, advice, listing recommendations, tips",
  "stock-on-hand":
    "stock, inventory, stock level, stock levels, on hand, units on hand, units in stock, pieces in stock, in stock, inventory level, stock we have, inventory on hand, stock left, left in stock, inventory left, units left, pieces left, quantity on hand, quantity in stock, items in stock, products in stock",
  "stock-reserved": "reserved, reserved units, reserved inventory, stock reserved, allocated stock, units reserved, reservations",
  "stock-value":
    "inventory value, value of stock, value of inventory, value of the stock, value of our stock, stock worth, inventory worth, stock is worth, value of the inventory, money in stock, money tied up in stock, money is tied up in stock, tied up in stock, tied up in inventory, capital tied up, cash tied up, money sitting in stock, money sits in stock, inventory is worth, money in inventory",
  "days-of-cover":
    "cover, stock cover, days of stock, days of inventory, run out, runs out, running out, run out of stock, will run out, going to run out, stock coverage, inventory cover, days of supply, days left, about to run out, how long will the stock last, how long will stock last, stock will last, stock lasts, last days of stock, stock last, inventory last, stock going to last, stock lasting, reorder, restock, replenish, running low, run low, low on stock, stock running low, close to running out, days of stock left, days of cover left, restocking, reordering, replenishing",
  "picked-units":
    "units picked, pieces picked, items picked, units were picked, picked pieces, picked items, pieces were picked, items were picked",
  "picked-lines":
    "lines picked, picks, pick, picked, picking, number of picks, picking volume, picks done, lines were picked, most lines, fewest lines",
  "picks-per-hour":
    "pick rate, picking rate, picking speed, lines per hour, picks an hour, pick per hour, picks / hour, pick speed, picking productivity, picks/h, picks/hour, productivity, lines an hour, picked per hour, picked an hour, lines picked per hour, units per hour, productive",
  "short-picks":
    "short pick, shortages, picks short, picking shortages, missing picks, shorts, came up short, shorted picks, picks that came up short",
  "count-accuracy":
    "counting accuracy, inventory accuracy, stock accuracy, accuracy of counts, cycle count accuracy, accuracy, accurate are our counts, accurate are the counts, accurate our counts, accuracy of the counts",
  "floor-tasks-done":
    "tasks done, finished tasks, completed tasks, tasks completed, tasks finished, floor tasks, tasks, task, warehouse tasks, tasks closed, tasks got done",
  "open-alerts": "alerts, alert, warehouse alerts, floor alerts, active alerts, alarms",
  returns:
    "return, returned orders, orders returned, number of returns, returned items, returned products, parcels returned, most returned, items returned, came back, products returned, sent back, items sent back, returned",
  "return-rate": "rate of returns, share of returns, percentage of returns, returns rate, percentage of orders returned",
  visits: "visit, sessions, session, traffic, site visits, shop visits, web traffic, number of visits, site traffic",
  visitors:
    "visitor, unique visitors, people on the site, site visitors, shoppers, shopper, people who visited, people visited, users, people came, people came to the site, people visited the site, unique users",
  "page-views": "page view, pageviews, pageview, pages viewed, pages seen, views of pages, hits",
  "product-views":
    "product view, views of products, products viewed, most viewed, most seen, viewed most, viewed products, product page views, item views, viewed the most, viewed, least viewed",
  "cart-adds":
    "cart add, add to cart, added to cart, adds to cart, put in the cart, cart adds, additions to cart, added to the cart, put into the cart, items added to cart, added to carts, added to their carts, add to carts, basket additions, put in cart, added to basket",
  "site-purchases":
    "purchases on the site, site orders, orders on the site, orders on our site, web orders, site sales, purchases on our site, online purchases, site purchase, orders from the site, purchases, purchase, orders on the own site",
  "site-revenue":
    "revenue of the site, revenue on the site, revenue from the site, web revenue, revenue on our site, sales on the site, sales on our site, online revenue, own site revenue",
  "conversion-rate":
    "conversion, conversions rate, visit conversion, site conversion, purchase rate, converted, percentage of visits that bought, convert, converts, share of visits that bought, percentage of visits that ended in an order, percentage of visits ended in an order, percent of visits that ended in an order, % of visits that ended in an order, % of visits ended in an order, share of visits that ended in an order, % of visits converted, percentage of visits converted",
  "cart-abandonment-rate":
    "cart abandonment, abandoned carts, abandonment rate, abandonment, carts abandoned, abandoned cart, cart drop off, share of abandoned carts, abandoned baskets",
  "bounce-rate": "bounce, bounces, bounced, bounced visits, share of bounces, share of visits that bounced, share of visits bounced",
  "visit-duration":
    "time on site, session duration, duration of visits, length of visits, visit length, average visit time, time spent on the site, session length, visit time, minutes on site, how long do visits last, how long visits last, people stay, visitors stay, people stay on the site, stay on the site, average session, time per visit, time spent per visit",
  interactions: "interaction, shopper interactions, described interactions, number of interactions",
  "views-without-purchase":
    "viewed but not bought, viewed and not bought, seen but not bought, looked at but not bought, viewed a lot but not bought, views without purchases, viewed without buying, viewed without being bought, not bought, viewed but never bought, looked at but never bought, viewed but not purchased, seen but never bought, viewed but not sold, seen and not bought",
  "new-patterns": "patterns, pattern, patterns found, patterns detected, discovered patterns, shopper patterns",
  "ai-spend":
    "ai cost, ai costs, cost of ai, spend on ai, spent on ai, model cost, model costs, model spend, spent on models, ai bill, ai expenses, cost of models, llm cost, llm spend, ai spending, spend on models, spending on ai, spending on models, paid for ai, ai bills, ai cost us, cost of the ai, ai usage cost, ai costing",
  "ai-calls":
    "ai call, model calls, calls to models, ai requests, llm calls, model requests, calls of models, calls to ai, calls to the ai, requests to ai, calls to the models",
  "ai-tokens": "tokens, token, tokens used, model tokens, token usage, llm tokens",
  "ai-cost-per-call":
    "cost per call, cost per ai call, average ai cost, price per call, cost of an ai call, each ai call cost, each call cost, cost of each call, cost of each ai call, ai call cost on average, one call cost, average cost per call",
  "agent-runs": "agent run, runs, runs of agents, agent executions, agents run, agents ran, times agents ran",
  proposals:
    "proposal, agent proposals, proposed changes, suggestions of agents, proposals made, agents proposed, agents propose, proposed by agents, proposals from agents",
  "approval-rate":
    "approvals, share of approved proposals, rate of approval, approved share, acceptance rate, percentage of approved proposals, % of proposals approved, percentage of proposals approved, percent of proposals approved, share of proposals approved, % of approved proposals, % of proposals were approved, percentage of proposals were approved, how often are proposals approved",
};
