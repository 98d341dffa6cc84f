import { z } from "zod";
import { withItem } from "./item-routes.ts";
import { remember, type SimQuestion, type SimReview, type World } from "./model.ts";
import { tell } from "./notices.ts";
import { localIso, nanoIso, paging, refuse, reply } from "./replies.ts";
import { type Route, route, type RouteContext } from "./router.ts";
import { continueScan, startScan } from "./scrolls.ts";
import { answerQuestion, reviewsOf } from "./talk-made.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Unanswered questions are deleted after seven months. */
const unansweredKeptMs = 213 * dayMs;
const longestWaitMin = 7 * 24 * 60;

export const talkRoutes: Route[] = [
  route("GET /questions/search", searchQuestions),
  route("GET /questions/:id", (context) => withQuestion(context, (question) => reply(questionBody(question)))),
  route("DELETE /questions/:id", (context) =>
    withQuestion(context, (question) => {
      question.status = "DELETED";
      return reply(["Question deleted."]);
    }),
  ),
  route("POST /answers", postAnswer),
  route("GET /users/:user/questions/response_time", responseTime),
  route("GET /reviews/item/:id", (context) => withItem(context, (item) => reviewPage(context, reviewsOf(context.world, item), item.id))),
];

function withQuestion(context: RouteContext, work: (question: SimQuestion) => Response): Response {
  const question = context.world.questions.get(Number(context.params["id"]));
  if (question === undefined) return refuse(404, "not_found", "The question does not exist");
  if (question.sellerId !== context.caller.id) return refuse(403, "forbidden", "The caller is not the owner of the question");
  return work(question);
}

function questionBody(question: SimQuestion): unknown {
  const { answer } = question;
  return {
    id: question.id,
    item_id: question.itemId,
    seller_id: question.sellerId,
    status: question.status,
    text: question.text,
    answer: answer === null ? null : { text: answer.text, status: "ACTIVE", date_created: nanoIso(answer.atMs) },
    from: { id: question.buyerId },
    date_created: nanoIso(question.createdMs),
    hold: false,
    deleted_from_listing: false,
    suspected_spam: false,
  };
}

function searchQuestions({ world, url, caller, nowMs }: RouteContext): Response {
  const query = url.searchParams;
  if (query.get("api_version") !== "4") return refuse(400, "bad_request", "api_version=4 is required");
  const [seller, item, status] = [query.get("seller_id"), query.get("item"), query.get("status")];
  if (seller !== String(caller.id) && item === null) return refuse(403, "forbidden", "The caller is not the seller");
  const found = (world.questionIdsOf.get(caller.id) ?? [])
    .flatMap((id) => world.questions.get(id) ?? [])
    .filter((one) => one.status !== "DELETED" && (item === null || one.itemId === item) && (status === null || one.status === status))
    .filter((one) => one.status !== "UNANSWERED" || one.createdMs > nowMs - unansweredKeptMs)
    .sort((a, b) => a.createdMs - b.createdMs);
  if (query.get("sort_types")?.toUpperCase() === "DESC") found.reverse();
  const page = paging(url, found.length, { usual: 50, max: 100 });
  const rest = { limit: page.limit, filters: { limit: page.limit, offset: page.offset }, available_filters: [], available_sorts: [] };
  if (query.get("search_type") === "scan") {
    const id =
      query.get("scroll_id") ??
      startScan(
        world,
        caller.id,
        found.map((one) => one.id),
        nowMs,
      );
    const step = continueScan(world, id, { limit: page.limit, nowMs, sellerId: caller.id });
    if (step === undefined) return refuse(400, "bad_request", "Invalid scroll_id");
    const questions = step.ids.flatMap((one) => world.questions.get(Number(one)) ?? []).map(questionBody);
    return reply({ total: step.total, ...rest, questions: questions.length === 0 ? null : questions, scroll_id: id });
  }
  if (page.offset > 1_000) return refuse(400, "bad_request", "offset can not be higher than 1000");
  return reply({ total: found.length, ...rest, questions: found.slice(page.offset, page.offset + page.limit).map(questionBody) });
}

const answerSchema = z.object({ question_id: z.int(), text: z.string().min(1).max(2_000) });

function postAnswer({ world, body, caller, nowMs, tools }: RouteContext): Response {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) return refuse(400, "invalid_post_body", "question_id and a text of at most 2000 characters are required");
  const question = world.questions.get(parsed.data.question_id);
  if (question === undefined) return refuse(404, "not_found", "The question does not exist");
  if (question.sellerId !== caller.id) return refuse(403, "forbidden", "The caller is not the owner of the question");
  if (question.status !== "UNANSWERED") return refuse(400, "invalid_question", "The question has already been answered or closed");
  answerQuestion(question, parsed.data.text, nowMs);
  remember(world, nowMs, "answer", question.id);
  tell(world, tools, { topic: "questions", resource: `/questions/${question.id}`, userId: caller.id });
  return reply(questionBody(question));
}

/** Open questions count with the time they have waited so far. */
function responseTime({ world, caller, params, nowMs }: RouteContext): Response {
  if (params["user"] !== String(caller.id)) return refuse(403, "forbidden", "The caller is not the user");
  const minutes = (world.questionIdsOf.get(caller.id) ?? [])
    .flatMap((id) => world.questions.get(id) ?? [])
    .filter((one) => one.createdMs > nowMs - 14 * dayMs && (one.status === "ANSWERED" || one.status === "UNANSWERED"))
    .map((one) => Math.min(longestWaitMin, ((one.answer?.atMs ?? nowMs) - one.createdMs) / 60_000));
  if (minutes.length === 0) return refuse(404, "not_found", `Response time not found for user id: ${caller.id}`);
  const mean = Math.round(minutes.reduce((sum, one) => sum + one, 0) / minutes.length);
  const part = (factor: number) => ({ response_time: Math.round(mean * factor), sales_percent_increase: null });
  return reply({
    user_id: caller.id,
    total: { response_time: mean },
    weekend: part(1.6),
    weekdays_working_hours: part(0.6),
    weekdays_extra_hours: part(1.2),
  });
}

function reviewPage({ world, url }: RouteContext, reviews: SimReview[], itemId: string): Response {
  const [offset, limit] = [Number(url.searchParams.get("offset") ?? 0), Number(url.searchParams.get("limit") ?? 5)];
  if (!Number.isInteger(limit) || limit < 1 || limit > world.switches.maxReviewLimit) return refuse(400, "bad_request", "Not valid limit");
  if (!Number.isInteger(offset) || offset < 0) return refuse(400, "bad_request", "Not valid offset");
  // What was written without words is counted but never shown.
  const shown = reviews.filter((review) => review.title !== "" || review.content.length > 15);
  const rates = reviews.map((review) => review.rate);
  const average = rates.length === 0 ? 0 : Number((rates.reduce((sum, rate) => sum + rate, 0) / rates.length).toFixed(1));
  const level = (rate: number) => rates.filter((one) => one === rate).length;
  return reply({
    paging: { total: reviews.length, limit, offset, kvs_total: reviews.length, total_pageable: shown.length },
    rating_average: average,
    stars: average,
    rating_levels: { one_star: level(1), two_star: level(2), three_star: level(3), four_star: level(4), five_star: level(5) },
    reviews: shown.slice(offset, offset + limit).map((review) => reviewBody(review, itemId)),
    helpful_reviews: { best_max_stars: null, best_min_stars: null },
    quali_attributes: [],
  });
}

function reviewBody(review: SimReview, itemId: string): unknown {
  return {
    id: review.id,
    reviewable_object: { id: itemId, type: "product" },
    date_created: localIso(review.createdMs),
    status: "published",
    title: review.title,
    content: review.content,
    rate: review.rate,
    likes: review.likes,
    dislikes: 0,
    buying_date: localIso(review.createdMs - 8 * dayMs),
    attributes_variation: [],
    media: [],
    translations: null,
  };
}

/** For totals over all sellers. */
export function openQuestions(world: World, sellerId: number): number {
  return (world.questionIdsOf.get(sellerId) ?? []).filter((id) => world.questions.get(id)?.status === "UNANSWERED").length;
}
